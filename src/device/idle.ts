const TOUCHES = ['pointerdown', 'keydown', 'scroll'] as const;

/** Calls back each time nobody has touched the page for `ms`, with whether that is still so; answers how to stop. */
export function whenIdle(ms: number, callback: (isIdle: () => boolean) => void): () => void {
  let touches = 0;
  const wait = () => {
    const before = touches;
    return setTimeout(() => callback(() => touches === before), ms);
  };
  let timer = wait();
  const again = () => {
    touches += 1;
    clearTimeout(timer);
    timer = wait();
  };
  for (const type of TOUCHES) addEventListener(type, again, { passive: true });
  return () => {
    clearTimeout(timer);
    for (const type of TOUCHES) removeEventListener(type, again);
  };
}
