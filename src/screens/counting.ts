import { cacheCopy } from '../device/cache-copy';
import { randomId } from '../tally/id';
import { addNotCounted, notCounted } from '../tally/not-counted';
import { pending, removePending } from '../tally/pending';
import { createStore } from '../tally/store';

/** The counts of this device. */
export const store = createStore({ now: Date.now, newId: randomId, built: __BUILT__, copy: cacheCopy });

/**
 * Counts the ends that the database could not take when they came. To be done before open walks are looked at: one
 * that has ended must not be offered again, nor be counted as left.
 */
export async function settle(): Promise<void> {
  for (const { walk, outcome } of pending()) {
    const ended = await store.end(walk, outcome);
    // The database does not answer yet: it stays for the next time.
    if (ended === 'not-counted') return;
    if (ended === 'lost') addNotCounted('closed');
    removePending(walk.id);
  }
}

/** Walks that are in no sheet: those that could not be counted, and those that still wait for the database. */
export function missed(): number {
  return notCounted() + pending().length;
}
