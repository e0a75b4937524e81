const NAME = 'tung-buoc:pin-tries';

/** Tries that cost no waiting. */
export const FREE_TRIES = 5;
const FIRST_WAIT = 30_000;
const LONGEST_WAIT = 3_600_000;

/** Tries since the last right one, and when the last of them was made, in ms of the device's clock. */
interface Tries {
  wrong: number;
  since: number;
}

const NONE: Tries = { wrong: 0, since: 0 };

/** What could not be written: then it holds as long as the page does. */
let unwritten: Tries | undefined;

/** The wait in ms after so many wrong tries: none, then 30 s, 1, 2, 4 … minutes, at most an hour. */
export function waitAfter(wrong: number): number {
  return wrong < FREE_TRIES ? 0 : Math.min(FIRST_WAIT * 2 ** (wrong - FREE_TRIES), LONGEST_WAIT);
}

/**
 * When the next try is allowed, in ms of the device's clock; 0 when it is now. Never further away than the wait is
 * long. A clock set back to before the last try has the wait begin again, once; one that is set forward
 * shortens it: nothing in a browser that was closed knows better than the device's clock.
 */
export function waitUntil(now: number): number {
  const tries = read();
  const wait = waitAfter(tries.wrong);
  if (wait === 0) return 0;
  let { since } = tries;
  if (since > now) {
    since = now;
    // Written: else the wait would move along with the clock, and not end before the old time has come again.
    write({ ...tries, since });
  }
  return since + wait > now ? since + wait : 0;
}

/** Counts one try; answers how many there are with it. */
export function addTry(now: number): number {
  const wrong = read().wrong + 1;
  write({ wrong, since: now });
  return wrong;
}

/** After a right try, and when there is nothing to try any more. */
export function forgetTries(): void {
  unwritten = undefined;
  try {
    localStorage.removeItem(NAME);
  } catch {
    // Storage is refused: nothing lies there.
  }
}

/** Tries that cannot be read count as none: whoever can damage them can take the PIN away as well. */
function read(): Tries {
  if (unwritten) return unwritten;
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(NAME) ?? 'null');
    if (typeof stored !== 'object' || stored === null) return NONE;
    const { wrong, since } = stored as Record<string, unknown>;
    return isCount(wrong) && isCount(since) ? { wrong, since } : NONE;
  } catch {
    return NONE;
  }
}

function write(tries: Tries): void {
  try {
    localStorage.setItem(NAME, JSON.stringify(tries));
    unwritten = undefined;
  } catch {
    unwritten = tries;
  }
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}
