import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test as base, expect, type Page } from '@playwright/test';
import { compileAll } from '../../build/compile-all';
import { END, findStep, type Guide, type OutlineStep } from '../../src/guide/guide';
import { longestWay } from '../ways-through';

const SITE = process.env.SITE ?? '';
/** `build.target` of vite.config.ts. */
const OLDEST = 92;

/** What the driver asks of elements this browser has not yet: pages are only asked in their own words, by `evaluate`. */
const test = base.extend<{ page: Page }>({
  page: async ({ page }, use) => {
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    await use(page);
    expect(errors).toEqual([]);
  },
});

async function open(page: Page, address: string): Promise<void> {
  await page.goto(SITE + address);
  await ready(page);
}

async function ready(page: Page): Promise<void> {
  await page.waitForFunction(() => document.documentElement.dataset.ready !== undefined);
}

/** Presses what is in sight. */
function tap(page: Page, selector: string): Promise<void> {
  return page.evaluate((wanted) => {
    const found = [...document.querySelectorAll<HTMLElement>(wanted)].find(
      (one) => one.getClientRects().length > 0,
    );
    if (!found) throw new Error(`nothing in sight is ${wanted}`);
    found.click();
  }, selector);
}

async function expectScreen(page: Page, screen: string, step = ''): Promise<void> {
  await page.waitForFunction(
    ([wanted, id]) => {
      const main = document.querySelector('main');
      return main?.dataset.screen === wanted && (id === '' || main.dataset.step === id);
    },
    [screen, step] as const,
  );
}

async function vietnameseGuides(): Promise<Guide[]> {
  return (await compileAll(path.join(import.meta.dirname, '../..'))).guides.filter(
    ({ locale }) => locale === 'vi',
  );
}

async function walk(page: Page, guide: Guide): Promise<void> {
  await open(page, `${guide.id}/`);
  await tap(page, '[data-action="start"]');
  const way = longestWay(guide);
  for (const [i, id] of way.entries()) {
    await expectScreen(page, 'step', id);
    const to = way[i + 1] ?? END;
    const isChoice = findStep<OutlineStep>(guide, id)?.next.kind === 'choice';
    await tap(page, isChoice ? `[data-choice="${to}"]` : `[data-action="${to === END ? 'finish' : 'next'}"]`);
  }
  await expectScreen(page, 'finish');
  await tap(page, '[data-action="completed"]');
  await expectScreen(page, 'done');
}

test('the browser is the oldest one that the site is made for', ({ browser }) => {
  expect(Number(browser.version().split('.', 1)[0])).toBe(OLDEST);
});

test('each guide is walked to its end and counted, and the counts are exported', async ({ page }) => {
  const guides = await vietnameseGuides();
  for (const guide of guides) await walk(page, guide);
  await open(page, 'staff/');
  await page.waitForFunction(
    (wanted) =>
      document.querySelector<HTMLElement>('[data-total="completed"]')?.dataset.value === String(wanted),
    guides.length,
  );
  const download = page.waitForEvent('download');
  await tap(page, '[data-action="export-json"]');
  const file = await (await download).path();
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({
    format: 'tung-buoc/counts',
    total: guides.length,
  });
});

test('after one visit all of it is there without network', async ({ page, context }) => {
  await open(page, '');
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await context.setOffline(true);
  for (const guide of (await vietnameseGuides()).slice(0, 2)) await walk(page, guide);
});

for (const size of [
  { width: 360, height: 740 },
  { width: 800, height: 1280 },
]) {
  test(`${size.width}×${size.height}: nothing reaches beyond the screen`, async ({ page }, { outputDir }) => {
    await page.setViewportSize(size);
    for (const address of ['', 'vneid/', 'vneid/#numbers', 'vneid/#end', 'staff/', 'report/', 'privacy/']) {
      await page.goto('about:blank');
      await open(page, address);
      const name = address.replaceAll(/\W+/g, '-') || 'home';
      await page.screenshot({ path: path.join(outputDir, `${size.width}-${name}.png`) });
      const over = await page.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement;
        return scrollWidth - clientWidth;
      });
      expect(over, address).toBeLessThanOrEqual(0);
    }
  });
}

test('opened at a step, its title is in sight', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await open(page, 'vneid/#numbers');
  await expect
    .poll(() => page.evaluate(() => document.querySelector(':target h1')?.getBoundingClientRect().top ?? -1))
    .toBeGreaterThan(0);
});

test('where no script comes or none of it is understood, the guide is walked by its links', async ({
  page,
}) => {
  await page.route('**/*.js', (route) => route.abort());
  await page.goto(`${SITE}vneid/`);
  const shown = () =>
    page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('main section[id]')]
        .filter((one) => one.getClientRects().length > 0)
        .map(({ id }) => id),
    );
  // Without :has() the cover stays above the step; what is to be read is there all the same.
  const [guide] = (await vietnameseGuides()).filter(({ id }) => id === 'vneid');
  await tap(page, '[data-action="start"]');
  await expect.poll(shown).toContain(guide?.steps[0].id);
  await tap(page, `#${guide?.steps[0].id} [data-action="next"]`);
  await expect.poll(shown).toContain(guide?.steps[1]?.id);
  expect(await shown()).not.toContain(guide?.steps[0].id);
});
