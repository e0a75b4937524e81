import { longestWay } from '../ways-through';
import { allGuides, expect, SITE, test } from './tablet';
import { violationsIn } from './violations';

test.use({ serviceWorkers: 'allow' });

test('one visit, then no network: every guide is there in both languages and leads to its end, and all else works', async ({
  tablet,
  page,
  context,
}) => {
  await tablet.open('');
  await tablet.readyForOffline();
  await context.setOffline(true);
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
