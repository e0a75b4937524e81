import { heldWalks, letGoOfWalks, tabWalk } from '../../device/tab-walk';
import { addNotCounted } from '../../tally/not-counted';
import { addPending } from '../../tally/pending';
import { here, type Outcome } from '../../walk/walk';

/**
 * Counts as left what nobody will come back to: each walk that is still open and that no other tab is in the middle of.
 * What the database does not take now is counted when it answers again.
 */
export async function endOpenWalks(): Promise<void> {
  const own = letGoOfWalks();
  const { settle, store } = await import('../counting');
  await settle();
  const [open, held] = await Promise.all([store.openWalks(), heldWalks()]);
  for (const { walk } of open) {
    if (held.has(walk.id) && !own.has(walk.id)) continue;
    const outcome: Outcome = { kind: 'left', at: here(walk) };
    const ended = await store.end(walk, outcome);
    if (ended === 'not-counted') addPending({ walk, outcome });
    if (ended === 'lost') addNotCounted('closed');
  }
}

/** Whether the walk that this tab had under way before it was loaded has not gone on for `ms`: then nobody is in it. */
export async function wasLeft(ms: number): Promise<boolean> {
  const { store } = await import('../counting');
  const own = (await store.openWalks()).find(({ walk }) => walk.id === tabWalk());
  return own !== undefined && Date.now() - own.touched > ms;
}
