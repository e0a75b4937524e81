import { askWorker } from './ask-worker';
import { fillOn } from './fill-store';

/** Files read so far. */
export interface Progress {
  done: number;
  total: number;
}

/** The worker's answer to `VERIFY`. */
export interface Verified {
  kind: 'verified';
  total: number;
  /** Addresses, relative to the site; so is `broken`. */
  missing: string[];
  broken: string[];
  /** Guides, by id, that a large site stores later and that have not all come yet. */
  later: string[];
}

/** The worker's answer to `REPAIR`: files that are whole again, and files that still are not. */
export interface Repaired {
  kind: 'repaired';
  mended: number;
  left: number;
}

/** What is known of the files that must work without network. */
export type OfflineState =
  | { kind: 'no-service-worker' }
  /** Nothing is stored yet, or this page was opened past the store. */
  | { kind: 'not-installed' }
  | { kind: 'no-answer' }
  | Verified;

/**
 * Has every stored file read again and compared with its digest; those of a version that waits too, since it may take
 * over on the way. Never rejects.
 */
export async function verifyOfflineStore(onProgress: (progress: Progress) => void): Promise<OfflineState> {
  const workers = await keepers();
  if (!workers) return { kind: 'no-service-worker' };
  if (workers.length === 0) return { kind: 'not-installed' };
  const whole: Verified = { kind: 'verified', total: 0, missing: [], broken: [], later: [] };
  for (const worker of workers) {
    const answer = await askWorker<Verified, Progress>(worker, 'VERIFY', onProgress);
    if (answer?.kind !== 'verified') return { kind: 'no-answer' };
    whole.total += answer.total;
    whole.missing.push(...answer.missing);
    whole.broken.push(...answer.broken);
    whole.later = [...new Set([...whole.later, ...answer.later])];
  }
  return whole;
}

/**
 * Has guides that are still to come fetched now, and what is missing or broken fetched anew, which needs network; undefined when
 * nobody answers. Never rejects.
 */
export async function repairOfflineStore(
  onProgress: (progress: Progress) => void,
): Promise<Repaired | undefined> {
  const whole: Repaired = { kind: 'repaired', mended: 0, left: 0 };
  const workers = (await keepers()) ?? [];
  if (workers.length > 0) await fetchLater(onProgress);
  for (const worker of workers) {
    const answer = await askWorker<Repaired, Progress>(worker, 'REPAIR', onProgress);
    if (answer?.kind !== 'repaired') return undefined;
    whole.mended += answer.mended;
    whole.left += answer.left;
  }
  return workers.length > 0 ? whole : undefined;
}

/** Some files at a time: a worker that is at one thing for minutes would be ended by the browser. */
async function fetchLater(onProgress: (progress: Progress) => void): Promise<void> {
  let total = 0;
  await fillOn(
    () => true,
    (left) => {
      total ||= left;
      if (total > 0) onProgress({ done: total - left, total });
    },
  );
}

/** The worker in charge of this page and one that waits; none when the page is under nobody's control. */
async function keepers(): Promise<ServiceWorker[] | undefined> {
  try {
    if (!navigator.serviceWorker) return undefined;
    const { controller } = navigator.serviceWorker;
    if (!controller) return [];
    const waiting = (await navigator.serviceWorker.getRegistration())?.waiting;
    return waiting ? [controller, waiting] : [controller];
  } catch {
    return undefined;
  }
}
