const TOUCHES = ['pointerdown', 'keydown', 'scroll'] as const;

/** Calls back each time nobody has touched the page for `ms`; answers how to stop. */
export function whenIdle(ms: number, callback: () => void): () => void {
  let timer = setTimeout(callback, ms);
  const again = () => {
    clearTimeout(timer);
    timer = setTimeout(callback, ms);
  };
  for (const type of TOUCHES) addEventListener(type, again, { passive: true });
  return () => {
    clearTimeout(timer);
    for (const type of TOUCHES) removeEventListener(type, again);
  };
}
