import { expect, SITE, test } from './tablet';

const field = 'input[type="search"]';

test('a guide is found without marks, as it is typed; what was found is said once, and Escape shows all again', async ({
  tablet,
  page,
}) => {
  await tablet.open('');
  const cards = page.locator('[data-open]');
  const all = await cards.count();
  expect(all).toBeGreaterThanOrEqual(7);
  const search = page.getByRole('searchbox', { name: 'Tìm hướng dẫn' });
  await expect(search).toBeVisible();
  const says = page.getByRole('status');
  await expect(says).toHaveText('');
  const place = () => search.boundingBox();
  const before = await place();
  await search.pressSequentially('vi dien tu');
  await expect(cards).toHaveCount(1);
  await expect(cards).toHaveAttribute('data-open', 'vi-dien-tu');
  await expect(says).toHaveText('Tìm thấy 1 hướng dẫn.');
  expect((await place())?.y).toBe(before?.y);
  await page.keyboard.press('Escape');
  await expect(search).toHaveValue('');
  await expect(search).toBeFocused();
  await expect(cards).toHaveCount(all);
  await expect(says).toHaveText('');
});

test('where nothing is found it says kindly what to do, and one touch brings all back', async ({
  tablet,
  page,
}) => {
  await tablet.open('');
  const cards = page.locator('[data-open]');
  const all = await cards.count();
  await page.locator(field).fill('xyz');
  await expect(cards).toHaveCount(0);
  await expect(page.getByRole('status')).toHaveText(/Thử một chữ khác/);
  await expect(page.getByRole('status')).toBeInViewport();
  await page.getByRole('button', { name: 'Xóa' }).click();
  await expect(cards).toHaveCount(all);
  await expect(page.locator(field)).toBeFocused();
});

test('what was found is opened by touch, and coming back all are there again', async ({ tablet, page }) => {
  await tablet.open('en/');
  await page.locator(field).fill('wallet');
  await page.locator('[data-open="vi-dien-tu"]').click();
  await tablet.expectScreen('cover');
  await page.goBack();
  await tablet.expectScreen('home');
  await expect(page.locator('[data-open]').nth(3)).toBeVisible();
});

test('typing is offered where a volunteer sits beside, and the page for helpers all but on a kiosk', async ({
  tablet,
  page,
}) => {
  await tablet.open('staff/');
  const helping = page.locator('a[href$="helping/"]').filter({ visible: true });
  for (const { role, typing, link } of [
    { role: 'kiosk', typing: false, link: false },
    { role: 'own', typing: false, link: true },
    { role: 'team', typing: true, link: true },
  ]) {
    await tablet.open('staff/');
    await page.locator(`input[name="role"][value="${role}"]`).check();
    await expect(helping).toHaveCount(link ? 1 : 0);
    await tablet.open('');
    if (role === 'kiosk') await tablet.wake();
    await expect(page.locator(field)).toBeVisible({ visible: typing });
    await expect(helping).toHaveCount(link ? 1 : 0);
  }
});

test('nothing moves when the search begins to answer', async ({ page }) => {
  await page.addInitScript(() => {
    Object.assign(window, { moved: 0 });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { value } = entry as PerformanceEntry & { value: number };
        (window as unknown as { moved: number }).moved += value;
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(SITE);
  await page.locator('html[data-ready]').waitFor({ state: 'attached' });
  await expect(page.locator(field)).toBeVisible();
  expect(await page.evaluate(() => (window as unknown as { moved: number }).moved)).toBe(0);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('all guides are there, and no field that would not answer', async ({ page }) => {
    await page.goto(SITE);
    expect(await page.locator('[data-open]').count()).toBeGreaterThanOrEqual(7);
    await expect(page.locator(field)).toBeHidden();
  });
});

for (const [path, heading, never] of [
  ['helping/', 'Cách hướng dẫn người lớn tuổi', /Mật khẩu, mã OTP, mã PIN/],
  ['en/helping/', 'How to guide an older person', /Password, OTP code, PIN/],
] as const) {
  test(`${path}: how to sit, speak, wait, and what never to see, all on one screen`, async ({
    tablet,
    page,
  }) => {
    await tablet.open('');
    await tablet.open(path);
    await tablet.expectScreen('helping');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading);
    await expect(page.getByRole('heading', { level: 2 })).toHaveCount(8);
    await expect(page.locator('main')).toContainText(never);
    expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(1280);
    // The page's own words name the button as it stands on a step.
    const stop = await page.locator('main .stop').textContent();
    await tablet.open(`${path.startsWith('en') ? 'en/' : ''}vneid/#bring`);
    expect(stop).toContain((await tablet.control('stop').textContent()) ?? '?');
  });
}
