const NAME = 'tung-buoc:visit';
/** A step back in the history takes a moment; where none comes of it, nobody waits for ever (ms). */
const LONGEST = 1000;

/** The browser's history on a device that one person after the other uses. */
export interface VisitHistory {
  /** Somebody else comes: nothing of the way before is left to go back or forward to, and the address is home's. */
  begin(): Promise<void>;
  stop(): void;
}

/**
 * Lets nobody out by the back button, nor into the visit of somebody before. Below each visit lie two entries of the home
 * screen, the *floor*; who goes back on to it finds home, and the floor as high as before. Each other entry carries the number
 * of its visit: one of another visit shows home. `home` is the path of the home screen.
 */
export function visitHistory(home: string): VisitHistory {
  let visit = kept() ?? keep(Date.now());
  let rewinding = false;

  const popped = () => {
    if (rewinding) return;
    const state = stateNow();
    if (state.floor === true) history.pushState({ floor: true }, '', home);
    else if (isForeign(state, visit)) history.replaceState({ floor: true }, '', home);
  };
  // By the touch that leads on from it, at the latest: whatever gives an entry its own state has done so by then.
  const mark = () => {
    const state = stateNow();
    if (!('floor' in state) && !('visit' in state)) history.replaceState({ ...state, visit }, '');
  };

  // Before the router, so that it finds the address that holds.
  addEventListener('popstate', popped, { capture: true });
  for (const type of ['pointerdown', 'keydown']) addEventListener(type, mark, { capture: true });
  if (isForeign(stateNow(), visit)) history.replaceState({ floor: true }, '', home);

  return {
    async begin() {
      visit = keep(visit + 1);
      rewinding = true;
      await rewind();
      rewinding = false;
      history.replaceState({ floor: true }, '', home);
      // Cuts off what lay ahead.
      history.pushState({ floor: true }, '', home);
    },
    stop() {
      removeEventListener('popstate', popped, { capture: true });
      for (const type of ['pointerdown', 'keydown']) removeEventListener(type, mark, { capture: true });
    },
  };
}

/** To the first entry that can be reached without loading a page. Where the browser tells of none, nothing happens. */
async function rewind(): Promise<void> {
  const entries = window.navigation?.entries() ?? [];
  const at = window.navigation?.currentEntry?.index ?? 0;
  let first = at;
  while (entries[first - 1]?.sameDocument) first -= 1;
  if (first === at) return;
  await new Promise<void>((resolve) => {
    const done = () => {
      removeEventListener('popstate', done);
      clearTimeout(timer);
      resolve();
    };
    const timer = setTimeout(done, LONGEST);
    addEventListener('popstate', done);
    history.go(first - at);
  });
}

function stateNow(): Record<string, unknown> {
  const state: unknown = history.state;
  return typeof state === 'object' && state !== null ? { ...state } : {};
}

function isForeign({ visit }: Record<string, unknown>, now: number): boolean {
  return visit !== undefined && visit !== now;
}

/** Survives a reload, so that who reloads finds their own way back. */
function keep(visit: number): number {
  try {
    sessionStorage.setItem(NAME, String(visit));
  } catch {
    // Storage is refused: after a reload a new visit begins.
  }
  return visit;
}

function kept(): number | undefined {
  try {
    return Number(sessionStorage.getItem(NAME)) || undefined;
  } catch {
    return undefined;
  }
}
