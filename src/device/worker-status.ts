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

/** Asks the worker in charge, and one that waits. Never rejects. */
export async function versionsHere(): Promise<Versions> {
  try {
    const registration = await navigator.serviceWorker?.getRegistration();
    const active = registration?.active;
    const status = active && (await askWorker<WorkerStatus>(active, 'STATUS'));
    if (!status) return { kind: 'no-worker' };
    const next = registration.waiting && (await askWorker<WorkerStatus>(registration.waiting, 'STATUS'));
    const { bad, wentBackFrom, otherTab } = status;
    return {
      kind: 'known',
      bad,
      otherTab,
      ...(wentBackFrom && { wentBackFrom }),
      ...(next && { waiting: next.own }),
    };
  } catch {
    return { kind: 'no-worker' };
  }
}
