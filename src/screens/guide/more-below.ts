import { sectionHere } from './section-here';

/** A few pixels under the dock are no reason to scroll. */
const SLACK = 12;

/** Says on the dock that a step goes on below it, for as long as it does; answers how to stop. */
export function tellOfMoreBelow(words: string): () => void {
  const tell = () => {
    const step = sectionHere();
    const dock = step?.querySelector<HTMLElement>(':scope > .dock');
    const content = step?.querySelector(':scope > .asides')?.previousElementSibling;
    if (!dock || !content) return;
    const below = content.getBoundingClientRect().bottom - dock.getBoundingClientRect().top > SLACK;
    // The open panel is what is read now, and reaches up to the top bar on a phone.
    if (below && !dock.querySelector('details[open]')) dock.dataset.more = words;
    else delete dock.dataset.more;
  };
  const events = ['scroll', 'resize', 'toggle'] as const;
  for (const type of events) addEventListener(type, tell, { passive: true, capture: true });
  // A step that comes into sight grows from nothing, and so does text on the reader's wish. Told here, within the frame that
  // lays it out, it costs no second one.
  const grown = new ResizeObserver(tell);
  for (const step of document.querySelectorAll('.step')) grown.observe(step);
  return () => {
    for (const type of events) removeEventListener(type, tell, { capture: true });
    grown.disconnect();
  };
}
