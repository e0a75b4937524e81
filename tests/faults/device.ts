import { text } from 'node:stream/consumers';
import {
  type BrowserContext,
  test as base,
  expect,
  type Locator,
  type Page,
  type WebError,
} from '@playwright/test';
import words from '../../src/i18n/vi.json' with { type: 'json' };
import type { ExportFile } from '../../src/tally/export';
import { type Totals, totalsOf } from '../../src/tally/totals';
import { installDriver, type Way } from './driver';

export { expect };

/** The address of the site under trial, ending in a slash. */
export const SITE = () => process.env.SITE ?? '';
/** The guide that the trials walk. */
export const GUIDE = 'vneid';
/** What the last screen says of a walk that was counted. */
export const COUNTED = words['ended.counted'];
const NOT_COUNTED = words['ended.not-counted'];

/** A tablet held upright; motion has tests of its own. */
const SCREEN = {
  viewport: { width: 800, height: 1280 },
  locale: 'vi-VN',
  reducedMotion: 'reduce',
} as const;

/** Opens an address below the site's root, and waits until it answers to touch. */
export async function open(page: Page, address: string): Promise<void> {
  await page.goto(SITE() + address);
  await page.locator('html[data-ready]').waitFor({ state: 'attached' });
}

/** Walks on the page's cover, one after the other; answers how many of them the screen said were counted. */
export async function walk(page: Page, ways: readonly Way[]): Promise<number> {
  const said = await page.evaluate(async (ways) => {
    const said: string[] = [];
    for (const way of ways) said.push(await window.driver.walk(way));
    return said;
  }, ways);
  for (const one of said) expect([COUNTED, NOT_COUNTED]).toContain(one);
  return said.filter((one) => one === COUNTED).length;
}

/** What is exported in the staff room; `tapped` is called as soon as the export was asked for. */
export async function exported(page: Page, tapped = () => {}): Promise<ExportFile> {
  await open(page, 'staff/');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('[data-action="export-json"]').click().then(tapped),
  ]);
  return JSON.parse(await text(await download.createReadStream())) as ExportFile;
}

/** Walks by how they began and ended, over a whole file. */
export function totalsIn(file: ExportFile): Totals {
  return totalsOf(file.sheets.flatMap((sheet) => sheet.rows));
}

/** Walks that have ended. */
export function ended({ completed, stopped, left }: Totals): number {
  return completed + stopped + left;
}

/** Where the staff room says how many walks were not counted. */
export function notCountedTile(page: Page): Locator {
  return page.locator('[data-total="not-counted"]').first();
}

/** Has everything forgotten that the site keeps on the device. Closes its pages first: what is open holds the rest. */
export async function forget(device: BrowserContext): Promise<void> {
  const [first, ...pages] = device.pages();
  for (const page of pages) await page.close();
  if (!first) return;
  const session = await device.newCDPSession(first);
  await session.send('Storage.clearDataForOrigin', { origin: new URL(SITE()).origin, storageTypes: 'all' });
  await session.detach();
}

/** A device with the driver in each of its pages. Fails the trial when a page reports an error. */
export const test = base.extend<{ device: BrowserContext }, { kept: BrowserContext }>({
  kept: [
    async ({ browser }, use) => {
      const context = await browser.newContext({ ...SCREEN, serviceWorkers: 'block' });
      await context.addInitScript(installDriver);
      // Its first window takes the browser longer than most trials do: it stays, empty, for all of them.
      await context.newPage();
      await use(context);
      await context.close();
    },
    { scope: 'worker' },
  ],
  device: async ({ kept }, use) => {
    const errors: string[] = [];
    const note = (error: WebError) => errors.push(error.error().message);
    kept.on('weberror', note);
    await use(kept);
    await forget(kept);
    kept.off('weberror', note);
    expect(errors).toEqual([]);
  },
});
