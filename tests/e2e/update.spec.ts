import { appendFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { serve } from '../../scripts/serve.mjs';
import { expect, test } from './tablet';

test.use({ serviceWorkers: 'allow' });

test('a new version waits through a walk, and starts when the home screen has been idle', async ({
  page,
  context,
}) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'tung-buoc-'));
  cpSync(path.join(import.meta.dirname, '../../dist'), folder, { recursive: true });
  const { address, close } = await serve({ port: 4250, folder });
  const mark = () => page.evaluate(() => (window as { mark?: number }).mark);
  const screen = (name: string) => expect(page.locator('main')).toHaveAttribute('data-screen', name);
  try {
    await page.clock.install();
    await page.goto(address);
    await page.locator('html[data-ready]').waitFor({ state: 'attached' });
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
    await page.evaluate(() => {
      (window as { mark?: number }).mark = 1;
    });
    await page.locator('[data-open="vneid"]').click();
    await page.locator('[data-action="start"]').click();
    await screen('step');

    appendFileSync(path.join(folder, 'sw.js'), '\n// the next version\n');
    const waiting = () =>
      page.evaluate(async () => {
        const registration = await navigator.serviceWorker.getRegistration();
        await registration?.update();
        return registration?.waiting !== null;
      });
    await expect.poll(waiting).toBe(true);
    await page.clock.fastForward(600_000);
    await screen('step');
    expect(await mark()).toBe(1);

    await page.locator('.top-bar a').first().click();
    await screen('home');
    // While another tab is open, somebody may be in the middle of something there.
    const other = await context.newPage();
    await other.goto(`${address}vneid/`);
    await page.clock.fastForward(25_000);
    await expect.poll(waiting).toBe(true);
    expect(await mark()).toBe(1);
    await other.close();

    await page.reload();
    await page.locator('html[data-ready]').waitFor({ state: 'attached' });
    await page.evaluate(() => {
      (window as { mark?: number }).mark = 2;
    });
    await expect.poll(waiting).toBe(true);
    await expect(async () => {
      await page.clock.fastForward(25_000);
      expect(await mark()).toBeUndefined();
    }).toPass();
    await screen('home');
    expect(await waiting()).toBe(false);
  } finally {
    close();
    rmSync(folder, { recursive: true, force: true });
  }
});
