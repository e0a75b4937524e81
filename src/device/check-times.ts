/** What may bring a look for a new version. */
export type Occasion = 'started' | 'time' | 'online';

/** How the last looks went: when the last one was, in Unix ms, and how many failed one after the other. */
export interface Looks {
  at: number;
  failures: number;
}

const MINUTE = 60_000;
/** Between two looks where all is well. */
const USUAL = 4 * 60 * MINUTE;
/** After a failure; longer each time, until it is the usual one. */
const FIRST_AGAIN = 5 * MINUTE;
/** A line that comes and goes, or a page opened again and again, would bring one look after the other. */
const LEAST = MINUTE;

/** Whether to look now. A clock that was set back is no reason to wait. */
export function isDue(occasion: Occasion, looks: Looks | undefined, now: number): boolean {
  if (!looks || now < looks.at) return true;
  return now - looks.at >= (occasion === 'time' ? pause(looks.failures) : LEAST);
}

/** Milliseconds to the next look. */
function pause(failures: number): number {
  return failures === 0 ? USUAL : Math.min(USUAL, FIRST_AGAIN * 3 ** Math.min(failures - 1, 10));
}
