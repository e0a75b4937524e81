import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { test as base, expect, type Page } from '@playwright/test';
import { compileAll } from '../../build/compile-all';
import { END } from '../../src/guide/guide';
import { versionOf } from '../published-page';
import { FAULTS, PublishedSite } from '../published-site';
import { longestWay } from '../ways-through';
import { startBrowser } from './browser-process';
import { ended, exported, totalsIn, walk } from './device';
import { installDriver } from './driver';
import { Random } from './random';
import { FULL, inFull, SEED, say } from './size';

const test = base.extend<{ site: PublishedSite }>({
  // biome-ignore lint/correctness/noEmptyPattern: a fixture names what it needs
  site: async ({}, use) => {
    const site = await PublishedSite.open(4270);
    const before = process.env.SITE;
    process.env.SITE = site.address;
    await use(site);
    process.env.SITE = before;
    site.close();
  },
});

const KILLS = inFull(60, 2);
/** Which steps an update comes at: in full each, in short every third. */
const EACH = inFull(1, 3);
/** Fetching a version of which every file is new takes so long at most, here. */
const LONGEST_UPDATE_MS = 4_000;

/** Opens an address, and waits until it works without network. */
async function open(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.locator('html[data-ready]').waitFor({ state: 'attached' });
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (navigator.serviceWorker.controller) return;
    await new Promise((resolve) => navigator.serviceWorker.addEventListener('controllerchange', resolve));
  });
}

/** Has the browser look for another version; answers whether it came whole. */
function update(page: Page): Promise<boolean> {
  return page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update();
    const coming = registration.installing;
    if (!coming) return registration.waiting !== null;
    return new Promise<boolean>((resolve) => {
      const look = () => coming.state === 'installing' || resolve(coming.state !== 'redundant');
      coming.addEventListener('statechange', look);
      look();
    });
  });
}

/** Has each file of the version in charge read again; answers those that are not as they were built. */
function unsound(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const { controller } = navigator.serviceWorker;
    const { port1, port2 } = new MessageChannel();
    return new Promise<string[]>((resolve) => {
      port1.onmessage = ({ data }) => {
        if (data.kind === 'verified') resolve([...data.missing, ...data.broken]);
      };
      controller?.postMessage({ type: 'VERIFY' }, [port2]);
    });
  });
}

test('a file that comes cut, as an error, as a page or with one bit flipped leaves the old version whole', async ({
  browser,
  site,
}) => {
  const page = await (await browser.newContext()).newPage();
  await open(page, site.address);
  const first = await versionOf(page);
  const files = site.files().map(({ url }) => url);
  // One of each kind, and the first page of all; in full, every one.
  const kinds = new Map(files.map((url) => [path.extname(url), url]));
  const tried = FULL ? files : [...kinds.values(), 'content.html'];
  let refused = 0;
  for (const [i, url] of tried.entries()) {
    // At no moment is there a sound new version: the page looks for one by itself, too.
    site.let(url, FAULTS[0]);
    // Another content, so that it has to be fetched.
    site.publish(`with another ${url}`, [url]);
    for (const before of tried.slice(0, i)) site.let(before, undefined);
    for (const fault of FAULTS) {
      site.let(url, fault);
      expect(await update(page), `${url}, ${fault}`).toBe(false);
      refused += 1;
    }
    expect(await unsound(page), url).toEqual([]);
  }
  for (const url of tried) site.let(url, undefined);
  await page.reload();
  await page.locator('html[data-ready]').waitFor({ state: 'attached' });
  expect(await versionOf(page)).toBe(first);
  expect(await update(page)).toBe(true);
  say('update, files with a fault', { files: tried.length, refused, 'old version harmed': 0 });
});

test('an update that comes at any step of a guide interrupts nobody', async ({ browser, site }) => {
  const { guides } = await compileAll(path.join(import.meta.dirname, '../..'));
  const walked = FULL ? guides : guides.slice(0, 1);
  const context = await browser.newContext({ viewport: { width: 800, height: 1280 } });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  let updates = 0;
  for (const guide of walked) {
    await open(page, `${site.address}${guide.locale === 'vi' ? '' : 'en/'}${guide.id}/`);
    const first = await versionOf(page);
    await page.evaluate(() => {
      Object.assign(window, { same: true });
    });
    await page.locator('[data-action="start"]').filter({ visible: true }).click();
    const way = longestWay(guide);
    for (const [i, id] of way.entries()) {
      await expect(page.locator('main')).toHaveAttribute('data-step', id);
      if (i % EACH === 0) {
        site.publish(`${guide.id} ${guide.locale} ${i}`, ['content.html']);
        expect(await update(page), `${guide.id} ${id}`).toBe(true);
        updates += 1;
        // What would bring it in on the home screen brings nothing here.
        await page.evaluate(() => dispatchEvent(new Event('online')));
        expect(await page.evaluate(() => 'same' in window)).toBe(true);
      }
      const to = way[i + 1] ?? END;
      const on = to === END ? '[data-action="finish"]' : `[data-action="next"], [data-choice="${to}"]`;
      await page.locator(on).filter({ visible: true }).first().click();
    }
    await expect(page.locator('main')).toHaveAttribute('data-screen', 'finish');
    expect(await page.evaluate(() => 'same' in window)).toBe(true);
    expect(await versionOf(page)).toBe(first);
  }
  expect(errors).toEqual([]);
  say('update, at each step', { guides: walked.length, updates, interrupted: 0 });
});

test('killed while an update comes or takes over: one version, wholly, and exact counts', async ({
  site,
}) => {
  const profile = mkdtempSync(path.join(tmpdir(), 'tung-buoc-update-'));
  const random = new Random(SEED);
  const where = `SEED=${SEED}`;
  let counted = 0;
  let known: (string | undefined)[] = [];
  try {
    for (let life = 0; life <= KILLS; life += 1) {
      const { page, kill, gone } = await startBrowser(profile);
      const errors: string[] = [];
      page.on('pageerror', ({ message }) => errors.push(message));
      await page.addInitScript(installDriver);
      await open(page, `${site.address}vneid/`);
      const version = await versionOf(page);
      if (life > 0) expect(known, `${where}, life ${life}`).toContain(version);
      expect(await unsound(page), `${where}, life ${life}: files of ${version}`).toEqual([]);
      counted += await walk(page, [{ steps: 1, end: 'completed' }]);
      expect(ended(totalsIn(await exported(page))), `${where}, life ${life}`).toBe(counted);
      expect(errors).toEqual([]);
      if (life < KILLS) {
        known = [version, site.publish(`life ${life}`).id];
        const takesOver = random.between(0, 1) === 1;
        const updating = update(page).then(async (isWhole) => {
          if (isWhole && takesOver) await skipWaiting(page);
        });
        updating.catch(() => undefined);
        if (takesOver) await Promise.race([updating.catch(() => undefined), after(LONGEST_UPDATE_MS)]);
        await after(random.between(0, takesOver ? 300 : LONGEST_UPDATE_MS));
      }
      kill();
      await gone;
    }
    say(`update, killed, ${where}`, { kills: KILLS, counted, lost: 0, doubled: 0, 'mixed versions': 0 });
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
});

const skipWaiting = (page: Page) =>
  page.evaluate(async () => {
    const { waiting } = await navigator.serviceWorker.ready;
    waiting?.postMessage({ type: 'SKIP_WAITING' });
  });
