import type { BrowserContext, Page } from '@playwright/test';
import type { ExportFile } from '../../src/tally/export';
import { installClock, keepOffset } from './clock-shift';
import { ended, expect, exported, notCountedTile, open, totalsIn } from './device';

/** After so long nobody comes back to a walk: what is still open then is counted as left. */
const DAY_MS = 86_400_000;

/** What staff find a day later, when no walk can be open any more: their export, which says what the room says. */
export async function aDayLater(context: BrowserContext): Promise<ExportFile> {
  const page = await context.newPage();
  await page.addInitScript(installClock);
  await page.addInitScript(keepOffset, DAY_MS);
  const read = { file: await exported(page) };
  await expect(async () => {
    const totals = totalsIn(read.file);
    if (totals.started === ended(totals)) return;
    read.file = await exported(page);
    expect(totals.started, 'a walk that never ends').toBe(ended(totals));
  }).toPass({ timeout: 5_000 });
  await expect(notCountedTile(page)).toHaveAttribute('data-value', String(read.file.notCounted));
  await page.close();
  return read.file;
}

/** Looks and exports, on a device that may refuse; its room is there in any case. */
export async function exportIfPossible(page: Page): Promise<void> {
  await open(page, 'staff/');
  const main = page.locator('main[data-screen="staff"]');
  const control = main.locator('[data-action="export-json"]');
  await control.click();
  // It can be tapped again when that has come to its end, good or bad.
  await expect(control).toBeEnabled();
  await expect(main).not.toBeEmpty();
}
