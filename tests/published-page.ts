import type { Page } from '@playwright/test';
import { Tablet } from './e2e/tablet';
import { PublishedSite } from './published-site';

/** A fixture: the built site on a host of its own, for one test. `port`: or the next one that is free. */
export function siteAt(port: number, limit?: number) {
  // biome-ignore lint/correctness/noEmptyPattern: a fixture names what it needs
  return async ({}, use: (site: PublishedSite) => Promise<void>): Promise<void> => {
    const site = await PublishedSite.open(port, limit);
    await use(site);
    site.close();
  };
}

/** Opens an address of a site, and waits until it works without network. */
export async function openOf(page: Page, site: PublishedSite, address = ''): Promise<void> {
  await page.goto(site.address + address);
  const tablet = new Tablet(page);
  await tablet.ready();
  await tablet.readyForOffline();
}

/** Has the browser look for a new worker; answers whether one waits. */
export function isWaiting(page: Page): Promise<boolean> {
  return page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    await registration?.update().catch(() => undefined);
    return registration?.waiting != null;
  });
}

/** The version that a page is of. */
export function versionOf(page: Page): Promise<string | undefined> {
  return page.evaluate(() => document.documentElement.dataset.version);
}
