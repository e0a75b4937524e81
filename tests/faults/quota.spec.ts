import type { CDPSession, Page } from '@playwright/test';
import { ended, expect, GUIDE, open, SITE, test, totalsIn, walk } from './device';
import { say } from './size';
import { aDayLater } from './staff';

/** Of the whole site. None at all would not be looked at by the browser. */
const NO_BYTES = 1;
/** Room for some walks, soon filled by others. */
const FEW_BYTES = 200_000;
/** What fills it: large pieces first, then small ones, until not even the smallest goes in. */
const PIECES = [20_000, 1_000, 50, 1];
const WALKS = 2;
const ONE = { steps: 1, end: 'completed' } as const;
const WAYS = Array.from({ length: WALKS }, () => ONE);

test('no room from the first day on: guides work, staff are told of each walk', async ({ device }) => {
  const page = await device.newPage();
  const session = await device.newCDPSession(page);
  await leaveRoom(session, NO_BYTES);
  await open(page, `${GUIDE}/`);
  const seen = await walk(page, WAYS);
  await leaveRoom(session, undefined);
  const file = await aDayLater(device);
  expectAll('quota, from the first day', WALKS, seen, ended(totalsIn(file)), file.notCounted);
});

test('full in the middle of a walk, and room again: what was not counted is told, the rest counts', async ({
  device,
}) => {
  const page = await device.newPage();
  const session = await device.newCDPSession(page);
  await leaveRoom(session, FEW_BYTES);
  await open(page, `${GUIDE}/`);
  let seen = await walk(page, WAYS);
  await page.evaluate(() => window.driver.begin('start'));
  await fill(page);
  await page.evaluate(async () => {
    await window.driver.end('completed');
    await window.driver.cover();
  });
  seen += await walk(page, WAYS);
  await leaveRoom(session, undefined);
  seen += await walk(page, WAYS);
  const file = await aDayLater(device);
  expectAll('quota, in the middle', 3 * WALKS + 1, seen, ended(totalsIn(file)), file.notCounted);
  expect(ended(totalsIn(file))).toBeGreaterThanOrEqual(2 * WALKS);
});

/** So many bytes for the whole site; undefined for what the device has. */
async function leaveRoom(session: CDPSession, quotaSize: number | undefined): Promise<void> {
  const { origin } = new URL(SITE());
  await session.send('Storage.overrideQuotaForOrigin', {
    origin,
    ...(quotaSize !== undefined && { quotaSize }),
  });
}

/** Fills the site's room, from a database of its own. */
function fill(page: Page): Promise<void> {
  return page.evaluate(async (pieces) => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('trial');
      request.onupgradeneeded = () => request.result.createObjectStore('room', { autoIncrement: true });
      request.onerror = () => reject(request.error);
      request.onsuccess = () => resolve(request.result);
    });
    const goesIn = (bytes: number) =>
      new Promise<boolean>((resolve) => {
        const tx = database.transaction('room', 'readwrite');
        tx.objectStore('room').add(new Uint8Array(bytes));
        tx.oncomplete = () => resolve(true);
        tx.onabort = () => resolve(false);
      });
    for (const piece of pieces) while (await goesIn(piece)) {}
    database.close();
  }, PIECES);
}

function expectAll(trial: string, walks: number, seen: number, counted: number, missed: number): void {
  say(trial, {
    walks,
    counted,
    'told as not counted': missed,
    lost: Math.max(0, walks - counted - missed),
    doubled: Math.max(0, counted + missed - walks),
  });
  expect(counted + missed).toBe(walks);
  expect(seen, 'there was room left').toBeLessThan(walks);
  // What the screen did not dare to say is counted later, once there is room again.
  expect(counted).toBeGreaterThanOrEqual(seen);
}
