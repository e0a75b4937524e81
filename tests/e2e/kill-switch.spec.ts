import type { Page } from '@playwright/test';
import { PublishedSite } from '../published-site';
import { expect, Tablet, test } from './tablet';

test.use({ serviceWorkers: 'allow' });

const caches = (page: Page) => page.evaluate(() => window.caches.keys());
const registrations = (page: Page) =>
  page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);
const completed = (page: Page) => page.locator('[data-total="completed"]').first().getAttribute('data-value');

test('the kill switch takes the app from the device and leaves the counts; a worker published later takes over again', async ({
  page,
}) => {
  const site = await PublishedSite.open(4280);
  const tablet = new Tablet(page);
  const open = async (address: string) => {
    await page.goto(site.address + address);
    await tablet.ready();
  };
  try {
    await open('vneid/');
    await tablet.readyForOffline();
    await tablet.tap('start');
    await tablet.stop('no-time');
    await open('vneid/');
    await tablet.tap('start');
    await page.evaluate(() => {
      location.hash = '#end';
    });
    await tablet.tap('completed');
    await tablet.expectScreen('done');
    expect((await caches(page)).length).toBeGreaterThan(2);

    const id = site.publishKillSwitch().id;
    site.asked.length = 0;
    await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
    // The open page comes from the network, and registers what lies there now, which goes again by itself.
    await expect(page.locator(`html[data-version="${id}"]`)).toBeAttached();
    expect(site.asked).toContain('vneid/');
    await expect.poll(() => registrations(page)).toBe(0);
    expect(await caches(page)).toEqual(['tung-buoc:counts']);
    await open('staff/');
    await page.locator('main[data-state="read"]').waitFor();
    expect(await completed(page)).toBe('1');
    // Not opened again and again.
    const opened = () => site.asked.filter((name) => name === 'staff/').length;
    await expect.poll(() => registrations(page)).toBe(0);
    expect(opened()).toBe(1);

    site.publish('the app again');
    await open('staff/');
    await tablet.readyForOffline();
    await page.context().setOffline(true);
    await open('staff/');
    await page.locator('main[data-state="read"]').waitFor();
    expect(await completed(page)).toBe('1');
  } finally {
    site.close();
  }
});
