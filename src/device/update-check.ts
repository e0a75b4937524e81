import { isDue, type Looks, type Occasion } from './check-times';
import { fillWhenIdle } from './fill-store';
import { ownId } from './own-id';
import { readPublished } from './version';
import { versionsHere } from './worker-status';

/** What a look for a new version found. `waits`: it has been fetched whole. */
type Outcome = 'newest' | 'waits' | 'bad' | 'no-answer' | 'not-fetched';

/** A look, as it is remembered on the device; `at` in Unix ms. */
export interface Look extends Looks {
  outcome: Outcome;
}

const KEY = 'tung-buoc:update-look';
const OUTCOMES: readonly unknown[] = [
  'newest',
  'waits',
  'bad',
  'no-answer',
  'not-fetched',
] satisfies Outcome[];
/** The page has what it needs by then; nothing is to be kept from the first touches. */
const AFTER_START = 10_000;
const TICK = 60_000;
const PATIENCE = 30_000;

let current: Promise<Look> | undefined;

/**
 * Looks a while after the start, every some hours, after a failure sooner, and when the line comes back; and after each look for
 * guides that are still to come. Says nothing.
 */
export function lookFromTimeToTime(registration: ServiceWorkerRegistration, scope: string): void {
  const fillAgain = fillWhenIdle();
  const look = (occasion: Occasion) => {
    if (isDue(occasion, lastLook(), Date.now())) void lookForUpdate(registration, scope).then(fillAgain);
  };
  setTimeout(look, AFTER_START, 'started');
  // A device that sleeps lets timers wait: what is due is found within a minute of waking.
  setInterval(look, TICK, 'time');
  addEventListener('online', () => look('online'));
}

/** Looks now, unless it is being done; a new version is fetched whole before the answer. Never rejects. */
export function lookForUpdate(registration: ServiceWorkerRegistration, scope: string): Promise<Look> {
  current ??= look(registration, scope).finally(() => {
    current = undefined;
  });
  return current;
}

/** The last look, of whatever page; undefined when there was none. */
export function lastLook(): Look | undefined {
  try {
    const { at, failures, outcome } = Object(
      JSON.parse(localStorage.getItem(KEY) ?? 'null'),
    ) as Partial<Look>;
    if (typeof at !== 'number' || typeof failures !== 'number' || !isOutcome(outcome)) return remembered;
    return { at, failures, outcome };
  } catch {
    return remembered;
  }
}

/** For a device that refuses storage. */
let remembered: Look | undefined;

async function look(registration: ServiceWorkerRegistration, scope: string): Promise<Look> {
  const outcome = await find(registration, scope);
  const failed = outcome === 'no-answer' || outcome === 'not-fetched';
  remembered = { at: Date.now(), failures: failed ? (lastLook()?.failures ?? 0) + 1 : 0, outcome };
  try {
    localStorage.setItem(KEY, JSON.stringify(remembered));
  } catch {
    // Remembered as long as the page.
  }
  return remembered;
}

async function find(registration: ServiceWorkerRegistration, scope: string): Promise<Outcome> {
  const published = readPublished(await fetchJson(`${scope}version.json`));
  if (!published) return 'no-answer';
  if (published.id === ownId()) return 'newest';
  const versions = await versionsHere();
  if (versions.kind === 'known' && versions.bad.includes(published.id)) return 'bad';
  if (versions.kind === 'known' && versions.waiting?.id === published.id) return 'waits';
  try {
    await registration.update();
    const coming = registration.installing;
    const hasCome = coming ? await comesWhole(coming) : registration.waiting !== null;
    return hasCome ? 'waits' : 'not-fetched';
  } catch {
    return 'not-fetched';
  }
}

async function fetchJson(address: string): Promise<unknown> {
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), PATIENCE);
  try {
    const response = await fetch(address, { cache: 'no-store', signal: patience.signal });
    return response.ok ? await response.json() : undefined;
  } catch {
    return undefined;
  } finally {
    clearTimeout(timer);
  }
}

/** Waits until a version has come whole, or has failed to. */
function comesWhole(worker: ServiceWorker): Promise<boolean> {
  return new Promise((resolve) => {
    const look = () => {
      if (worker.state !== 'installing') resolve(worker.state !== 'redundant');
    };
    worker.addEventListener('statechange', look);
    look();
  });
}

function isOutcome(value: unknown): value is Outcome {
  return OUTCOMES.includes(value);
}
