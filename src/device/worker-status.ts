import { askWorker } from './ask-worker';
import type { VersionName } from './version';

/** The worker's answer to `STATUS`. */
export interface WorkerStatus {
  kind: 'status';
  /** The version that the worker came with. */
  own: VersionName;
  /** Versions that did not start on this device, by id. */
  bad: string[];
  /** That of `bad` from which the device has gone back, while it serves the one before. */
  wentBackFrom?: VersionName;
  /** Whether another tab of the site is open. */
  otherTab: boolean;
}

/** What is known of the versions on this device. */
export type Versions =
  | { kind: 'no-worker' }
  | { kind: 'known'; bad: string[]; wentBackFrom?: VersionName; waiting?: VersionName; otherTab: boolean };

/**
 * Asks the worker that waits, or else the one in charge: not both, as Chrome lets a worker that is asked to go linger for
 * minutes when a word reaches it on its way out. Never rejects.
 */
export async function versionsHere(): Promise<Versions> {
  try {
    const registration = await navigator.serviceWorker?.getRegistration();
    const waiting = registration?.waiting;
    const worker = waiting ?? registration?.active;
    const status = worker && (await askWorker<WorkerStatus>(worker, 'STATUS'));
    if (!status) return { kind: 'no-worker' };
    const { own, bad, wentBackFrom, otherTab } = status;
    return {
      kind: 'known',
      bad,
      otherTab,
      ...(wentBackFrom && { wentBackFrom }),
      ...(waiting && { waiting: own }),
    };
  } catch {
    return { kind: 'no-worker' };
  }
}

/** Calls back whenever another worker is in charge, or another one waits; answers how to stop. */
export function whenVersionsChange(callback: () => void): () => void {
  const { serviceWorker } = navigator;
  if (!serviceWorker) return () => {};
  const stop = new AbortController();
  const { signal } = stop;
  serviceWorker.addEventListener('controllerchange', callback, { signal });
  void serviceWorker.ready.then((registration) => {
    const followNew = () => registration.installing?.addEventListener('statechange', callback, { signal });
    registration.addEventListener('updatefound', followNew, { signal });
    if (!signal.aborted) callback();
  });
  return () => stop.abort();
}
