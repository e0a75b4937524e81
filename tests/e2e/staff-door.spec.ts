import type { Page } from '@playwright/test';
import { beginGuide, counted, question, standInHall } from './hall';
import { expect, type Tablet, test } from './tablet';

const PIN = '274916';
const locked = (page: Page) => page.locator('[data-state="locked"]');
const TITLE = { x: 60, y: 40 };

/** The staff of a tablet in a hall have set their PIN. */
async function withPin(tablet: Tablet): Promise<void> {
  await tablet.open('staff/');
  await tablet.page.locator('input[name="role"][value="kiosk"]').check();
  await tablet.tap('pin-set');
  for (const digit of PIN + PIN) await tablet.tap(`pin-${digit}`);
  await tablet.page.locator('[data-said="set"]').waitFor();
}

async function hold(page: Page, ms: number, at = TITLE): Promise<void> {
  await page.mouse.move(at.x, at.y);
  await page.mouse.down();
  await page.clock.runFor(ms);
  await page.mouse.up();
}

test('the door is not seen on a kiosk; a finger that rests five seconds on the name finds it, behind the PIN', async ({
  tablet,
  page,
}) => {
  await withPin(tablet);
  await standInHall(tablet);
  await expect(page.locator('[data-action="staff"]')).not.toBeInViewport();
  await hold(page, 4500);
  await page.mouse.move(TITLE.x, TITLE.y);
  await page.mouse.down();
  await page.clock.runFor(3000);
  await page.mouse.move(TITLE.x + 60, TITLE.y);
  await page.clock.runFor(3000);
  await page.mouse.up();
  await hold(page, 6000, { x: 300, y: 600 });
  await tablet.expectScreen('home');
  await hold(page, 5100);
  await tablet.expectScreen('staff');
  await expect(locked(page)).toBeVisible();
  await page.keyboard.type(PIN);
  await expect(page.locator('[data-total="started"]').first()).toBeVisible();
});

test('by keys alone the door is the last but one thing on the home screen, and shows when it is reached', async ({
  tablet,
  page,
}) => {
  await withPin(tablet);
  await standInHall(tablet);
  const door = page.locator('[data-action="staff"]');
  for (let i = 0; i < 30 && !(await door.evaluate((one) => one === document.activeElement)); i += 1) {
    await page.keyboard.press('Tab');
  }
  await expect(door).toBeInViewport();
  expect((await door.boundingBox())?.height).toBeGreaterThanOrEqual(63.5);
  await page.keyboard.press('Enter');
  await expect(locked(page)).toBeVisible();
});

test('choosing the hall, staff read the way back in, are asked for a PIN, and cannot take it away again', async ({
  tablet,
  page,
}) => {
  await tablet.open('staff/');
  await expect(page.locator('.kiosk-setup')).toHaveCount(0);
  await page.locator('input[name="role"][value="kiosk"]').check();
  const setup = page.locator('.kiosk-setup');
  await expect(setup.locator('ol li')).toHaveCount(3);
  await expect(setup).toContainText('giữ yên 5 giây');
  await expect(setup).toContainText('/staff/');
  await expect(setup.getByRole('alert')).toContainText('cần có mã');
  await tablet.tap('pin-set');
  for (const digit of PIN + PIN) await tablet.tap(`pin-${digit}`);
  await page.locator('[data-said="set"]').waitFor();
  await expect(setup.getByRole('alert')).toHaveCount(0);
  await expect(tablet.control('pin-remove')).toHaveCount(0);
  await page.locator('input[name="role"][value="team"]').check();
  await expect(tablet.control('pin-remove')).toBeVisible();
});

test('the times that staff set hold, for the next person already', async ({ tablet, page }) => {
  await tablet.open('staff/');
  await page.locator('input[name="role"][value="kiosk"]').check();
  const choices = page.locator('select[name="kiosk-quiet"] option');
  await expect(choices.first()).toHaveText('30 giây');
  await expect(choices.last()).toHaveText('10 phút');
  await page.locator('select[name="kiosk-quiet"]').selectOption('120');
  await page.locator('select[name="kiosk-countdown"]').selectOption('60');
  await standInHall(tablet);
  await beginGuide(tablet, 'vneid');
  await page.clock.runFor(118_000);
  await expect(question(tablet)).toHaveCount(0);
  await page.clock.runFor(4000);
  await expect(question(tablet).locator('text')).toHaveText(/^(60|59|58)$/);
  await page.clock.runFor(55_000);
  await tablet.expectScreen('step');
  await page.clock.runFor(6000);
  await tablet.expectScreen('attract');
});

test('a staff room that was left open is locked after five minutes, the next one invited, and nothing is counted', async ({
  tablet,
  page,
}) => {
  await withPin(tablet);
  await standInHall(tablet);
  await hold(page, 5100);
  await expect(locked(page)).toBeVisible();
  await page.keyboard.type(PIN);
  await expect(page.locator('[data-total="started"]').first()).toBeVisible();
  await page.clock.runFor(280_000);
  await expect(page.locator('[data-total="started"]').first()).toBeVisible();
  await expect(question(tablet)).toHaveCount(0);
  await page.clock.runFor(60_000);
  await tablet.expectScreen('attract');
  await tablet.wake();
  await hold(page, 5100);
  await expect(locked(page)).toBeVisible();
  // Whoever came upon the keypad and went away keeps nobody waiting.
  await page.clock.runFor(62_000);
  await tablet.expectScreen('attract');
  await page.evaluate(() => localStorage.removeItem('tung-buoc:pin'));
  expect(await counted(tablet)).toEqual({});
});
