import { behave, installVoice } from './fake-voice';
import {
  beginGuide,
  COUNTDOWN,
  counted,
  everything,
  goAway,
  QUIET,
  question,
  settled,
  standInHall,
} from './hall';
import { expect, SITE, test } from './tablet';

test('at 60 s without a touch it asks, at 90 s the walk has ended as left, exactly once', async ({
  tablet,
  page,
}) => {
  await standInHall(tablet);
  await beginGuide(tablet, 'vneid');
  await tablet.tap('next');
  await tablet.expectScreen('step', 'registered');
  await page.clock.runFor(QUIET - 2000);
  await expect(question(tablet)).toHaveCount(0);
  await page.clock.runFor(3000);
  await expect(page.getByRole('dialog', { name: 'Bác còn ở đây không?' })).toBeVisible();
  await expect(question(tablet).locator('text')).toHaveText(/^(30|29)$/);
  await page.clock.runFor(10_000);
  await expect(question(tablet).locator('text')).toHaveText(/^(20|19|18)$/);
  await page.clock.runFor(COUNTDOWN - 13_000);
  await tablet.expectScreen('step', 'registered');
  await page.clock.runFor(5000);
  await tablet.expectScreen('attract');
  await settled(tablet);
  await page.clock.runFor(600_000);
  expect(await counted(tablet)).toEqual({ started: 1, reached: 2, left: 1 });
});

test('a screen reader hears the question once, with how long there is, and never the seconds', async ({
  tablet,
  page,
}) => {
  await standInHall(tablet);
  await beginGuide(tablet, 'vneid');
  await page.clock.runFor(QUIET + 1000);
  const dialog = page.getByRole('dialog');
  await expect(dialog).toHaveAccessibleDescription(/Không ai chạm trong 30 giây/);
  await expect(dialog.getByRole('button', { name: 'Tôi còn ở đây' })).toBeFocused();
  await page.clock.runFor(5000);
  await expect(dialog).toHaveAccessibleDescription(/Không ai chạm trong 30 giây/);
  const heard = await page.evaluate(
    () =>
      [
        ...document.querySelectorAll(
          '.still-here :is([aria-live], [role="status"], [role="alert"], [role="timer"])',
        ),
      ].length,
  );
  expect(heard).toBe(0);
  await expect(dialog.locator('svg.countdown')).toHaveAttribute('aria-hidden', 'true');
});

test('the question is answered by any touch and any key, which do nothing else', async ({ tablet, page }) => {
  await standInHall(tablet);
  await beginGuide(tablet, 'vneid');
  const ways: Record<string, () => Promise<unknown>> = {
    'its button': () => tablet.tap('still-here'),
    'a touch where “next” lies below': () => page.mouse.click(700, 1230),
    'a finger that slides': async () => {
      await page.mouse.move(300, 300);
      await page.mouse.down();
      await page.mouse.move(500, 600);
      await page.mouse.up();
    },
    'the space bar': () => page.keyboard.press('Space'),
    'any letter': () => page.keyboard.press('x'),
    Escape: () => page.keyboard.press('Escape'),
  };
  for (const [how, answer] of Object.entries(ways)) {
    // As long as at first, whatever was before.
    await page.clock.runFor(QUIET - 5000);
    await expect(question(tablet), how).toHaveCount(0);
    await page.clock.runFor(10_000);
    await expect(question(tablet), how).toBeVisible();
    await answer();
    await page.clock.runFor(200);
    await expect(question(tablet), how).toHaveCount(0);
    await tablet.expectScreen('step', 'bring');
  }
});

test('a touch on the screen that invites leads home, and presses nothing that lies there', async ({
  tablet,
  page,
}) => {
  await standInHall(tablet);
  const card = await page.locator('[data-open="vneid"]').boundingBox();
  if (!card) throw new Error('no card');
  await goAway(tablet);
  await page.mouse.click(card.x + 50, card.y + 50, { clickCount: 2 });
  await tablet.expectScreen('home');
  await page.clock.runFor(1000);
  await tablet.expectScreen('home');
  await goAway(tablet);
  await page.keyboard.press('Enter');
  await tablet.expectScreen('home');
  await page.clock.runFor(1000);
  await tablet.expectScreen('home');
});

test('the one after finds nothing of somebody who did everything', async ({ tablet, page }) => {
  await installVoice(page, { voices: ['vi-VN', 'en-US'] });
  await standInHall(tablet);
  const before = await everything(tablet);
  const entries = () => page.evaluate(() => history.length);

  await page.locator('a[hreflang="en"]').click();
  await beginGuide(tablet, 'vneid');
  await tablet.tap('next');
  await tablet.expectScreen('step', 'registered');
  await tablet.tap('help');
  await page.evaluate(() => scrollTo(0, 400));
  await page.locator('.top-bar a').first().click();
  await page.locator('[data-open="an-sinh-xa-hoi"]').click();
  await tablet.tap('rehearse');
  // Its first touches are taken for those of a trembling hand.
  await expect(async () => {
    await tablet.tap('leave-practice');
    await expect(page.locator('dialog')).toHaveCount(0, { timeout: 500 });
  }).toPass();
  await behave(page, 'waits');
  await tablet.tap('start');
  await tablet.expectScreen('step');
  await tablet.tap('look');
  await page.locator('input[name="text-size"][value="3"]').check();
  await page.locator('input[name="theme"][value="dark"]').check();
  expect((await everything(tablet)).settings).toContain('tung-buoc:theme');
  await goAway(tablet);
  await settled(tablet);

  const expectFresh = async () => {
    const now = await everything(tablet);
    expect(now.address).toBe(SITE);
    expect(now.session).toEqual(['tung-buoc:visit']);
    expect(now.settings).toEqual(before.settings);
    expect(now.dialogs).toBe(0);
    expect(now.scrolled).toBe(0);
    expect(now.focus).toBe('BODY');
    expect(now.language).toBe('vi');
    expect(now.look).toEqual(before.look);
    expect(now.title).toBe('Từng Bước');
    expect(now.speaks).toBe(false);
  };
  await expectFresh();
  const length = await entries();
  for (let i = 0; i < 12; i += 1) await page.evaluate(() => history.back());
  for (let i = 0; i < 12; i += 1) await page.evaluate(() => history.forward());
  await tablet.expectScreen('attract');
  await expectFresh();

  await tablet.wake();
  expect((await everything(tablet)).shown).toBe(before.shown);
  await expectFresh();
  for (const way of ['back', 'forward'] as const) {
    for (let i = 0; i < 12; i += 1) {
      await page.evaluate((to) => history[to](), way);
      await tablet.expectScreen('home');
    }
  }
  await expectFresh();
  // On the same cover, too, nothing of the walk before is offered.
  await page.locator('[data-open="vneid"]').click();
  await expect(tablet.control('start')).toBeVisible();
  await expect(tablet.control('resume')).toHaveCount(0);
  await expect(page.locator('details.help[open]')).toHaveCount(0);
  await goAway(tablet);
  expect(await entries()).toBe(length);
  expect(await counted(tablet)).toMatchObject({ started: 2, left: 2, help: 1 });
});

test('where the browser tells nothing of its history, what lies behind shows home all the same', async ({
  tablet,
  page,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'navigation', { value: undefined });
  });
  await standInHall(tablet);
  await beginGuide(tablet, 'vneid');
  await tablet.tap('next');
  await tablet.expectScreen('step', 'registered');
  await goAway(tablet);
  await tablet.wake();
  // Their own way back is theirs.
  await page.locator('[data-open="an-sinh-xa-hoi"]').click();
  await tablet.tap('start');
  await tablet.tap('next');
  await page.goBack();
  await page.goBack();
  await tablet.expectScreen('cover');
  for (let i = 0; i < 10; i += 1) {
    await page.evaluate(() => history.back());
    await tablet.expectScreen('home');
    expect(page.url()).toBe(SITE);
  }
});

test('while it reads aloud nobody is asked; from its end on the time begins', async ({ tablet, page }) => {
  await installVoice(page, { voices: ['vi-VN'] });
  await standInHall(tablet);
  await beginGuide(tablet, 'vneid');
  await behave(page, 'reads slowly');
  await tablet.tap('read');
  await expect(tablet.control('read')).toHaveAttribute('data-reading', 'reading');
  let read = 0;
  while ((await tablet.control('read').getAttribute('data-reading')) === 'reading') {
    await page.clock.runFor(2000);
    read += 2000;
    await expect(question(tablet)).toHaveCount(0);
  }
  expect(read).toBeGreaterThan(QUIET + COUNTDOWN);
  await page.clock.runFor(QUIET - 4000);
  await expect(question(tablet)).toHaveCount(0);
  await page.clock.runFor(6000);
  await expect(question(tablet)).toBeVisible();
});

test('practising is given ten minutes, and no longer', async ({ tablet, page }) => {
  await standInHall(tablet);
  await page.locator('[data-open="vneid"]').click();
  await tablet.tap('rehearse');
  await page.getByRole('dialog').waitFor();
  await page.clock.runFor(590_000);
  await expect(question(tablet)).toHaveCount(0);
  await page.clock.runFor(15_000);
  await expect(question(tablet)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.locator('dialog.practice')).toBeVisible();
  await page.clock.runFor(600_000 + COUNTDOWN + 2000);
  await tablet.expectScreen('attract');
  await expect(page.locator('dialog')).toHaveCount(0);
});

test('on the home screen, where there is nothing to lose, nobody is asked', async ({ tablet, page }) => {
  await standInHall(tablet);
  await tablet.tap('look');
  await page.clock.runFor(QUIET + 1500);
  await tablet.expectScreen('attract');
  await expect(page.locator('dialog')).toHaveCount(0);
});

test('a walk that was left for the home screen is asked about, and ends as left', async ({
  tablet,
  page,
}) => {
  await standInHall(tablet);
  await beginGuide(tablet, 'vneid');
  await page.locator('.top-bar a').first().click();
  await tablet.expectScreen('home');
  await page.clock.runFor(QUIET + 1500);
  await expect(question(tablet)).toBeVisible();
  await page.clock.runFor(COUNTDOWN);
  await tablet.expectScreen('attract');
  await settled(tablet);
  expect(await counted(tablet)).toMatchObject({ started: 1, left: 1 });
});

test('on a team’s device, and on somebody’s own, nobody is asked, invited or held back', async ({
  tablet,
  page,
}) => {
  await page.clock.install();
  for (const role of ['team', 'own']) {
    await tablet.open('');
    await page.evaluate((is) => localStorage.setItem('tung-buoc:role', is), role);
    await tablet.open('');
    await beginGuide(tablet, 'vneid');
    await page.clock.runFor(1_800_000);
    await tablet.expectScreen('step', 'bring');
    await expect(page.locator('dialog')).toHaveCount(0);
    const fetched = await page.evaluate(() =>
      performance.getEntriesByType('resource').map(({ name }) => name.replace(/.*\//, '')),
    );
    expect(fetched.filter((name) => /kiosk/.test(name))).toEqual([]);
  }
});

test('a tablet that slept for hours wakes to the next person; a clock that is set forward only asks', async ({
  tablet,
  page,
}) => {
  await standInHall(tablet);
  await beginGuide(tablet, 'vneid');
  const leap = (hidden: boolean) =>
    page.evaluate(async (isHidden) => {
      const real = Date.now;
      if (isHidden) {
        Object.defineProperty(document, 'hidden', { value: true, configurable: true });
        document.dispatchEvent(new Event('visibilitychange'));
      }
      Date.now = () => real() + 3 * 3_600_000;
      if (isHidden) {
        Object.defineProperty(document, 'hidden', { value: false, configurable: true });
        document.dispatchEvent(new Event('visibilitychange'));
      }
    }, hidden);
  await leap(false);
  await page.clock.runFor(1500);
  await expect(question(tablet)).toBeVisible();
  await tablet.expectScreen('step', 'bring');
  await tablet.tap('still-here');
  await expect(question(tablet)).toHaveCount(0);
  await leap(true);
  await tablet.expectScreen('attract');
});

test('what was under way when the power went is counted as left, and offered to nobody', async ({
  tablet,
  page,
  context,
}) => {
  await standInHall(tablet);
  await beginGuide(tablet, 'vneid');
  const later = await context.newPage();
  await page.close();
  await later.addInitScript(() => localStorage.setItem('tung-buoc:role', 'kiosk'));
  await later.goto(SITE);
  await later.locator('[data-screen="attract"]').click();
  await later.locator('[data-open="vneid"]').click();
  await expect(later.locator('[data-action="start"]').filter({ visible: true })).toBeVisible();
  await expect(later.locator('[data-action="resume"]')).toHaveCount(0);
  await later.goto(`${SITE}staff/`);
  await expect(later.locator('[data-total="left"]').first()).toHaveAttribute('data-value', '1');
});
