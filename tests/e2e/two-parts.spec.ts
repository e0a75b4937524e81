import type { BrowserContext, Page } from '@playwright/test';
import { openOf, siteAt } from '../published-page';
import type { PublishedSite } from '../published-site';
import { test as base, expect, Tablet } from './tablet';

/** Room for the app and its first guide only. */
const SMALL = 1;
const LATER = 'voso-postmart';
/** A busy machine is slow, not wrong. */
const PATIENCE = 60_000;
const IDLE_MS = 20_000;

const test = base.extend<{ site: PublishedSite }>({ site: siteAt(4270, SMALL) });
test.use({ serviceWorkers: 'allow' });

const home = (page: Page) => expect(page.locator('main')).toHaveAttribute('data-screen', 'home');
const sentence = (page: Page) => page.getByText('Hướng dẫn này chưa có trong máy');

/** A first visit, with the clock in the test's hand, until what is stored at once is there. */
async function firstVisit(page: Page, site: PublishedSite, address = ''): Promise<void> {
  await page.clock.install();
  await openOf(page, site, address);
}

/** Files of the later part that lie in the store. */
const laterHere = (page: Page, site: PublishedSite) => {
  const later = site.files().flatMap((file) => (file.later === undefined ? [] : [file]));
  return page.evaluate(
    async (urls) => {
      const names = (await caches.keys()).filter((name) => name.startsWith('tung-buoc:files'));
      const keys = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
      const there = new Set(keys.flat().map(({ url }) => url));
      return urls.filter((url) => there.has(url)).length;
    },
    later.map(({ url, integrity }) => `${site.address}${url}?${encodeURIComponent(integrity)}`),
  );
};
const later = (site: PublishedSite) => site.files().filter((file) => file.later !== undefined).length;

/** Leaves the page alone until all is stored. */
async function fills(page: Page, site: PublishedSite): Promise<void> {
  await expect(async () => {
    await page.clock.fastForward(IDLE_MS + 1_000);
    await expect.poll(() => laterHere(page, site), { timeout: 5_000 }).toBe(later(site));
  }).toPass({ timeout: PATIENCE });
}

async function withoutLine(context: BrowserContext, site: PublishedSite): Promise<void> {
  await context.setOffline(true);
  site.asked.length = 0;
}

test('a large site: the first part at once, the rest when nobody touches the page; a guide that is not there yet leads home, which says so', async ({
  page,
  context,
  site,
}) => {
  await firstVisit(page, site);
  expect(later(site)).toBeGreaterThan(20);
  expect(await laterHere(page, site)).toBe(0);

  await withoutLine(context, site);
  await page.locator(`[data-open="${LATER}"]`).click();
  await expect(sentence(page)).toBeVisible();
  await home(page);
  expect(page.url()).toBe(site.address);
  await page.goto(`${site.address}en/${LATER}/`);
  await home(page);
  await expect(page.getByText('This guide is not on this device yet')).toBeVisible();
  expect(page.url()).toBe(`${site.address}en/`);
  await page.reload();
  await home(page);
  await expect(page.getByText('This guide is not on this device yet')).toHaveCount(0);
  await page.goto(site.address);
  await page.locator('[data-open="vneid"]').click();
  await expect(page.locator('main')).toHaveAttribute('data-screen', 'cover');
  await page.locator('.top-bar a').first().click();
  await home(page);

  await context.setOffline(false);
  // Somebody touches the page again and again.
  for (let i = 0; i < 3; i += 1) {
    await page.clock.fastForward(IDLE_MS - 2_000);
    await page.locator('h1').click();
  }
  expect(await laterHere(page, site)).toBe(0);
  await fills(page, site);

  await withoutLine(context, site);
  await page.locator(`[data-open="${LATER}"]`).click();
  await expect(page.locator('main')).toHaveAttribute('data-screen', 'cover');
  await expect(sentence(page)).toHaveCount(0);
  await page.goto(`${site.address}en/${LATER}/`);
  await new Tablet(page).ready();
  await expect(page.locator('main')).toHaveAttribute('data-guide', LATER);
});

test('staff see which guides have not come yet, and have them fetched; an update takes none of them away', async ({
  page,
  context,
  site,
}) => {
  const tablet = new Tablet(page);
  await firstVisit(page, site, 'staff/');
  const checked = page.locator('[data-readiness="checked"]');
  await tablet.tap('check-readiness');
  await expect(checked).toBeVisible({ timeout: PATIENCE });
  await expect(page.locator('[data-ready-to-go]')).toHaveAttribute('data-ready-to-go', 'no');
  const lack = page.locator('[data-lack="later"]');
  await expect(lack).toContainText(/6 hướng dẫn chưa tải về máy\..+ · .+…/);
  await context.setOffline(true);
  await tablet.tap('repair-offline');
  await expect(page.locator('[data-repair="failed"]')).toContainText('Tải ngay', { timeout: PATIENCE });
  await context.setOffline(false);
  await tablet.tap('repair-offline');
  await expect(lack).toHaveCount(0, { timeout: PATIENCE });
  await expect(checked).toBeVisible({ timeout: PATIENCE });
  expect(await page.locator('[data-lack="files"]').count()).toBe(0);
  expect(await laterHere(page, site)).toBe(later(site));

  site.publish('next');
  await tablet.tap('check-update');
  await expect(page.locator('[data-version-state="waits"]')).toBeVisible({ timeout: PATIENCE });
  expect(await laterHere(page, site)).toBe(later(site));
});
