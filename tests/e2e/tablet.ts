import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test as base, expect, type Page } from '@playwright/test';
import { compileAll, type Library } from '../../build/compile-all';
import { END, findStep, type Guide, type StepId } from '../../src/guide/guide';
import type { ExportFile } from '../../src/tally/export';
import type { Row } from '../../src/tally/row';
import type { Reason } from '../../src/walk/walk';
import { violationsIn } from './violations';

export { expect };

/** The address of the site under test, ending in a slash. */
export const SITE = process.env.SITE ?? '';

let compiled: Promise<Library> | undefined;

/** All guides of the repository, compiled. */
export async function allGuides(): Promise<Guide[]> {
  compiled ??= compileAll(path.join(import.meta.dirname, '../..'));
  return (await compiled).guides;
}

/** A tablet in a volunteer's hands. Fails the test when the page reports an error. */
export class Tablet {
  constructor(readonly page: Page) {}

  /** Opens an address below the site's root, and waits until it answers to touch. */
  async open(address: string): Promise<void> {
    await this.page.goto(SITE + address);
    await this.ready();
  }

  async ready(): Promise<void> {
    await this.page.locator('html[data-ready]').waitFor({ state: 'attached' });
  }

  /** On a kiosk: touches the screen that invites, to come to the home screen. */
  async wake(): Promise<void> {
    await this.expectScreen('attract');
    await this.page.locator('main').click();
    await this.expectScreen('home');
  }

  /** Waits until the site works without network, as it does after one visit. */
  async readyForOffline(): Promise<void> {
    await this.page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await expect.poll(() => this.page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
  }

  /** The control with this action that is in sight. */
  control(action: string) {
    return this.page.locator(`[data-action="${action}"]`).filter({ visible: true });
  }

  async tap(action: string): Promise<void> {
    await this.control(action).click();
  }

  async expectScreen(screen: string, step?: StepId): Promise<void> {
    await expect(this.page.locator('main')).toHaveAttribute('data-screen', screen);
    if (step !== undefined) await expect(this.page.locator('main')).toHaveAttribute('data-step', step);
  }

  /**
   * Walks from the cover along a way of steps to the question at the end: inside of the page, where hands are quicker,
   * and by nothing but what the page promises.
   */
  async walk(guide: Guide, way: StepId[]): Promise<void> {
    await this.tap('start');
    const taps = way.map((id, i) => {
      const to = way[i + 1] ?? END;
      const isChoice = findStep<Guide['steps'][number]>(guide, id)?.next.kind === 'choice';
      const control = isChoice
        ? `[data-choice="${to}"]`
        : `[data-action="${to === END ? 'finish' : 'next'}"]`;
      return { id, control };
    });
    await this.page.evaluate(async (all) => {
      const main = document.querySelector('main');
      const shown = (id: string) => main?.dataset.screen === 'step' && main.dataset.step === id;
      const until = (condition: () => boolean, what: string) =>
        new Promise<void>((resolve, reject) => {
          const begun = performance.now();
          const look = () => {
            if (condition()) resolve();
            else if (performance.now() - begun < 20_000) requestAnimationFrame(look);
            else reject(new Error(`waited in vain for ${what}, at ${location.hash}`));
          };
          look();
        });
      for (const { id, control } of all) {
        await until(() => shown(id), `step ${id}`);
        const inSight = [...document.querySelectorAll<HTMLElement>(control)].find(
          (one) => one.getClientRects().length > 0,
        );
        if (!inSight) throw new Error(`${control} is not in sight on step ${id}`);
        inSight.click();
      }
    }, taps);
    await this.expectScreen('finish');
  }

  /** Waits until the walk under way stands in the database as it is on screen: whoever leaves sooner has not been noted. */
  async noted(): Promise<void> {
    const last = () =>
      this.page.evaluate(async () => {
        // Opened before the app has, it would be made by us.
        const there = await indexedDB.databases();
        if (!there.some(({ name }) => name === 'tung-buoc')) return undefined;
        const database = await new Promise<IDBDatabase>((resolve, reject) => {
          const request = indexedDB.open('tung-buoc');
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
        const walks = await new Promise<{ walk: { trail: string[] } }[]>((resolve, reject) => {
          const request = database.transaction('walks').objectStore('walks').getAll();
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
        database.close();
        return walks.map(({ walk }) => walk.trail.at(-1));
      });
    const step = await this.page.locator('main').getAttribute('data-step');
    await expect.poll(last).toContain(step);
  }

  /** Stops the walk for a reason, to the last screen. */
  async stop(reason: Reason): Promise<void> {
    await this.tap('stop');
    await this.page.locator(`[data-reason="${reason}"]`).click();
    await this.expectScreen('done');
  }

  /** Exports through the staff room, without leaving the app; answers the file's text. */
  async export(format: 'json' | 'csv' | 'xlsx'): Promise<Buffer> {
    const waiting = this.page.waitForEvent('download');
    await this.tap(`export-${format}`);
    const download = await waiting;
    expect(download.suggestedFilename()).toMatch(
      new RegExp(`^tung-buoc-.*\\d{4}-\\d{2}-\\d{2}\\.${format}$`),
    );
    return readFileSync(await download.path());
  }

  /** All rows of an exported file, of whatever sheet. */
  async exportedRows(): Promise<Row[]> {
    await this.page.locator('main[data-state="read"]').waitFor();
    const file = JSON.parse((await this.export('json')).toString('utf8')) as ExportFile;
    return file.sheets.flatMap((sheet) => sheet.rows);
  }
}

export const test = base.extend<{ tablet: Tablet; violations: string[] }>({
  // For every test, asked for or not: the app never does what its policy forbids.
  violations: [
    async ({ context }, use) => {
      const violations = violationsIn(context);
      await use(violations);
      expect(violations).toEqual([]);
    },
    { auto: true },
  ],
  tablet: async ({ page }, use) => {
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await use(new Tablet(page));
    expect(errors).toEqual([]);
  },
});
