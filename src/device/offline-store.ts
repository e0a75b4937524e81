import { askWorker } from './ask-worker';

/** Files read so far. */
export interface Progress {
  done: number;
  total: number;
}

/** The worker's answer to `VERIFY`; lists are of addresses, relative to the site. */
export interface Verified {
  kind: 'verified';
  total: number;
  missing: string[];
  broken: string[];
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
  const whole: Verified = { kind: 'verified', total: 0, missing: [], broken: [] };
  for (const worker of workers) {
    const answer = await askWorker<Verified, Progress>(worker, 'VERIFY', onProgress);
    if (answer?.kind !== 'verified') return { kind: 'no-answer' };
    whole.total += answer.total;
    whole.missing.push(...answer.missing);
    whole.broken.push(...answer.broken);
  }
  return whole;
}

/** Has what is missing or broken fetched anew, which needs network; undefined when nobody answers. Never rejects. */
export async function repairOfflineStore(
  onProgress: (progress: Progress) => void,
): Promise<Repaired | undefined> {
  const whole: Repaired = { kind: 'repaired', mended: 0, left: 0 };
  const workers = (await keepers()) ?? [];
  for (const worker of workers) {
    const answer = await askWorker<Repaired, Progress>(worker, 'REPAIR', onProgress);
    if (answer?.kind !== 'repaired') return undefined;
    whole.mended += answer.mended;
    whole.left += answer.left;
  }
  return workers.length > 0 ? whole : undefined;
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
