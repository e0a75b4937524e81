import type { Page } from '@playwright/test';
import { isWaiting, openOf as open, siteAt, versionOf } from '../published-page';
import type { PublishedSite } from '../published-site';
import { test as base, expect, Tablet } from './tablet';

const test = base.extend<{ site: PublishedSite; version(): Promise<string | undefined> }>({
  site: siteAt(4250),
  /** The version that the page is of. */
  version: async ({ page }, use) => {
    await use(() => versionOf(page));
  },
});
test.use({ serviceWorkers: 'allow' });

/** A busy machine is slow, not wrong. */
const PATIENCE = 60_000;

/** Leaves the home screen alone until the page is of another version than this one. */
async function becomesOther(page: Page, id: string | undefined): Promise<void> {
  await expect(async () => {
    await page.clock.fastForward(25_000);
    expect(await versionOf(page)).not.toBe(id);
  }).toPass({ timeout: PATIENCE });
}

test('a new version waits through a walk and while another tab is open, and starts when the home screen is left alone', async ({
  page,
  context,
  site,
  version,
}) => {
  await page.clock.install();
  await open(page, site);
  const first = await version();
  await page.locator('[data-open="vneid"]').click();
  await page.locator('[data-action="start"]').click();
  const screen = (name: string) => expect(page.locator('main')).toHaveAttribute('data-screen', name);
  await screen('step');

  const next = site.publish('next');
  await expect.poll(() => isWaiting(page), { timeout: PATIENCE }).toBe(true);
  await page.clock.fastForward(600_000);
  await screen('step');
  expect(await version()).toBe(first);

  await page.locator('.top-bar a').first().click();
  await screen('home');
  // While another tab is open, somebody may be in the middle of something there.
  const other = await context.newPage();
  await other.goto(`${site.address}vneid/`);
  await page.clock.fastForward(25_000);
  await expect.poll(() => isWaiting(page), { timeout: PATIENCE }).toBe(true);
  expect(await version()).toBe(first);
  await other.close();

  // A touch, and nobody after that.
  await page.locator('h1').click();
  await becomesOther(page, first);
  await screen('home');
  expect(await version()).toBe(next.id);
  expect(await isWaiting(page)).toBe(false);
});

test('a version that comes while the home screen has long been left alone starts by itself', async ({
  page,
  site,
  version,
}) => {
  await page.clock.install();
  await open(page, site);
  await page.clock.fastForward(25_000);
  const next = site.publish('in the night');
  // Four hours later it is looked for; nobody has touched anything.
  await expect(async () => {
    await page.clock.fastForward(4 * 3_600_000);
    expect(await version()).toBe(next.id);
  }).toPass({ timeout: PATIENCE });
});

test('staff look for a new version by one request past every cache, and are told of a host that does not answer and of another tab', async ({
  page,
  context,
  site,
}) => {
  const tablet = new Tablet(page);
  await open(page, site, 'staff/');
  await expect(page.locator('[data-version-state="served"]')).toContainText('Máy chưa xem lần nào');
  const response = await page.request.get(`${site.address}version.json`);
  expect(response.headers()['cache-control']).toBe('no-store');
  site.asked.length = 0;
  await tablet.tap('check-update');
  await expect(page.locator('[data-look="newest"]')).toBeVisible();
  expect(site.asked).toEqual(['version.json']);
  await context.setOffline(true);
  await tablet.tap('check-update');
  await expect(page.locator('[data-look="no-answer"]')).toBeVisible();
  await context.setOffline(false);

  const next = site.publish('next');
  site.let('vneid/content.html', 'cut');
  await tablet.tap('check-update');
  await expect(page.locator('[data-look="not-fetched"]')).toBeVisible({ timeout: PATIENCE });
  site.let('vneid/content.html', undefined);
  await tablet.tap('check-update');
  await expect(page.locator('[data-version-state="waits"]')).toContainText(next.date, { timeout: PATIENCE });
  const other = await context.newPage();
  await other.goto(site.address);
  await tablet.tap('apply-update');
  await expect(page.getByText('Còn một trang Từng Bước khác')).toBeVisible();
  await other.close();
  await tablet.tap('apply-update');
  await expect(page.locator('[data-version-state="served"]')).toContainText(next.id);
});
