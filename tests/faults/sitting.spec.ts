import type { CDPSession, Page } from '@playwright/test';
import { expect, exported, GUIDE, open, test, totalsIn, walk } from './device';
import { inFull, say } from './size';

const WALKS = inFull(10_000, 40);
/**
 * After these everything has been loaded that a walk ever needs; in full, also compiled: the engine goes on compiling
 * what runs often for some hundred walks (300 kB of 3.2 MB), and then stops.
 */
const FIRST_WALKS = inFull(300, 30);
/** One evaluation of the page holds what it answers: so many walks at a time. */
const BATCH = 100;
const HEAP_MAY_GROW_BY = 0.1;
const STORAGE_BYTES = 5_000_000;

test(`${WALKS} walks in one sitting: the heap stays, and the database stays small`, async ({ device }) => {
  const page = await device.newPage();
  await open(page, `${GUIDE}/`);
  const session = await device.newCDPSession(page);

  let seen = await walk(page, ways(FIRST_WALKS));
  const before = await heap(session);
  while (seen < WALKS) {
    const batch = Math.min(BATCH, WALKS - seen);
    expect(await walk(page, ways(batch))).toBe(batch);
    seen += batch;
  }
  const after = await heap(session);
  const stored = await bytesStored(page);
  const totals = totalsIn(await exported(await device.newPage()));
  say('sitting', {
    walks: seen,
    lost: seen - totals.completed,
    '% heap growth': Math.round((after / before - 1) * 1000) / 10,
    'bytes stored': stored,
  });
  expect(totals).toEqual({ started: WALKS, completed: WALKS, stopped: 0, left: 0 });
  expect(after / before).toBeLessThanOrEqual(1 + HEAP_MAY_GROW_BY);
  expect(stored).toBeLessThanOrEqual(STORAGE_BYTES);
});

function ways(count: number) {
  return Array.from({ length: count }, (_, i) => ({ steps: i % 4, end: 'completed' }) as const);
}

async function heap(session: CDPSession): Promise<number> {
  // The first collection frees what the second one can then see as free.
  for (let i = 0; i < 2; i += 1) await session.send('HeapProfiler.collectGarbage');
  return (await session.send('Runtime.getHeapUsage')).usedSize;
}

/** Everything in every database of the site, as JSON. */
function bytesStored(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const answer = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    let bytes = 0;
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await answer(indexedDB.open(name));
      const stores = [...database.objectStoreNames];
      const tx = database.transaction(stores);
      for (const store of stores) {
        const records: unknown[] = await answer(tx.objectStore(store).getAll());
        bytes += JSON.stringify(records).length;
      }
      database.close();
    }
    return bytes;
  });
}
