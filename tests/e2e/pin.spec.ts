import type { Page } from '@playwright/test';
import { expect, SITE, type Tablet, test } from './tablet';

const PIN = '274916';
const WRONG = '274917';
const MINUTE = 60_000;

const locked = (page: Page) => page.locator('[data-state="locked"]');
const room = (page: Page) => page.locator('[data-total], [data-action^="export-"], [data-pin], main form');
const says = (page: Page) => page.locator('.keypad [role="status"]');

async function type(tablet: Tablet, pin: string): Promise<void> {
  for (const digit of pin) await tablet.tap(`pin-${digit}`);
}

/** Sets a PIN from inside the room, which stays open. */
async function set(tablet: Tablet, page: Page, pin = PIN): Promise<void> {
  await tablet.open('staff/');
  await tablet.tap('pin-set');
  await type(tablet, pin);
  await type(tablet, pin);
  await expect(page.locator('[data-said="set"]')).toBeVisible();
}

/** Tries it so often that there is a wait. */
async function tryTooOften(tablet: Tablet, page: Page): Promise<void> {
  for (const left of [4, 3, 2, 1]) {
    await type(tablet, WRONG);
    await expect(says(page)).toHaveText(new RegExp(`Còn ${left} lần`));
  }
  await type(tablet, WRONG);
  await expect(page.locator('[data-wait]')).toBeVisible();
}

test('without a PIN the room is open, and the page as it is delivered shows nothing of it', async ({
  tablet,
  page,
}) => {
  const html = await (await page.request.get(`${SITE}staff/`)).text();
  expect(html).toContain('data-screen="staff"');
  expect(html).not.toContain('data-total');
  await tablet.open('staff/');
  await expect(room(page).first()).toBeVisible();
  await expect(page.locator('[data-pin="none"]')).toBeVisible();
});

test('a PIN set in the room is asked for at each visit, and until then nothing of the room is in the page', async ({
  tablet,
  page,
}) => {
  await set(tablet, page);
  await expect(page.locator('[data-pin="set"]')).toBeVisible();
  await page.locator('.top-bar a').first().click();
  await tablet.expectScreen('home');
  await page.locator('.staff-door a[href*="staff/"]').click();
  await expect(locked(page)).toBeVisible();
  await expect(room(page)).toHaveCount(0);
  await tablet.expectScreen('staff');

  await type(tablet, PIN);
  await expect(page.locator('[data-total="started"]')).toBeVisible();
  await expect(locked(page)).toHaveCount(0);
  for (const address of ['staff/', 'en/staff/']) {
    await tablet.open(address);
    await expect(locked(page)).toBeVisible();
    await expect(room(page)).toHaveCount(0);
  }
});

test('the keypad is large, and works from a keyboard too', async ({ tablet, page }) => {
  await set(tablet, page);
  for (const width of [320, 800]) {
    await page.setViewportSize({ width, height: 640 });
    await tablet.open('staff/');
    await expect(locked(page)).toBeVisible();
    const sizes = await page
      .locator('.keys button')
      .evaluateAll((keys) => keys.map((key) => key.getBoundingClientRect()).map((r) => [r.width, r.height]));
    expect(sizes).toHaveLength(11);
    expect(Math.min(...sizes.flat())).toBeGreaterThanOrEqual(63.5);
  }
  await page.keyboard.type('2749');
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Control+9');
  await expect(page.locator('[data-typed="3"]')).toBeVisible();
  await expect(says(page)).toHaveText(/3 trong 6/);
  await tablet.tap('pin-delete');
  await page.keyboard.type('4916');
  await expect(page.locator('[data-total="started"]')).toBeVisible();
});

test('digits typed in a field of the room stay there', async ({ tablet, page }) => {
  await tablet.open('staff/');
  await tablet.tap('pin-set');
  await page.locator('input[name="tablet"]').fill('');
  await page.locator('input[name="tablet"]').pressSequentially('12');
  await expect(page.locator('input[name="tablet"]')).toHaveValue('12');
  await expect(page.locator('[data-typed="0"]')).toBeVisible();
});

test('five wrong tries have a wait that a reload does not shorten', async ({ tablet, page }) => {
  await page.clock.install();
  await set(tablet, page);
  await tablet.open('staff/');
  await tryTooOften(tablet, page);
  const wait = async () => Number(await page.locator('[data-wait]').getAttribute('data-wait'));
  expect(await wait()).toBeLessThanOrEqual(30);
  await page.clock.runFor(5_000);
  expect(await wait()).toBeLessThanOrEqual(25);
  await tablet.open('staff/');
  await expect(page.locator('[data-wait]')).toBeVisible();
  expect(await wait()).toBeLessThanOrEqual(25);
  await page.keyboard.type(PIN);
  await expect(locked(page)).toBeVisible();
  await expect(room(page)).toHaveCount(0);

  await page.clock.runFor(26_000);
  await expect(says(page)).toHaveText(/thử lại được rồi/);
  await type(tablet, WRONG);
  await expect(page.locator('[data-wait]')).toBeVisible();
  expect(await wait()).toBeGreaterThan(30);
  await page.clock.runFor(61_000);
  await type(tablet, PIN);
  await expect(page.locator('[data-total="started"]')).toBeVisible();
});

test('the room locks itself after five minutes without a touch, and not before', async ({ tablet, page }) => {
  await page.clock.install();
  await set(tablet, page);
  await page.clock.runFor(4 * MINUTE);
  await page.mouse.click(5, 300);
  await page.clock.runFor(4 * MINUTE);
  await expect(room(page).first()).toBeVisible();
  await page.clock.runFor(MINUTE + 1_000);
  await expect(locked(page)).toBeVisible();
  await expect(room(page)).toHaveCount(0);
});

test('the room is locked when the tablet wakes after five minutes, and when the page was left', async ({
  tablet,
  page,
}) => {
  await page.clock.install();
  await set(tablet, page);
  const turn = (hidden: boolean) =>
    page.evaluate((value) => {
      Object.defineProperty(document, 'hidden', { value, configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    }, hidden);
  // Timers stand still while a tablet sleeps; only the clock goes on.
  const sleep = async (ms: number) => {
    await turn(true);
    await page.clock.setSystemTime((await page.evaluate(() => Date.now())) + ms);
    await turn(false);
  };
  await sleep(4 * MINUTE);
  await expect(room(page).first()).toBeVisible();
  await sleep(5 * MINUTE);
  await expect(locked(page)).toBeVisible();
  await type(tablet, PIN);
  await expect(room(page).first()).toBeVisible();
  // What the browser keeps to come back to is locked already.
  await page.evaluate(() => dispatchEvent(new Event('pagehide')));
  await expect(locked(page)).toBeVisible();
});

test('a PIN is set only after it was entered twice alike, changed, and taken away', async ({
  tablet,
  page,
}) => {
  await tablet.open('staff/');
  await tablet.tap('pin-set');
  await type(tablet, '123456');
  await expect(says(page)).toHaveText(/dễ đoán/);
  await type(tablet, PIN);
  await type(tablet, WRONG);
  await expect(says(page)).toHaveText(/chưa giống nhau/);
  await tablet.tap('pin-cancel');
  await expect(page.locator('[data-pin="none"]')).toBeVisible();

  await set(tablet, page);
  await tablet.tap('pin-set');
  await type(tablet, WRONG);
  await type(tablet, WRONG);
  await expect(page.locator('[data-said="set"]')).toBeVisible();
  await tablet.open('staff/');
  await type(tablet, PIN);
  await expect(says(page)).toHaveText(/Còn 4 lần/);
  await type(tablet, WRONG);
  await tablet.tap('pin-remove');
  await expect(page.locator('[data-pin="none"]')).toBeVisible();
  await tablet.open('staff/');
  await expect(page.locator('[data-total="started"]')).toBeVisible();
});

test('a damaged PIN locks nobody out, and staff are told', async ({ tablet, page }) => {
  await set(tablet, page);
  await page.evaluate(() => localStorage.setItem('tung-buoc:pin', '{"salt":"'));
  await tablet.open('staff/');
  await expect(page.locator('[data-total="started"]')).toBeVisible();
  await expect(page.locator('[data-said="damaged"]')).toBeVisible();
});

test('where storage is refused the room is open, and says that there can be no PIN', async ({
  tablet,
  page,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('refused', 'SecurityError');
      },
    });
  });
  await tablet.open('staff/');
  await expect(page.locator('[data-total="started"]')).toBeVisible();
  await expect(page.locator('[data-said="refused"]')).toBeVisible();
  await expect(tablet.control('pin-set')).toHaveCount(0);
});
