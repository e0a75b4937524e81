import { expect, SITE, test } from './tablet';

test('home: cards open guides', async ({ tablet, page }) => {
  await tablet.open('');
  await tablet.expectScreen('home');
  for (const id of ['vneid', 'long-an-so', 'vi-dien-tu', 'voso-postmart'])
    await expect(page.locator(`[data-open="${id}"]`)).toBeVisible();
});

test('guide: screens, steps, actions, choices and reasons carry their names', async ({ tablet, page }) => {
  await tablet.open('vneid/');
  const main = page.locator('main');
  await expect(main).toHaveAttribute('data-screen', 'cover');
  await expect(main).toHaveAttribute('data-guide', 'vneid');
  await expect(main).toHaveAttribute('data-step', '');
  await expect(tablet.control('print')).toBeVisible();
  await tablet.tap('start');
  for (const action of ['next', 'back', 'stop', 'help']) await expect(tablet.control(action)).toBeVisible();
  await tablet.tap('next');
  await expect(page.locator('[data-choice]').filter({ visible: true }).first()).toBeVisible();
  await page.goto(`${SITE}vneid/#numbers`);
  await expect(tablet.control('practise')).toBeVisible();
  await page.goto(`${SITE}vneid/#keep-safe`);
  await tablet.tap('finish');
  await tablet.expectScreen('finish');
  await expect(tablet.control('completed')).toBeVisible();
  await tablet.tap('not-completed');
  for (const reason of ['no-document', 'phone', 'sim-otp', 'app-error', 'no-time', 'unsure', 'other']) {
    await expect(page.locator(`[data-reason="${reason}"]`)).toBeVisible();
  }
});

test('reading aloud is offered where the device has a voice, sentence by sentence', async ({
  tablet,
  page,
}) => {
  await page.addInitScript(() => {
    const spoken: string[] = [];
    class Utterance {
      onend?: () => void;
      constructor(readonly text: string) {}
    }
    const synthesis = {
      getVoices: () => [{ lang: 'vi-VN' }],
      speak: (utterance: Utterance) => {
        spoken.push(utterance.text);
        setTimeout(() => utterance.onend?.(), 1);
      },
      cancel: () => undefined,
    };
    Object.defineProperty(window, 'speechSynthesis', { value: synthesis });
    Object.assign(window, { SpeechSynthesisUtterance: Utterance, spoken });
  });
  await tablet.open('vneid/#bring');
  await tablet.tap('read');
  await expect
    .poll(() => page.evaluate(() => (window as unknown as { spoken: string[] }).spoken.join(' ')))
    .toContain('Bác chuẩn bị đủ chưa?');
});

test('practising leads to the ringed part, kindly', async ({ tablet, page }) => {
  await page.clock.install();
  await tablet.open('vneid/#numbers');
  await tablet.tap('practise');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toBeVisible();
  await page.clock.runFor(1000);
  await dialog.locator('.phone').click({ position: { x: 40, y: 30 } });
  await expect(dialog.getByRole('status')).toHaveText(/Bác tìm nút “Gửi yêu cầu” có vòng màu cam nhé/);
  await dialog.locator('[data-tap]').click();
  await expect(dialog.getByRole('status')).toHaveText(/Đúng chỗ rồi bác/);
  await page.clock.runFor(1000);
  await dialog.locator('[data-action="close"]').click();
  await expect(dialog).toHaveCount(0);
});

test('staff and report: totals and exports', async ({ tablet, page }) => {
  await tablet.open('vneid/');
  await tablet.tap('start');
  await tablet.stop('phone');
  await tablet.open('staff/');
  await tablet.expectScreen('staff');
  const total = (name: string) => page.locator(`[data-total="${name}"]`);
  for (const [name, value] of [
    ['started', '1'],
    ['completed', '0'],
    ['stopped', '1'],
    ['left', '0'],
    ['not-counted', '0'],
  ] as const) {
    await expect(total(name)).toHaveAttribute('data-value', value);
  }
  expect((await tablet.export('csv')).toString('utf8')).toContain(',stopped,bring,phone,,1');
  expect((await tablet.export('xlsx')).subarray(0, 2).toString()).toBe('PK');
  const json = await tablet.export('json');
  // After an export the figures of today stay what they were.
  await expect(total('started')).toHaveAttribute('data-value', '1');

  await tablet.open('report/');
  await tablet.expectScreen('report');
  const file = { name: 'a.json', mimeType: 'application/json', buffer: json };
  await page
    .locator('[data-import]')
    .setInputFiles([
      file,
      { ...file, name: 'b.json' },
      { ...file, name: 'cut.json', buffer: json.subarray(0, 99) },
    ]);
  await expect(total('started')).toHaveAttribute('data-value', '1');
  await expect(total('stopped')).toHaveAttribute('data-value', '1');
  await expect(page.locator('[data-refused]')).toContainText('cut.json');
});

test('the database is called tung-buoc', async ({ tablet, page }) => {
  await tablet.open('staff/');
  await page.locator('main[data-state="read"]').waitFor();
  expect(await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name))).toContain(
    'tung-buoc',
  );
});

test('pages carry title, description, language, alternates, and the site can be installed', async ({
  tablet,
  page,
}) => {
  await tablet.open('en/vneid/');
  await expect(page).toHaveTitle(/ · Từng Bước$/);
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.locator('meta[name="description"]')).toHaveAttribute('content', /\S/);
  const vi = await page.locator('link[hreflang="vi"]').getAttribute('href');
  expect(new URL(vi ?? '', page.url()).href).toBe(`${SITE}vneid/`);
  const manifest = new URL(
    (await page.locator('link[rel="manifest"]').getAttribute('href')) ?? '',
    page.url(),
  );
  const content = (await (await page.request.get(manifest.href)).json()) as {
    icons: { src: string; purpose: string }[];
    shortcuts: { url: string }[];
  };
  expect(content.icons.map(({ purpose }) => purpose)).toContain('maskable');
  for (const { src } of content.icons)
    expect((await page.request.get(new URL(src, manifest).href)).ok()).toBe(true);
  expect(content.shortcuts.map(({ url }) => new URL(url, manifest).href)).toContain(`${SITE}vneid/`);
});

test('on a kiosk walks are counted as alone, and the volunteer’s notes do not show', async ({
  tablet,
  page,
}) => {
  await tablet.open('vneid/#bring');
  await expect(page.locator('#bring .callout.note')).toBeVisible();
  await tablet.open('staff/');
  await page.getByRole('radio').nth(1).check();
  await tablet.open('vneid/');
  await tablet.tap('start');
  await expect(page.locator('#bring .callout.note')).toBeHidden();
  await tablet.stop('other');
  await tablet.open('staff/');
  const rows = await tablet.exportedRows();
  expect(new Set(rows.map((row) => row.mode))).toEqual(new Set(['alone']));
});

test('the place of a device goes into its export, and names the file', async ({ tablet, page }) => {
  await tablet.open('staff/');
  await page.locator('input[name="commune"]').fill('Xã Cần Đước');
  await page.locator('input[name="tablet"]').fill('02');
  await page.locator('button[type="submit"]').click();
  await expect(page.getByRole('status').filter({ hasText: 'Đã lưu' })).toBeVisible();
  const waiting = page.waitForEvent('download');
  await tablet.tap('export-json');
  expect((await waiting).suggestedFilename()).toMatch(/^tung-buoc-xa-can-duoc-02-\d{4}-\d{2}-\d{2}\.json$/);
});
