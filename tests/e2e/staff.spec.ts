import { expect, test } from './tablet';

const PLACE = { province: 'Tây Ninh', commune: 'Xã Cần Đước', team: 'Ấp 3', tablet: '2' };

/** A whole walk through the shortest way there is: from the cover to the last question. */
async function aWalk(tablet: import('./tablet').Tablet) {
  await tablet.open('vneid/');
  await tablet.tap('start');
  await tablet.page.evaluate(() => {
    location.hash = '#end';
  });
  await tablet.tap('completed');
  await tablet.expectScreen('done');
}

test('the first time it asks where the device stands and how it is used; afterwards that is at the end', async ({
  tablet,
  page,
}) => {
  await tablet.open('staff/');
  const first = page.locator('.first');
  await expect(first).toContainText('Trước khi dùng lần đầu');
  for (const [field, value] of Object.entries(PLACE))
    await first.locator(`input[name="${field}"]`).fill(value);
  await first.getByRole('button', { name: 'Lưu' }).click();
  await expect(first.getByRole('status')).toHaveText('Đã lưu.');
  await page.reload();
  await tablet.ready();
  await expect(page.locator('input[name="commune"]')).toHaveValue(PLACE.commune);
  await expect(page.locator('.first')).toHaveCount(0);
});

test('on somebody’s own phone walks are alone, and no count leaves it', async ({ tablet, page }) => {
  await tablet.open('staff/');
  await page.locator('input[name="role"][value="own"]').check();
  await aWalk(tablet);
  await expect(page.locator('.callout.note').filter({ visible: true })).toHaveCount(0);
  await tablet.open('staff/');
  await expect(page.locator('[data-total="completed"]')).toHaveAttribute('data-value', '1');
  await expect(page.locator('[data-export="none"]')).toBeVisible();
  await expect(page.locator('[data-action^="export-"]')).toHaveCount(0);
});

test('a team’s device can be switched for one person who is alone, and is the team’s again for the next', async ({
  tablet,
  page,
}) => {
  await tablet.open('vneid/');
  const note = page.locator('#cover .note');
  await expect(note).toBeVisible();
  await tablet.tap('company');
  await expect(note).toBeHidden();
  await tablet.tap('start');
  await page.evaluate(() => {
    location.hash = '#end';
  });
  await tablet.tap('completed');
  await tablet.expectScreen('done');
  await aWalk(tablet);
  await tablet.open('staff/');
  const rows = await tablet.exportedRows();
  expect(rows.filter(({ event }) => event === 'completed').map(({ mode, count }) => [mode, count])).toEqual([
    ['alone', 1],
    ['helped', 1],
  ]);
});

test('an export of some days carries those days alone', async ({ tablet, page }) => {
  await page.clock.install({ time: new Date('2027-03-01T08:00:00+07:00') });
  await aWalk(tablet);
  await page.clock.setFixedTime(new Date('2027-03-09T08:00:00+07:00'));
  await aWalk(tablet);
  await tablet.open('staff/');
  await page.locator('main[data-state="read"]').waitFor();
  const days = async (range: string) => {
    await page.locator('select[name="period"]').selectOption(range);
    const file = JSON.parse((await tablet.export('json')).toString('utf8')) as { sheets: { day: string }[] };
    return file.sheets.map(({ day }) => day);
  };
  expect(await days('all')).toEqual(['2027-03-01', '2027-03-09']);
  expect(await days('week')).toEqual(['2027-03-09']);
  expect(await days('month')).toEqual(['2027-03-01', '2027-03-09']);
  await page.locator('select[name="period"]').selectOption('days');
  await page.locator('input[name="from"]').fill('2027-03-03');
  await page.locator('input[name="to"]').fill('2027-02-20');
  expect(await days('days')).toEqual(['2027-03-01']);
});

test('"exported" is said only when the file was handed over', async ({ tablet, page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'canShare', { value: () => true });
    Object.defineProperty(navigator, 'share', {
      value: async ({ files }: { files: File[] }) => {
        const shares = window as { refuse?: boolean; shared?: string[] };
        if (shares.refuse) throw new DOMException('closed', 'AbortError');
        shares.shared = files.map(({ name }) => name);
      },
    });
  });
  await aWalk(tablet);
  await tablet.open('staff/');
  await page.locator('main[data-state="read"]').waitFor();
  await expect(page.getByText('Máy này chưa xuất lần nào.')).toBeVisible();
  await page.evaluate(() => {
    (window as { refuse?: boolean }).refuse = true;
  });
  await tablet.tap('export-csv');
  await expect(page.locator('[data-export="cancelled"]')).toBeVisible();
  await expect(page.getByText('Máy này chưa xuất lần nào.')).toBeVisible();
  await page.evaluate(() => {
    (window as { refuse?: boolean }).refuse = false;
  });
  await tablet.tap('export-csv');
  await expect(page.locator('[data-export="done"]')).toContainText('1 lượt');
  expect(await page.evaluate(() => (window as { shared?: string[] }).shared)).toEqual([
    expect.stringMatching(/^tung-buoc-.*\.csv$/),
  ]);
  await expect(page.getByText('Lần xuất gần nhất')).toBeVisible();
});

test('what was not counted is said with its reason', async ({ tablet, page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'indexedDB', { value: undefined });
  });
  await aWalk(tablet);
  await tablet.open('staff/');
  await expect(page.locator('[data-trouble="refused"]')).toContainText('1');
});

for (const [path, law] of [
  ['privacy/', 'Luật số 91/2025/QH15'],
  ['en/privacy/', 'Law No. 91/2025/QH15'],
] as const) {
  test(`${path}: what is counted and what never fits on one screen, and names its law`, async ({
    tablet,
    page,
  }) => {
    await tablet.open('');
    await tablet.open(path);
    await tablet.expectScreen('privacy');
    await expect(page.locator('main')).toContainText(law);
    expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(1280);
  });
}
