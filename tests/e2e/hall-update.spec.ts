import { appendFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { serve } from '../../scripts/serve.mjs';
import { COUNTDOWN, QUIET } from './hall';
import { expect, test } from './tablet';

test.use({ serviceWorkers: 'allow' });

test('in a hall a new version starts while nobody is there, and never on who reads the home screen', async ({
  page,
}) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'tung-buoc-'));
  cpSync(path.join(import.meta.dirname, '../../dist'), folder, { recursive: true });
  const { address, close } = await serve({ port: 4260, folder });
  const screen = (name: string) => expect(page.locator('main')).toHaveAttribute('data-screen', name);
  const mark = () => page.evaluate(() => (window as { mark?: number }).mark);
  try {
    await page.clock.install();
    await page.addInitScript(() => localStorage.setItem('tung-buoc:role', 'kiosk'));
    await page.goto(address);
    await screen('attract');
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
    // All that the poster shows is fetched by now, and the look for a version is over: Chrome lets a worker that is asked for
    // something at the very moment of its end linger for five minutes, and hours of this clock are moments.
    for (let second = 0; second < 70; second += 1) await page.clock.runFor(1000);
    await page.locator('main').click();
    await screen('home');
    await page.evaluate(() => Object.assign(window, { mark: 1 }));
    appendFileSync(path.join(folder, 'sw.js'), '\n// the next version\n');
    const waiting = () =>
      page.evaluate(async () => {
        const registration = await navigator.serviceWorker.getRegistration();
        await registration?.update();
        return registration?.waiting !== null;
      });
    await expect.poll(waiting).toBe(true);
    await page.clock.runFor(QUIET - 5000);
    await screen('home');
    expect(await mark()).toBe(1);
    await page.clock.runFor(COUNTDOWN);
    await screen('attract');
    await expect(async () => {
      await page.clock.runFor(16_000);
      expect(await mark()).toBeUndefined();
    }).toPass();
    await screen('attract');
    expect(await waiting()).toBe(false);
  } finally {
    close();
    rmSync(folder, { recursive: true, force: true });
  }
});
