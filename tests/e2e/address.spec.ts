import type { Route } from '@playwright/test';
import { expect, SITE, test } from './tablet';

test('the back button goes one step back, on screen and in the browser', async ({ tablet, page }) => {
  await tablet.open('vneid/');
  await tablet.tap('start');
  await tablet.tap('next');
  await tablet.expectScreen('step', 'registered');
  await page.goBack();
  await tablet.expectScreen('step', 'bring');
  await page.goForward();
  await tablet.expectScreen('step', 'registered');
  await tablet.tap('back');
  await tablet.expectScreen('step', 'bring');
  // The browser's own button must not lead forward now.
  await page.goBack();
  await tablet.expectScreen('cover');
});

test('a reload goes on at the same step, with the same walk', async ({ tablet, page }) => {
  await tablet.open('vneid/');
  await tablet.tap('start');
  await tablet.tap('next');
  await tablet.expectScreen('step', 'registered');
  await tablet.noted();
  await page.reload();
  await tablet.ready();
  await tablet.expectScreen('step', 'registered');
  await tablet.stop('other');
  await tablet.open('staff/');
  const rows = await tablet.exportedRows();
  expect(rows.filter((row) => row.event === 'started').map((row) => row.count)).toEqual([1]);
  expect(rows.filter((row) => row.event === 'stopped').map((row) => row.step)).toEqual(['registered']);
});

test('a link to a step shows that step, and counts nothing', async ({ tablet, page }) => {
  await tablet.open('vneid/#otp');
  await tablet.expectScreen('step', 'otp');
  await expect(page.locator('#otp h1')).toBeVisible();
  await tablet.tap('back');
  await tablet.expectScreen('step', 'numbers');
  await tablet.open('staff/');
  expect(await tablet.exportedRows()).toEqual([]);
});

test('a step shows, and "next" answers, while the script is still on its way', async ({ page }) => {
  const scripts: Route[] = [];
  await page.route('**/assets/*.js', (route) => {
    scripts.push(route);
  });
  await page.goto(`${SITE}vneid/#otp`, { waitUntil: 'commit' });
  await expect(page.locator('#otp h1')).toBeVisible();
  await expect(page.locator('#cover')).toBeHidden();
  await page.locator('#otp [data-action="next"]').click();
  await expect(page.locator('#otp h1')).toBeHidden();
  await expect(page.locator('section:target h1')).toBeVisible();
  expect(scripts.length).toBeGreaterThan(0);
  // An unknown one must not leave the page empty.
  await page.goto(`${SITE}en/vneid/#nowhere`, { waitUntil: 'commit' });
  await expect(page.locator('#cover h1')).toBeVisible();
});

test('an unknown step shows the cover, an unknown address home, and the address says so', async ({
  tablet,
  page,
}) => {
  await tablet.open('vneid/#nowhere');
  await tablet.expectScreen('cover');
  await expect(page.locator('[data-action="start"]')).toBeVisible();
  expect(page.url()).toBe(`${SITE}vneid/`);
});

test('a stored page’s own address, which has no style, leads to the page', async ({ tablet, page }) => {
  await page.goto(`${SITE}vneid/content.html`);
  await tablet.expectScreen('cover');
  expect(page.url()).toBe(`${SITE}vneid/`);
  await expect(page.locator('.cover .dock')).toHaveCSS('position', 'fixed');
});

test('an address without its last slash is the same page', async ({ tablet }) => {
  await tablet.open('vneid');
  await tablet.expectScreen('cover');
});

test('an interrupted walk can be taken up from the cover, or started over, never both', async ({
  tablet,
  page,
}) => {
  await tablet.open('vneid/');
  await tablet.tap('start');
  await tablet.tap('next');
  await tablet.expectScreen('step', 'registered');
  await tablet.noted();
  await page.locator('.top-bar a').first().click();
  await tablet.expectScreen('home');
  await page.locator('[data-open="vneid"]').click();
  await tablet.expectScreen('cover');
  await expect(page.locator('.interrupted')).toContainText('Bác đã làm định danh ở công an chưa?');
  await tablet.tap('resume');
  await tablet.expectScreen('step', 'registered');

  await page.locator('.top-bar a').first().click();
  await page.locator('[data-open="vneid"]').click();
  await expect(tablet.control('resume')).toBeVisible();
  await tablet.tap('start');
  await tablet.expectScreen('step', 'bring');
  await page.evaluate(() => {
    location.hash = '#end';
  });
  await tablet.tap('completed');
  await tablet.expectScreen('done');
  await tablet.open('staff/');
  const rows = await tablet.exportedRows();
  const count = (event: string) => rows.reduce((sum, row) => sum + (row.event === event ? row.count : 0), 0);
  expect([count('started'), count('left'), count('completed')]).toEqual([2, 1, 1]);
});

test('a walk that another tab is in the middle of is not offered', async ({ tablet, context }) => {
  await tablet.open('vneid/');
  await tablet.tap('start');
  await tablet.expectScreen('step', 'bring');
  const other = await context.newPage();
  await other.goto(`${SITE}vneid/`);
  await other.locator('html[data-ready]').waitFor({ state: 'attached' });
  await expect(other.locator('[data-action="start"]')).toBeVisible();
  await expect(other.locator('[data-action="resume"]')).toHaveCount(0);
});

test('moving between addresses loads no page, and looks for nothing where it is not', async ({
  tablet,
  page,
}) => {
  const missing: string[] = [];
  page.on('response', (response) => {
    if (response.status() >= 400) missing.push(response.url());
  });
  await tablet.open('');
  await page.evaluate(() => {
    (window as { mark?: number }).mark = 1;
  });
  await page.locator('[data-open="vneid"]').click();
  await tablet.expectScreen('cover');
  await tablet.tap('start');
  await tablet.expectScreen('step', 'bring');
  await page.locator('.top-bar a').first().click();
  await tablet.expectScreen('home');
  await page.goBack();
  await tablet.expectScreen('step', 'bring');
  await expect(page.locator('#bring h1')).toBeVisible();
  await expect(page.locator('#cover')).toBeHidden();
  await page.goBack();
  await tablet.expectScreen('cover');
  await page.goBack();
  await page.locator('a[hreflang="en"]').click();
  await expect(page.locator('h1')).toHaveText('What would you like to do today?');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  expect(await page.evaluate(() => (window as { mark?: number }).mark)).toBe(1);
  const icons = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLLinkElement>('link:is([rel*="icon"], [rel="manifest"])')].map(
      ({ href }) => href,
    ),
  );
  expect(icons.map((href) => href.replace(SITE, ''))).toEqual([
    'manifest.webmanifest',
    'icon.svg',
    'icon-192.png',
  ]);
  expect(missing).toEqual([]);
});

test('a step is announced: its heading takes the focus and says where it stands', async ({
  tablet,
  page,
}) => {
  await tablet.open('vneid/');
  await tablet.tap('start');
  await expect(page.locator('#bring h1')).toBeFocused();
  await expect(page.getByRole('heading', { level: 1 }).filter({ visible: true })).toHaveAccessibleName(
    /^Bước 1 \/ \d+ .*Bác chuẩn bị đủ chưa\?$/,
  );
});

test('a tap made before the script has come is not lost, and counts', async ({ tablet, page }) => {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/assets/GuideScreen-*.js', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(`${SITE}vneid/`, { waitUntil: 'commit' });
  await tablet.tap('start');
  await expect(page.locator('#bring h1')).toBeVisible();
  await tablet.tap('next');
  await expect(page.locator('#registered h1')).toBeVisible();
  await expect(page.locator('#cover')).toBeHidden();
  release();
  await tablet.ready();
  await tablet.expectScreen('step', 'registered');
  await tablet.stop('other');
  await tablet.open('staff/');
  const rows = await tablet.exportedRows();
  expect(rows.map(({ event, step }) => `${event} ${step}`)).toEqual([
    'reached bring',
    'reached registered',
    'started ',
    'stopped registered',
  ]);
});

test('coming back into a guide after its walk has ended counts nothing new', async ({ tablet, page }) => {
  await tablet.open('vneid/');
  await tablet.tap('start');
  await tablet.tap('next');
  await tablet.stop('other');
  await page.locator('#stopped .go').click();
  await tablet.expectScreen('home');
  await page.goBack();
  await page.goBack();
  await tablet.expectScreen('step', 'registered');
  await tablet.tap('back');
  await tablet.expectScreen('step', 'bring');
  await tablet.open('staff/');
  const rows = await tablet.exportedRows();
  expect(rows.filter((row) => row.event === 'started').map((row) => row.count)).toEqual([1]);
});

test('an end by mistake: the step before is one touch away, and the end is not counted again', async ({
  tablet,
}) => {
  await tablet.open('vneid/');
  await tablet.tap('start');
  await tablet.tap('next');
  await tablet.stop('other');
  await tablet.tap('back');
  await tablet.expectScreen('step', 'registered');
  await tablet.stop('phone');
  await tablet.open('staff/');
  const rows = await tablet.exportedRows();
  expect(rows.map(({ event, reason, count }) => `${event} ${reason} ${count}`).sort()).toEqual([
    'reached  1',
    'reached  1',
    'started  1',
    'stopped other 1',
  ]);
});

test('while a step comes, its dock and its number stand where those of the step before stood', async ({
  tablet,
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await tablet.open('vneid/#otp');
  const places = (id: string) =>
    page.evaluate((step) => {
      const box = (name: string) => document.querySelector(`#${step} ${name}`)?.getBoundingClientRect();
      return { bottom: box('.dock')?.bottom, left: box('.dock')?.left, number: box('.where')?.left };
    }, id);
  const before = await places('otp');
  expect(before.bottom).toBe(page.viewportSize()?.height);
  const moving = await page.evaluate(async () => {
    location.hash = '#passcode';
    await new Promise((resolve) => requestAnimationFrame(resolve));
    for (const animation of document.getAnimations()) {
      animation.pause();
      animation.currentTime = 40;
    }
    return document.getAnimations().length;
  });
  expect(moving).toBeGreaterThan(0);
  expect(await places('passcode')).toEqual(before);
});

test('a step that goes on below the dock says so, until its end is in sight', async ({ tablet, page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await tablet.open('vneid/#numbers');
  const dock = page.locator('#numbers .dock');
  await expect(dock).toHaveAttribute('data-more', /còn nữa/);
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  await expect(dock).not.toHaveAttribute('data-more');
});
