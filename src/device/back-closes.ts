/**
 * What lies over the page has an entry of its own in the browser's history, so that the browser's back button takes it
 * away and does not leave the page: `close` is called then. Answers how to take the entry away again, once however
 * often it is called; that resolves when the page stands at its own entry.
 */
export function backCloses(close: () => void): () => Promise<void> {
  history.pushState({ over: true }, '');
  const popped = () => {
    removeEventListener('popstate', popped);
    close();
  };
  addEventListener('popstate', popped);
  let left: Promise<void> | undefined;
  return () => {
    removeEventListener('popstate', popped);
    left ??= leave();
    return left;
  };
}

function leave(): Promise<void> {
  // Another address has come meanwhile: what lies behind it now is not ours to leave.
  if (!isOver(history.state)) return Promise.resolve();
  return new Promise((resolve) => {
    // The browser finds the target and the focus of the entry after telling of it: what is done at once would be undone.
    addEventListener('popstate', () => setTimeout(resolve), { once: true });
    history.back();
  });
}

function isOver(state: unknown): boolean {
  return typeof state === 'object' && state !== null && 'over' in state;
}
