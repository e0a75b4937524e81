import type { BrowserContext, Page } from '@playwright/test';
import { ended, expect, GUIDE, notCountedTile, open, SITE, test, totalsIn, walk } from './device';
import { say } from './size';
import { aDayLater } from './staff';

const NAME = 'tung-buoc';
const FAR_AHEAD = 1_000;
const ONE = { steps: 1, end: 'completed' } as const;

test('held open by a tab with an older version: guides work, and counting goes on once that has gone', async ({
  device,
}) => {
  const holder = await emptyPage(device);
  await makeDatabase(holder, 1, 'open');
  const page = await device.newPage();
  await open(page, `${GUIDE}/`);
  expect(await walk(page, [ONE])).toBe(0);
  await holder.close();
  expect(await walk(page, [ONE])).toBe(1);
  await expectFigures(device, 'blocked', { counted: 1, missed: 1 });
});

test('made by a newer version: guides work, staff are told', async ({ device }) => {
  const page = await emptyPage(device);
  await makeDatabase(page, FAR_AHEAD, 'close');
  await open(page, `${GUIDE}/`);
  expect(await walk(page, [ONE, ONE])).toBe(0);
  // Nothing can be exported; the room says what is missing.
  await open(page, 'staff/');
  await expect(notCountedTile(page)).toHaveAttribute('data-value', '2');
  say('a newer version', { walks: 2, 'told as not counted': 2 });
});

test('made by somebody else under our name: guides work, what lies there stays', async ({ device }) => {
  const page = await emptyPage(device);
  await makeDatabase(page, 1, 'close');
  await open(page, `${GUIDE}/`);
  const counted = await walk(page, [ONE, ONE]);
  await expectFigures(device, "somebody else's", { counted, missed: 2 - counted });
  expect(await keptIn(page)).toEqual(['somebody else’s']);
});

test('deleted in the middle of a walk: no walk is said to be counted that is not', async ({ device }) => {
  const page = await device.newPage();
  const session = await device.newCDPSession(page);
  await open(page, `${GUIDE}/`);
  await page.evaluate(() => window.driver.begin('start'));
  await page.evaluate(() => window.driver.go(1));
  await session.send('Storage.clearDataForOrigin', {
    origin: new URL(SITE()).origin,
    storageTypes: 'indexeddb',
  });
  await page.evaluate(async () => {
    // A step more, so that the app has come upon the new, empty database.
    await window.driver.go(1);
    await window.driver.end('completed');
    await window.driver.cover();
  });
  expect(await walk(page, [ONE])).toBe(1);
  const file = await aDayLater(device);
  const counted = ended(totalsIn(file));
  say('deleted', { counted, missed: file.notCounted });
  expect(counted).toBeGreaterThanOrEqual(1);
  expect(counted + file.notCounted).toBe(2);
});

/** A page of the site's origin without the app. */
async function emptyPage(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.route('**/empty', (route) => route.fulfill({ contentType: 'text/html', body: 'empty' }));
  await page.goto(`${SITE()}empty`);
  return page;
}

/** A database under the app's name, with something in it. */
function makeDatabase(page: Page, version: number, then: 'open' | 'close'): Promise<void> {
  return page.evaluate(
    ({ name, version, then }) =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.open(name, version);
        request.onupgradeneeded = () => {
          request.result.createObjectStore('mine').add('somebody else’s', 1);
        };
        request.onerror = () => reject(request.error);
        request.onsuccess = () => {
          // Held by the page, so that it is not collected.
          if (then === 'open') Object.assign(window, { held: request.result });
          else request.result.close();
          resolve();
        };
      }),
    { name: NAME, version, then },
  );
}

/** What is left of that. */
function keptIn(page: Page): Promise<unknown[]> {
  return page.evaluate(
    (name) =>
      new Promise<unknown[]>((resolve, reject) => {
        const request = indexedDB.open(name);
        request.onerror = () => reject(request.error);
        request.onsuccess = () => {
          const records = request.result.transaction('mine').objectStore('mine').getAll();
          records.onsuccess = () => resolve(records.result);
        };
      }),
    NAME,
  );
}

async function expectFigures(device: BrowserContext, trial: string, figures: Record<string, number>) {
  const file = await aDayLater(device);
  const found = { counted: ended(totalsIn(file)), missed: file.notCounted };
  say(trial, found);
  expect(found).toEqual(figures);
}
