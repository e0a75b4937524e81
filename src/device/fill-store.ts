import { askWorker } from './ask-worker';
import { whenIdle } from './idle';

/** The worker's answer to `FILL`: files that came now, and those that are still to come. */
export type Filled =
  | { kind: 'filled'; came: number; left: number }
  /** A new version is on its way or waits: that goes first. */
  | { kind: 'busy' };

/** Nobody is in the middle of touching by then (ms). */
const IDLE_MS = 20_000;

/**
 * Has the guides that a large site stores later fetched while nobody touches the page, some files at a time, for as long as
 * they come. Answers how to begin to wait for that anew, after a line has come back or a worker has changed.
 */
export function fillWhenIdle(): () => void {
  let stop = () => {};
  const wait = () => {
    stop();
    stop = whenIdle(IDLE_MS, (isIdle) => void fillOn(isIdle));
  };
  addEventListener('online', wait);
  navigator.serviceWorker.addEventListener('controllerchange', wait);
  wait();
  return wait;
}

/** The worker in charge while no other waits: Chrome lets one that is to go linger for minutes when a word reaches it. */
async function lonelyWorker(): Promise<ServiceWorker | null | undefined> {
  try {
    const registration = await navigator.serviceWorker.getRegistration();
    return registration?.waiting || registration?.installing ? undefined : navigator.serviceWorker.controller;
  } catch {
    return undefined;
  }
}

/** Fetches while it is wanted and something comes; answers how many files are still to come. Never rejects. */
export async function fillOn(
  isWanted: () => boolean,
  onLeft: (left: number) => void = () => {},
): Promise<number | undefined> {
  let filled: Filled | undefined;
  do {
    const worker = await lonelyWorker();
    filled = worker ? await askWorker<Filled>(worker, 'FILL') : undefined;
    if (filled?.kind === 'filled') onLeft(filled.left);
  } while (filled?.kind === 'filled' && filled.came > 0 && filled.left > 0 && isWanted());
  return filled?.kind === 'filled' ? filled.left : undefined;
}
