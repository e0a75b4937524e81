import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { type FleetTruth, makeFleet } from '../fleet/fleet';
import { allGuides, expect, test } from './tablet';

/** A small province: its files, and what they truly hold. */
let made: FleetTruth;
let folder: string;
const files: { name: string; mimeType: string; buffer: Buffer }[] = [];

test.beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'tung-buoc-report-'));
  mkdirSync(path.join(folder, 'exports'));
  const options = { tablets: 40, days: 20, seed: 7, until: '2026-11-24' };
  made = await makeFleet(options, await allGuides(), (name, text) => {
    files.push({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
    writeFileSync(path.join(folder, 'exports', name), text);
  });
});

test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function expectTheTruth(page: Page): Promise<void> {
  const { completed, stopped, left, started } = made.truth.total;
  for (const [name, value] of Object.entries({ completed, stopped, left, started })) {
    // A busy machine is slow, not wrong.
    await expect(page.locator(`[data-total="${name}"]`)).toHaveAttribute('data-value', `${value}`, {
      timeout: 60_000,
    });
  }
}

const table = (page: Page, id: string) => page.locator(`[data-table="${id}"]`);

test('a province’s files, good and bad, chosen at once: the true figures, and each refused file by name', async ({
  tablet,
  page,
}) => {
  await tablet.open('report/');
  await page.locator('[data-import]').setInputFiles(files);
  await expectTheTruth(page);
  const refused = page.locator('[data-refused]');
  await page.locator('.alert button').click();
  await expect(refused).toHaveCount(made.files.refused.length);
  for (const { name } of made.files.refused)
    await expect(refused.filter({ hasText: name }).first()).toBeVisible();
  await expect(table(page, 'unusual')).toContainText('nội dung khác nhau');

  // The same again, one by one: nothing is counted twice.
  for (const file of files.slice(0, 3)) await page.locator('[data-import]').setInputFiles(file);
  await expectTheTruth(page);
  await expect(page.getByRole('progressbar')).toHaveCount(0);

  // A guide is chosen, and shows its own steps.
  await page.locator('select[name="guide"]').selectOption('vi-dien-tu');
  const steps = (await allGuides()).find(({ id, locale }) => id === 'vi-dien-tu' && locale === 'vi')?.steps;
  await expect(table(page, 'steps').locator('tbody tr').first()).toContainText(steps?.[0].title ?? '');
  await expect(table(page, 'steps').locator('tbody tr').first().locator('svg rect')).toHaveCount(3);
  // A step of this build's revision is named with the place where it is written.
  await expect(
    table(page, 'to-mend')
      .getByText(/guides\/[a-z-]+\/vi\.md:\d+$/)
      .first(),
  ).toBeVisible();
});

test('a folder, a drop and a list of teams', async ({ tablet, page }) => {
  await tablet.open('report/');
  await page.locator('[data-import-folder]').setInputFiles(path.join(folder, 'exports'));
  await expectTheTruth(page);
  await tablet.open('privacy/');
  await tablet.open('report/');
  // Closing the page has forgotten it.
  await expect(page.locator('[data-total="completed"]')).toHaveAttribute('data-value', '0');

  const drop = await page.evaluateHandle(
    (texts) => {
      const transfer = new DataTransfer();
      for (const [name, text] of texts) transfer.items.add(new File([text], name));
      return transfer;
    },
    files.slice(0, 4).map(({ name, buffer }) => [name, buffer.toString('utf8')] as [string, string]),
  );
  await page.locator('.intake').dispatchEvent('drop', { dataTransfer: drop });
  await expect(table(page, 'devices')).toBeVisible();

  const list = `Xã;Tổ\nXã 99;Tổ vắng\n`;
  await page
    .locator('[data-import-teams]')
    .setInputFiles({ name: 'to.csv', mimeType: 'text/csv', buffer: Buffer.from(list) });
  await expect(table(page, 'not-heard')).toContainText('Tổ vắng');
  await page
    .locator('[data-import-teams]')
    .setInputFiles({ name: 'to.csv', mimeType: 'text/csv', buffer: Buffer.from('a;b\n1;2') });
  await expect(page.locator('.teams-list [role="status"]')).toContainText('không có cột');
});

test('for some days only, and for publishing: small counts are hidden in tables and files', async ({
  tablet,
  page,
}) => {
  await tablet.open('report/');
  await page.locator('[data-import]').setInputFiles(files);
  await expectTheTruth(page);
  await page.locator('select[name="period"]').selectOption('days');
  await page.locator('input[name="from"]').fill('2026-11-24');
  await page.locator('input[name="to"]').fill('2026-11-24');
  const turns = made.truth.byDay['2026-11-24']?.turns ?? 0;
  await expect(table(page, 'guides').locator('tfoot td').nth(1)).toHaveText(turns.toLocaleString('vi'));

  await page.locator('input[name="audience"]').nth(1).check();
  await expect(page.locator('[data-total]')).toHaveCount(0);
  await expect(table(page, 'devices')).toHaveCount(0);
  const shown = await page
    .locator('[data-table="communes"] tbody td.number, [data-table="teams"] tbody td.number')
    .allInnerTexts();
  expect(shown.length).toBeGreaterThan(0);
  expect(shown.filter((text) => /^[1-9]$/.test(text))).toEqual([]);
  expect(shown).toContain('(ẩn)');

  const waiting = page.waitForEvent('download');
  await tablet.tap('report-xlsx');
  const download = await waiting;
  expect(download.suggestedFilename()).toMatch(/^tung-buoc-cong-bo-\d{4}-\d{2}-\d{2}\.xlsx$/);
  expect(
    readFileSync(await download.path())
      .subarray(0, 2)
      .toString(),
  ).toBe('PK');
  const csv = page.waitForEvent('download');
  await table(page, 'teams').getByRole('button', { name: /CSV/ }).click();
  expect(readFileSync(await (await csv).path(), 'utf8')).toContain('(ẩn)');
});

test('reading can be stopped: what was read stays, and it can go on', async ({ tablet, page }) => {
  await tablet.open('report/');
  // As many as can be handed over at once: 50 MB.
  const bytes = files.reduce((sum, { buffer }) => sum + buffer.length, 0);
  const many = Array.from({ length: Math.min(12, Math.floor(45_000_000 / bytes)) }, () => files).flat();
  await page.locator('[data-import]').setInputFiles(many);
  await tablet.tap('cancel');
  await expect(page.locator('.intake [role="status"]')).toContainText('Đã dừng');
  await page.locator('[data-import]').setInputFiles(files);
  await expectTheTruth(page);
});

test('the report prints on A4 without the controls', async ({ tablet, page }) => {
  await tablet.open('report/');
  await page.locator('[data-import]').setInputFiles(files);
  await expectTheTruth(page);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.intake')).toBeHidden();
  await expect(page.locator('.audience')).toBeHidden();
  await expect(table(page, 'guides')).toBeVisible();
  // A4 without its margins, in CSS pixels.
  await page.setViewportSize({ width: 688, height: 1000 });
  const cut = await page
    .locator('.figures .wide')
    .evaluateAll((all) =>
      all
        .filter((one) => one.scrollWidth > one.clientWidth + 1)
        .map((one) => one.closest('section')?.dataset.table),
    );
  expect(cut).toEqual([]);
});
