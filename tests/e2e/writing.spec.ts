import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { workshop } from './workshop';

const repository = path.join(import.meta.dirname, '../..');
const NEEDED = [
  'src',
  'build',
  'public',
  'index.html',
  'package.json',
  'vite.config.ts',
  'tsconfig.json',
  'tsconfig.base.json',
  'guides/vneid',
];

/** A copy of what the workshop needs, so that guides can be spoilt. */
async function aCopy(): Promise<string> {
  const root = await mkdtemp(path.join(os.tmpdir(), 'tung-buoc-writing-'));
  for (const name of NEEDED)
    await cp(path.join(repository, name), path.join(root, name), { recursive: true });
  await symlink(path.join(repository, 'node_modules'), path.join(root, 'node_modules'), 'dir');
  return root;
}

test('a guide shows as it will look while it is written, at the step being edited, its problems in place', async ({
  page,
}) => {
  const root = await aCopy();
  const site = await workshop(root);
  const file = path.join(root, 'guides/vneid/vi.md');
  const text = await readFile(file, 'utf8');
  try {
    await page.goto(`${site.address}vneid/`);
    await page.locator('html[data-ready]').waitFor({ timeout: 60_000 });
    const problems = page.locator('.problems');
    await expect(problems).toContainText('guides/vneid/vi.md:1:1: warning: nobody has followed this guide');

    const spoilt = text
      .replace('*button: Gửi yêu cầu', '*buton: Gửi yêu cầu')
      .replace('thường ghi là `Gửi yêu cầu`', 'thường ghi là <b>Gửi</b>');
    await writeFile(file, spoilt);
    await expect(page.locator('main[data-step="numbers"]')).toBeVisible({ timeout: 30_000 });
    const line = spoilt.slice(0, spoilt.indexOf('*buton')).split('\n').length;
    await expect(problems).toContainText(`guides/vneid/vi.md:${line}:1: error: unknown screen kind "buton"`);
    await expect(problems).toContainText('error: raw HTML is not allowed: <b>');
    // What can be read of the step is there.
    await expect(page.locator('#numbers .phone')).toContainText('Số định danh cá nhân');
    await expect(page.locator('vite-error-overlay')).toHaveCount(0);

    await writeFile(file, text.replace('## Nhập số căn cước và số điện thoại', '## Gõ hai số của bác'));
    await expect(page.locator('#numbers h1')).toContainText('Gõ hai số của bác', { timeout: 30_000 });
    await expect(problems).not.toContainText('error:');
  } finally {
    await site.close();
    await rm(root, { recursive: true, force: true });
  }
});
