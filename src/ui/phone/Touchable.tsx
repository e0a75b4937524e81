import type { ComponentChildren } from 'preact';
import type { Toggle } from '../../guide/phone-part';
import type { Live, Spot } from './live';

interface Props {
  class: string;
  tap: boolean;
  spot: Spot;
  live: Live | undefined;
  /** What it is called, where its own words do not say it. */
  name?: string | undefined;
  toggle?: { kind: Toggle; on: boolean } | undefined;
  children: ComponentChildren;
}

const ROLES = { check: 'checkbox', switch: 'switch', choice: 'radio' } as const;

/** What may be to tap: a picture of it, or a button where the phone answers. */
export function Touchable({ class: look, tap, spot, live, name, toggle, children }: Props) {
  if (!live) {
    return (
      <span class={look} {...(tap && { 'data-tap': true })}>
        {children}
      </span>
    );
  }
  return (
    <button
      type="button"
      class={look}
      {...(tap && { [live.reached ? 'data-reached' : 'data-tap']: true })}
      {...(toggle && { role: ROLES[toggle.kind], 'aria-checked': toggle.on })}
      aria-label={name}
      onClick={() => live.onTouch(spot)}
    >
      {children}
    </button>
  );
}
