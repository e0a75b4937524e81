import { test as base, expect, type Page } from '@playwright/test';
import { Tablet } from '../e2e/tablet';
import { isWaiting, openOf as open, siteAt, versionOf } from '../published-page';
import type { PublishedSite } from '../published-site';
import { FULL } from './size';

const test = base.extend<{ site: PublishedSite }>({ site: siteAt(4290) });

/** A busy machine is slow, not wrong. */
const PATIENCE = 60_000;
const ready = (page: Page) => new Tablet(page).ready();

/** What the worker remembers of the version in charge. */
const standing = (page: Page) =>
  page.evaluate(async () => {
    const memory = await caches.match(new URL('./tung-buoc:versions/memory', document.baseURI).href);
    return (await memory?.json())?.standing.kind as string | undefined;
  });

for (const how of FULL ? (['throws', 'hangs'] as const) : (['throws'] as const)) {
  test(`a version that ${how} before it answers is given up after three starts, without network too; the next one is taken`, async ({
    page,
    context,
    site,
  }) => {
    const version = () => versionOf(page);
    await page.clock.install();
    await open(page, site);
    const first = await version();
    const broken = site.publishBroken(how);
    await expect.poll(() => isWaiting(page), { timeout: PATIENCE }).toBe(true);
    const errors: string[] = [];
    page.on('pageerror', ({ message }) => errors.push(message));
    // Nobody does anything from here on, and there is no network.
    await context.setOffline(true);
    await expect(async () => {
      await page.clock.runFor(61_000);
      expect(await standing(page)).toBe('gone-back');
      expect(await version()).toBe(first);
    }).toPass({ timeout: PATIENCE });
    await ready(page);
    expect(errors).toEqual(how === 'throws' ? Array(3).fill('does not start') : []);
    await page.goto(`${site.address}vneid/`);
    await ready(page);
    await new Tablet(page).tap('start');
    await new Tablet(page).expectScreen('step');

    await context.setOffline(false);
    await open(page, site, 'staff/');
    await expect(page.locator('[data-version-state="went-back"]')).toContainText(broken.id);
    await new Tablet(page).tap('check-update');
    await expect(page.locator('[data-look="bad"]')).toBeVisible();
    expect(await version()).toBe(first);

    site.publishFirst();
    const good = site.publish('mended');
    await new Tablet(page).tap('check-update');
    await expect(page.locator('[data-version-state="waits"]')).toBeVisible({ timeout: PATIENCE });
    await new Tablet(page).tap('apply-update');
    await expect.poll(() => version().catch(() => undefined)).toBe(good.id);
    await ready(page);
    await expect(page.locator('[data-version-state="served"]')).toContainText(good.id);
  });
}
