import { expect, type Tablet, test } from './tablet';

const INK = { light: 'rgb(20, 35, 28)', dark: 'rgb(241, 245, 242)', contrast: 'rgb(0, 0, 0)' };

/** The panel's tile by the words under its picture. */
const tile = (tablet: Tablet, word: string) =>
  tablet.page.getByRole('dialog').getByRole('radio', { name: word, exact: true });

async function choose(tablet: Tablet, ...words: string[]): Promise<void> {
  await tablet.tap('look');
  for (const word of words) await tile(tablet, word).click();
  await tablet.tap('close');
  await expect(tablet.page.getByRole('dialog')).toHaveCount(0);
}

async function beKiosk(tablet: Tablet): Promise<void> {
  await tablet.page.addInitScript(() => localStorage.setItem('tung-buoc:role', 'kiosk'));
}

async function expectLook(tablet: Tablet, size: number, theme: keyof typeof INK): Promise<void> {
  const body = tablet.page.locator('body');
  await expect(body).toHaveCSS('font-size', `${size}px`);
  await expect(body).toHaveCSS('color', INK[theme]);
}

test('from the first screen text size and colours are chosen by pictures, hold at once, and the chosen are marked', async ({
  tablet,
  page,
}) => {
  await tablet.open('');
  await tablet.tap('look');
  const dialog = page.getByRole('dialog', { name: 'Chữ và màu' });
  await expect(dialog.locator('.sample')).toHaveCount(6);
  const sizes = await dialog
    .locator('.sample[data-text-size]')
    .evaluateAll((all) => all.map((one) => Number.parseFloat(getComputedStyle(one).fontSize)));
  expect(sizes).toEqual([...sizes].sort((a, b) => a - b));
  expect(new Set(sizes).size).toBe(3);
  await expect(tile(tablet, 'Vừa')).toBeChecked();
  await expect(tile(tablet, 'Nền sáng')).toBeChecked();
  await tile(tablet, 'Rất to').click();
  await tile(tablet, 'Nền tối').click();
  await expectLook(tablet, 39, 'dark');
  await expect(tile(tablet, 'Rất to')).toBeChecked();
  await expect(tile(tablet, 'Nền tối')).toBeChecked();
  await expect(dialog.locator('.chosen')).toHaveCount(2);
  await tablet.tap('close');
  await expect(dialog).toHaveCount(0);
  await expect(tablet.control('look')).toBeFocused();
});

test('by keys: arrows choose, Escape and the back button leave the panel and nothing else', async ({
  tablet,
  page,
}) => {
  await tablet.open('vneid/#bring');
  await tablet.control('look').press('Enter');
  await tile(tablet, 'Vừa').focus();
  await page.keyboard.press('ArrowRight');
  await expect(tile(tablet, 'To')).toBeChecked();
  await expect(tile(tablet, 'To')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(tablet.control('look')).toBeFocused();
  await tablet.tap('look');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await tablet.expectScreen('step', 'bring');
  await expectLook(tablet, 32.5, 'light');
});

test('until somebody chooses, the device’s own wish holds, and its tile is the marked one', async ({
  tablet,
  page,
}) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await tablet.open('');
  await expectLook(tablet, 26, 'dark');
  await tablet.tap('look');
  await expect(tile(tablet, 'Nền tối')).toBeChecked();
  await tablet.tap('close');
  await page.emulateMedia({ colorScheme: 'light' });
  await expectLook(tablet, 26, 'light');
  await page.emulateMedia({ contrast: 'more' });
  await tablet.tap('look');
  await expect(tile(tablet, 'Đậm nét')).toBeChecked();
  await tile(tablet, 'Nền sáng').click();
  await tile(tablet, 'Đậm nét').click();
  await expectLook(tablet, 26, 'contrast');
});

test('on a team’s tablet it is remembered, and there before the first paint', async ({ tablet, page }) => {
  await tablet.open('vneid/');
  await choose(tablet, 'To', 'Đậm nét');
  // Nothing of the app's own script comes: what is set then was set by the page itself.
  await page.route('**/assets/*.js', (route) => route.abort());
  await page.reload();
  await expect(page.locator('h1').first()).toBeVisible();
  await expectLook(tablet, 32.5, 'contrast');
  await expect(page.locator('html[data-ready]')).toHaveCount(0);
});

test('on a kiosk it holds for one walk, reloads included, and the next person finds the default', async ({
  tablet,
  page,
}) => {
  await beKiosk(tablet);
  await page.addInitScript(
    () => sessionStorage.getItem('slow') ?? localStorage.setItem('tung-buoc:reading-speed', 'slow'),
  );
  await tablet.open('');
  await tablet.wake();
  await page.evaluate(() => sessionStorage.setItem('slow', 'once'));
  await choose(tablet, 'Rất to', 'Nền tối');
  await page.locator('[data-open="vneid"]').click();
  await tablet.tap('start');
  await expectLook(tablet, 39, 'dark');
  await page.reload();
  await tablet.ready();
  await tablet.expectScreen('step', 'bring');
  await expectLook(tablet, 39, 'dark');
  await tablet.stop('no-time');
  // Still read by the same person.
  await expectLook(tablet, 39, 'dark');
  await page.locator('#stopped .go').click();
  await tablet.expectScreen('home');
  await expectLook(tablet, 26, 'light');
  await tablet.tap('look');
  await expect(tile(tablet, 'Vừa')).toBeChecked();
  await tablet.tap('close');
  expect(
    await page.evaluate(() => Object.keys(localStorage).filter((key) => /size|theme|speed/.test(key))),
  ).toEqual([]);
});

test('on a kiosk somebody who only looked at a guide keeps what was chosen; a new session does not', async ({
  tablet,
  page,
  context,
}) => {
  await beKiosk(tablet);
  await tablet.open('');
  await tablet.wake();
  await choose(tablet, 'To');
  await page.locator('[data-open="vneid"]').click();
  await tablet.expectScreen('cover');
  await page.locator('.top-bar a').click();
  await tablet.expectScreen('home');
  await expectLook(tablet, 32.5, 'light');
  const later = await context.newPage();
  await later.addInitScript(() => localStorage.setItem('tung-buoc:role', 'kiosk'));
  await later.goto(page.url());
  await expect(later.locator('body')).toHaveCSS('font-size', '26px');
});

test('where the device forces its own colours, what is chosen, ringed, done and drawn stays visible', async ({
  tablet,
  page,
}) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await tablet.open('vneid/#numbers');
  const canvas = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const shown = await page.locator('#numbers').evaluate((step) => {
    const tapped = step.querySelector('[data-tap]');
    const phone = step.querySelector('.phone');
    const next = step.querySelector('.dock .go');
    const done = step.querySelector('.done-so-far line');
    if (!tapped || !phone || !next || !done) throw new Error('missing');
    return {
      ring: [getComputedStyle(tapped).outlineColor, getComputedStyle(tapped).outlineWidth],
      progress: [getComputedStyle(done).stroke],
      phone: [getComputedStyle(phone).borderTopColor],
      next: [getComputedStyle(next).backgroundColor, getComputedStyle(next).borderTopColor],
    };
  });
  expect(shown.ring[1]).toBe('5px');
  expect(shown.ring[0]).not.toBe(canvas);
  expect(shown.progress[0]).not.toBe(canvas);
  expect(shown.phone[0]).not.toBe(canvas);
  expect(shown.next[0]).not.toBe(canvas);
  await tablet.tap('look');
  await expect(page.locator('.tile.chosen').first()).toHaveCSS('outline-style', 'solid');
  // Colours have been chosen elsewhere: nothing is offered that would do nothing.
  await expect(page.getByRole('dialog').getByRole('group')).toHaveCount(1);
});

for (const size of [
  { width: 320, height: 640 },
  { width: 1080, height: 1920 },
  { width: 1920, height: 1080 },
]) {
  test(`${size.width}×${size.height}: nothing is cut, lines are not too long, the way on is in sight`, async ({
    tablet,
    page,
  }) => {
    await page.setViewportSize(size);
    for (const address of ['', 'vneid/', 'vneid/#bring', 'vneid/#numbers', 'vneid/#end', 'vneid/#why']) {
      await page.goto('about:blank');
      await tablet.open(address);
      for (const textSize of ['1', '2', '3']) {
        await page.evaluate(
          (value) => document.documentElement.setAttribute('data-text-size', value),
          textSize,
        );
        const what = `${address} at ${textSize}`;
        expect(await cutOff(tablet), what).toEqual([]);
        expect(await longestLine(tablet), what).toBeLessThanOrEqual(100);
        const forward = page.locator('.dock .go').filter({ visible: true });
        if ((await forward.count()) > 0) await expect(forward, what).toBeInViewport({ ratio: 1 });
      }
    }
    await page.goto('about:blank');
    await tablet.open('');
    for (const textSize of ['Vừa', 'Rất to']) {
      await tablet.tap('look');
      await tile(tablet, textSize).click();
      expect(await cutOff(tablet), textSize).toEqual([]);
      await expect(tablet.control('close')).toBeInViewport({ ratio: 1 });
      await tablet.tap('close');
      await expect(page.getByRole('dialog')).toHaveCount(0);
    }
  });
}

/** What goes beyond the sides of the screen or of the button that it stands in. */
function cutOff({ page }: Tablet): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('main, h1, p, li, .button, .round, .card, .tile .word')]
      .filter((one) => one.getClientRects().length > 0)
      .filter((one) => {
        const { left, right } = one.getBoundingClientRect();
        const framed = one.matches('.button, .round, .card, .word');
        return left < -0.5 || right > innerWidth + 0.5 || (framed && one.scrollWidth > one.clientWidth + 4);
      })
      .map((one) => one.outerHTML.slice(0, 90)),
  );
}

/** In characters, as wide as an average one is. */
function longestLine({ page }: Tablet): Promise<number> {
  return page.evaluate(() =>
    Math.max(
      ...[...document.querySelectorAll<HTMLElement>('main p, main li')].map(
        (one) => one.clientWidth / (Number.parseFloat(getComputedStyle(one).fontSize) * 0.55),
      ),
    ),
  );
}

for (const size of [
  { width: 320, height: 640 },
  { width: 800, height: 1280 },
  { width: 1920, height: 1080 },
]) {
  test(`${size.width}×${size.height}: what stands last comes out from under the dock, at any text size`, async ({
    tablet,
    page,
  }) => {
    await page.setViewportSize(size);
    await tablet.open('vneid/#bring');
    for (const textSize of ['1', '2', '3']) {
      const covered = await page.evaluate((value) => {
        document.documentElement.setAttribute('data-text-size', value);
        scrollTo(0, document.documentElement.scrollHeight);
        const dock = document.querySelector('#bring .dock');
        const last = document.querySelector('#bring .asides');
        if (!dock || !last) throw new Error('missing');
        return last.getBoundingClientRect().bottom - dock.getBoundingClientRect().top;
      }, textSize);
      expect(covered, textSize).toBeLessThanOrEqual(0);
    }
  });
}
