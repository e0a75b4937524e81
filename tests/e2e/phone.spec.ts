import { allGuides, expect, test } from './tablet';

test('the drawn phone can be heard: whose screen it is, what is on it, and last what to tap', async ({
  tablet,
  page,
}) => {
  await tablet.open('vneid/#numbers');
  const phone = page.locator('#numbers').getByRole('img');
  await expect(phone).toHaveAccessibleName(
    'Màn hình ứng dụng VNeID. Kích hoạt tài khoản định danh điện tử. Ô Số định danh cá nhân. Ô Số điện thoại. Nút Gửi yêu cầu. Bấm: Gửi yêu cầu.',
  );
  await tablet.open('en/vneid/#numbers');
  await expect(page.locator('#numbers').getByRole('img')).toHaveAccessibleName(
    /^Screen of the app VNeID\. .* Tap: Gửi yêu cầu\.$/,
  );
});

test('what to tap is ringed and pointed at by a hand, and moves only for those who want motion', async ({
  tablet,
  page,
}) => {
  await tablet.open('vneid/#numbers');
  const button = page.locator('#numbers [data-tap]');
  const ring = () => button.evaluate((part) => Number.parseFloat(getComputedStyle(part).outlineWidth));
  const hand = (property: 'backgroundImage' | 'animationName') =>
    button.evaluate((part, name) => getComputedStyle(part, '::after')[name], property);
  expect(await ring()).toBeGreaterThanOrEqual(4);
  expect(await hand('backgroundImage')).toMatch(/svg/);
  expect(await hand('animationName')).toBe('none');
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  expect(await hand('animationName')).toBe('nudge');
  await page.emulateMedia({ forcedColors: 'active' });
  expect(await ring()).toBeGreaterThanOrEqual(4);
});

test('the phone grows with the reader’s text, in proportion, and stays inside a narrow page', async ({
  tablet,
  page,
}) => {
  await tablet.open('vneid/#numbers');
  const phone = page.locator('#numbers .phone');
  const measure = async () => {
    const box = await phone.boundingBox();
    const font = await phone.evaluate((one) => Number.parseFloat(getComputedStyle(one).fontSize));
    return { width: box?.width ?? 0, height: box?.height ?? 0, font };
  };
  const small = await measure();
  expect(small.height / small.width).toBeGreaterThan(1.1);
  await tablet.page.locator('html').evaluate((html) => html.setAttribute('data-text-size', '3'));
  const large = await measure();
  expect(large.font / small.font).toBeCloseTo(1.5, 1);
  expect(large.width / small.width).toBeCloseTo(1.5, 1);
  await page.setViewportSize({ width: 320, height: 640 });
  expect((await measure()).width).toBeLessThanOrEqual(320 - 2 * 16);
});

test('on an 8-inch tablet each phone is in sight whole, or the page says that there is more', async ({
  tablet,
  page,
}) => {
  const guide = (await allGuides()).find(({ id, locale }) => id === 'vneid' && locale === 'vi');
  for (const step of guide?.steps ?? []) {
    if (!step.blocks.some(({ kind }) => kind === 'phone')) continue;
    await tablet.open(`vneid/#${step.id}`);
    const cut = await page.locator(`#${step.id}`).evaluate((section) => {
      const dock = section.querySelector('.dock')?.getBoundingClientRect().top ?? 0;
      return Array.from(section.querySelectorAll('.phone')).some(
        (one) => one.getBoundingClientRect().bottom > dock,
      );
    });
    if (cut) await expect(page.locator(`#${step.id} .dock`)).toHaveAttribute('data-more', /./);
  }
});

test('nothing of a long step lies over the bars of the page', async ({ tablet, page }) => {
  await tablet.open('vneid/#numbers');
  await page.setViewportSize({ width: 360, height: 740 });
  const button = page.locator('#numbers .phone [data-tap]');
  const dock = page.locator('#numbers .dock');
  // The ringed button behind the middle of the dock.
  await button.evaluate((part) => {
    const bar = part.closest('section')?.querySelector('.dock')?.getBoundingClientRect();
    scrollBy(0, part.getBoundingClientRect().top - ((bar?.top ?? 0) + (bar?.height ?? 0) / 2));
  });
  const inDock = await button.evaluate((part) => {
    const { left, top, width, height } = part.getBoundingClientRect();
    return document.elementFromPoint(left + width / 2, top + height / 2)?.closest('.dock') !== null;
  });
  await expect(dock).toBeVisible();
  expect(inDock).toBe(true);
});

test('that nobody has checked a guide is said to helpers, and not to those who are alone with it', async ({
  tablet,
  page,
}) => {
  await tablet.open('vneid/');
  const note = page.locator('#cover .note');
  await expect(note).toContainText('Chưa có ai kiểm tra lại');
  await expect(note).toBeVisible();
  await expect(page.locator('#cover .about')).toContainText('Nguồn: ');
  await page.evaluate(() => localStorage.setItem('tung-buoc:role', 'kiosk'));
  await page.reload();
  await tablet.ready();
  await expect(note).toBeHidden();
  await tablet.open('staff/');
  await expect(page.locator('[data-due] li')).toHaveCount(
    (await allGuides()).filter(({ locale }) => locale === 'vi').length,
  );
  await expect(page.locator('[data-due]')).toContainText(
    'Kích hoạt VNeID: chưa có ai kiểm tra với ứng dụng thật',
  );
});

test('on paper the phone keeps its frame and its ring', async ({ tablet, page }) => {
  await tablet.open('vneid/');
  await page.emulateMedia({ media: 'print' });
  const phone = page.locator('#numbers .phone');
  await expect(phone).toBeVisible();
  expect(await phone.evaluate((one) => getComputedStyle(one).breakInside)).toBe('avoid');
  await expect(page.locator('#numbers .practise')).toBeHidden();
});
