import type { ComponentChildren } from 'preact';
import './Wide.css';

/** A table that may be wider than the screen: it is moved sideways by itself, by keys too, and not the whole page. */
export function Wide({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: without the focus no key could move it
    <section class="wide" aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
