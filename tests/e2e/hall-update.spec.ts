import { isWaiting, siteAt } from '../published-page';
import type { PublishedSite } from '../published-site';
import { COUNTDOWN, QUIET } from './hall';
import { test as base, expect } from './tablet';

const test = base.extend<{ site: PublishedSite }>({ site: siteAt(4260) });
test.use({ serviceWorkers: 'allow' });

/** A busy machine is slow, not wrong. */
const PATIENCE = 60_000;

test('in a hall a new version starts while nobody is there, and never on who reads the home screen', async ({
  page,
  tablet,
  site,
}) => {
  const mark = () => page.evaluate(() => (window as { mark?: number }).mark);
  await page.clock.install();
  await page.addInitScript(() => localStorage.setItem('tung-buoc:role', 'kiosk'));
  await page.goto(site.address);
  await tablet.expectScreen('attract');
  await tablet.readyForOffline();
  // All that the poster shows is fetched by now, and the look for a version is over: Chrome lets a worker that is asked for
  // something at the very moment of its end linger for five minutes, and hours of this clock are moments.
  for (let second = 0; second < 70; second += 1) await page.clock.runFor(1000);
  await page.locator('main').click();
  await tablet.expectScreen('home');
  await page.evaluate(() => Object.assign(window, { mark: 1 }));
  site.publish('the next version');
  await expect.poll(() => isWaiting(page), { timeout: PATIENCE }).toBe(true);
  await page.clock.runFor(QUIET - 5000);
  await tablet.expectScreen('home');
  expect(await mark()).toBe(1);
  await page.clock.runFor(COUNTDOWN);
  await tablet.expectScreen('attract');
  await expect(async () => {
    await page.clock.runFor(16_000);
    expect(await mark()).toBeUndefined();
  }).toPass();
  await tablet.expectScreen('attract');
  expect(await isWaiting(page)).toBe(false);
});
