import type { Page } from '@playwright/test';
import { allGuides, expect, SITE, test } from './tablet';

/** What a guide says on the page that is shown, as HTML; what follows from where it is shown left out. */
function said(page: Page): Promise<string> {
  return page.evaluate(() => {
    const parts = [...document.querySelectorAll('.cover-content, .steps')].map((part) =>
      part.cloneNode(true),
    );
    for (const part of parts as Element[])
      for (const one of part.querySelectorAll('[data-more], [data-ahead]'))
        for (const name of ['data-more', 'data-ahead']) one.removeAttribute(name);
    return (parts as Element[]).map(({ outerHTML }) => outerHTML).join('\n');
  });
}

const folder = (locale: string) => (locale === 'vi' ? '' : `${locale}/`);

test('a guide that is opened from home says and looks what its own page does', async ({ tablet, page }) => {
  for (const { id, locale } of await allGuides()) {
    await tablet.open(`${folder(locale)}${id}/`);
    const own = await said(page);
    expect(own.length).toBeGreaterThan(10_000);
    await tablet.open(folder(locale));
    await page.locator(`[data-open="${id}"]`).click();
    await tablet.expectScreen('cover');
    expect(await said(page), `${id} in ${locale}`).toBe(own);
  }
  // Style that the first page came without has come with it.
  const drawn = page.locator('.phone').first();
  await expect(drawn).not.toHaveCSS('border-radius', '0px');
});

test('who opens a guide anew finds no tick and no open panel of the one before', async ({ tablet, page }) => {
  const lookIn = async () => {
    await page.locator('[data-open="vneid"]').click();
    await tablet.expectScreen('cover');
    await tablet.tap('start');
    await tablet.expectScreen('step', 'bring');
    await expect(page.locator('#bring input:checked')).toHaveCount(0);
    await expect(page.locator('#bring details[open]')).toHaveCount(0);
    await page.locator('#bring input').first().check();
    await tablet.tap('help');
    await expect(page.locator('#bring details[open]')).toHaveCount(1);
  };
  const home = async () => {
    await page.locator('.top-bar a').first().click();
    await tablet.expectScreen('home');
  };
  // On its own page first, where all of it came with the page.
  await tablet.open('vneid/');
  await home();
  await lookIn();
  await home();
  await lookIn();
});

test('a guide of another version than the app is never put into it: its page is loaded', async ({
  tablet,
  page,
}) => {
  await page.route('**/vneid/content.html', async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace(/data-version="[^"]*"/, 'data-version="00000000"');
    await route.fulfill({ response, body });
  });
  await tablet.open('');
  await page.evaluate(() => {
    (window as { mark?: number }).mark = 1;
  });
  await page.locator('[data-open="vneid"]').click();
  await tablet.expectScreen('cover');
  await tablet.ready();
  expect(page.url()).toBe(`${SITE}vneid/`);
  expect(await page.evaluate(() => (window as { mark?: number }).mark)).toBeUndefined();
  await tablet.tap('start');
  await tablet.expectScreen('step', 'bring');
});

test('a guide whose page does not come leads home, which says so, and can be opened when it comes', async ({
  tablet,
  page,
}) => {
  await tablet.open('');
  await page.route('**/vneid/content.html', (route) => route.abort());
  await page.locator('[data-open="vneid"]').click();
  await expect(page.getByText('Hướng dẫn này chưa có trong máy')).toBeVisible();
  expect(page.url()).toBe(SITE);
  await page.unroute('**/vneid/content.html');
  await page.locator('[data-open="vneid"]').click();
  await tablet.expectScreen('cover');
});
