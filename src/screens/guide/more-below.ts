/** A few pixels under the dock are no reason to scroll. */
const SLACK = 12;

/** Says on the dock that a step goes on below it, for as long as it does; answers how to stop. */
export function tellOfMoreBelow(words: string): () => void {
  const tell = () => {
    const dock = document.querySelector<HTMLElement>(':target > .dock');
    const content = document.querySelector(':target > .asides')?.previousElementSibling;
    if (!dock || !content) return;
    const below = content.getBoundingClientRect().bottom - dock.getBoundingClientRect().top > SLACK;
    if (below) dock.dataset.more = words;
    else delete dock.dataset.more;
  };
  const events = ['scroll', 'resize', 'hashchange', 'toggle'] as const;
  for (const type of events) addEventListener(type, tell, { passive: true, capture: true });
  // Text that grows on the reader's wish moves the end too.
  const grown = new ResizeObserver(tell);
  grown.observe(document.body);
  tell();
  return () => {
    for (const type of events) removeEventListener(type, tell, { capture: true });
    grown.disconnect();
  };
}
