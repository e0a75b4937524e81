import type { BrowserContext } from '@playwright/test';
import { contentOf } from '../../build/page-content';
import { read } from '../unit/built-site';
import { longestWay } from '../ways-through';
import { allGuides, expect, SITE, type Tablet, test } from './tablet';
import { violationsIn } from './violations';

test.use({ serviceWorkers: 'allow' });

/** One visit to the home screen; from then on there is no network. */
async function visitOnce(tablet: Tablet, context: BrowserContext): Promise<void> {
  await tablet.open('');
  await tablet.readyForOffline();
  await context.setOffline(true);
}

test('one visit, then no network: every guide is there in both languages and leads to its end, and all else works', async ({
  tablet,
  page,
  context,
}) => {
  await visitOnce(tablet, context);
  const guides = await allGuides();
  for (const guide of guides) {
    await tablet.open(`${guide.locale === 'vi' ? '' : 'en/'}${guide.id}/`);
    await tablet.expectScreen('cover');
    if (guide.locale === 'en') {
      await tablet.tap('start');
      await tablet.expectScreen('step', guide.steps[0].id);
      continue;
    }
    await tablet.walk(guide, longestWay(guide));
    await tablet.tap('completed');
    await tablet.expectScreen('done');
  }
  for (const address of [
    'en/',
    'report/',
    'en/report/',
    'en/staff/',
    'staff/',
    'vneid/index.html',
    'vneid?from=qr',
  ])
    await tablet.open(address);
  await tablet.open('staff/');
  for (const format of ['xlsx', 'csv', 'json'] as const)
    expect((await tablet.export(format)).length).toBeGreaterThan(100);
  const completed = (await tablet.exportedRows()).filter(({ event }) => event === 'completed');
  expect(completed.reduce((sum, { count }) => sum + count, 0)).toBe(guides.length / 2);
  await tablet.open('nowhere/at/all');
  await tablet.expectScreen('home');
  expect(page.url()).toBe(SITE);
});

test('without network a page is the one that was built, byte for byte, with its style in it; what is stored of it can be had as a part', async ({
  tablet,
  page,
  context,
}) => {
  await visitOnce(tablet, context);
  for (const address of ['', 'en/', 'vneid/', 'en/vneid/', 'report/', 'staff/']) {
    const file = `${address}index.html`;
    const response = await page.goto(SITE + address);
    expect(response?.headers()['content-type']).toContain('text/html');
    expect(await response?.text(), file).toBe(read(file).toString());
    await tablet.ready();
    await page.reload();
    await tablet.ready();
    // A style that the policy refuses has no rules.
    const rules = () => document.querySelector<HTMLStyleElement>('style[data-files]')?.sheet?.cssRules.length;
    expect(await page.evaluate(rules), file).toBeGreaterThan(20);
    const asPart = (url: string) => page.evaluate(async (url) => (await fetch(url)).text(), SITE + url);
    expect(await asPart(file), file).toBe(read(file).toString());
    expect(await asPart(contentOf(file)), file).toBe(read(contentOf(file)).toString());
  }
});

test('without a service worker everything still works online', async ({ browser, violations }) => {
  const context = await browser.newContext({
    serviceWorkers: 'block',
    viewport: { width: 800, height: 1280 },
  });
  violationsIn(context, violations);
  const page = await context.newPage();
  await page.goto(`${SITE}vneid/`);
  await page.locator('[data-action="start"]').click();
  await expect(page.locator('main')).toHaveAttribute('data-screen', 'step');
  await page.goto(`${SITE}nowhere/at/all`);
  await expect(page.locator('main')).toHaveAttribute('data-screen', 'home');
  await expect(page.locator('[data-open="vneid"]')).toBeVisible();
  await context.close();
});
