import { sectionHere } from './section-here';

const WAYS_ON = '.choices a[href^="#"], .dock .go[href^="#"]';

/**
 * Lays out, unseen, the screens that this one leads on to, once it is painted and while no touch counts yet (touch-guard.ts): they
 * show in half the time when they are asked for. Until then nobody meets them, neither a screen reader nor the Tab key
 * (`content-visibility: hidden`, in GuideScreen.css); and what stands in the page before this one stays unlaid, so that whoever
 * looks for the first control with a place finds the one in sight. Answers how to stop.
 */
export function layAhead(): () => void {
  if (!CSS.supports('content-visibility', 'hidden')) return () => {};
  let frame = 0;
  let waiting: ReturnType<typeof setTimeout>;

  const look = () => {
    const here = sectionHere() ?? document.querySelector<HTMLElement>('.cover');
    if (!here) return;
    const links = [...here.querySelectorAll<HTMLAnchorElement>(WAYS_ON)];
    const next = links.flatMap(({ hash }) => {
      const section = document.getElementById(hash.slice(1));
      const follows = Node.DOCUMENT_POSITION_FOLLOWING;
      return section && here.compareDocumentPosition(section) & follows ? [section] : [];
    });
    // One at a time: a tap in between does not wait for the others.
    const layOne = () => {
      const section = next.shift();
      if (!section) return;
      section.dataset.ahead = '';
      // Asked for a place inside, the browser lays out what it would have left for later.
      section.lastElementChild?.getBoundingClientRect();
      waiting = setTimeout(layOne);
    };
    layOne();
  };
  const follow = () => {
    for (const section of document.querySelectorAll<HTMLElement>('[data-ahead]'))
      delete section.dataset.ahead;
    stop();
    frame = requestAnimationFrame(() => {
      waiting = setTimeout(look);
    });
  };
  const stop = () => {
    cancelAnimationFrame(frame);
    clearTimeout(waiting);
  };

  addEventListener('hashchange', follow);
  follow();
  return () => {
    removeEventListener('hashchange', follow);
    stop();
  };
}
