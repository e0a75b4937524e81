import type { BrowserContext, Page } from '@playwright/test';
import { standInHall } from './hall';
import { expect, SITE, test } from './tablet';
import { WAYS_OUT } from './ways-out';

/** What a visitor has got out by, seen from outside of the page and, for what only the browser's own window does, inside. */
interface Watch {
  /** Since it was last asked. */
  escapes(): Promise<string[]>;
}

/** To be called before the page is loaded. */
async function watch(page: Page, context: BrowserContext): Promise<Watch> {
  const seen: string[] = [];
  context.on('page', (other) => {
    if (other === page) return;
    seen.push('a new window');
    void other.close().catch(() => undefined);
  });
  page.on('dialog', (dialog) => {
    seen.push(`a dialog: ${dialog.type()}`);
    void dialog.dismiss();
  });
  page.on('download', (download) => {
    seen.push('a download');
    void download.cancel();
  });
  page.on('framenavigated', (frame) => {
    if (frame === page.mainFrame() && !frame.url().startsWith(SITE)) seen.push(`at ${frame.url()}`);
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(SITE) && !request.url().startsWith('data:')) seen.push(request.url());
  });
  await page.addInitScript(() => {
    const noted: string[] = [];
    Object.assign(window, { noted });
    addEventListener('beforeprint', () => noted.push('printed'));
    window.print = () => noted.push('printed');
    // What the page lets through, the browser's own window answers to. After all others have had their turn.
    for (const type of [
      'keydown',
      'contextmenu',
      'dragstart',
      'mousedown',
      'mouseup',
      'wheel',
      'auxclick',
      'click',
    ]) {
      addEventListener(type, (event) => {
        const { button = 0, ctrlKey = false } = event as MouseEvent;
        const plain = ['mousedown', 'mouseup', 'click'].includes(type) && button === 0;
        if (plain || (type === 'wheel' && !ctrlKey)) return;
        setTimeout(() => event.defaultPrevented || noted.push(`${type} let through`));
      });
    }
    // A link to elsewhere that was followed; the test's browser knows no telephone.
    addEventListener('click', (event) => {
      const link = (event.target as Element).closest?.('a');
      if (link && !link.href.startsWith('http'))
        setTimeout(() => event.defaultPrevented || noted.push(link.href));
    });
  });
  return {
    async escapes() {
      const inside = await page.evaluate(() => {
        const { noted = [], mark } = window as unknown as { noted?: string[]; mark?: number };
        const found = noted.splice(0);
        if (mark !== 1) found.push('another document');
        if (getSelection()?.toString()) found.push('marked text');
        if ((visualViewport?.scale ?? 1) !== 1) found.push('zoomed');
        if (document.documentElement.dataset.escaped) found.push(document.documentElement.dataset.escaped);
        return found;
      });
      return [...seen.splice(0), ...inside];
    },
  };
}

async function mark(page: Page): Promise<void> {
  await page.evaluate(() => Object.assign(window, { mark: 1 }));
}

test.use({ hasTouch: true });

test(`${WAYS_OUT.length} ways out are tried on a kiosk, and none leaves`, async ({
  tablet,
  page,
  context,
}) => {
  expect(WAYS_OUT.length).toBeGreaterThanOrEqual(30);
  expect(new Set(WAYS_OUT.map(({ name }) => name)).size).toBe(WAYS_OUT.length);
  const watching = await watch(page, context);
  await standInHall(tablet);
  await mark(page);
  const out: string[] = [];
  for (const way of WAYS_OUT) {
    await way.try(page);
    await page.evaluate(() => new Promise(requestAnimationFrame));
    for (const escaped of await watching.escapes()) out.push(`${way.name}: ${escaped}`);
    expect(page.url().startsWith(SITE), way.name).toBe(true);
    // For the next one: where it began, on the same document.
    await page.evaluate(() => document.querySelector('#way-out')?.remove());
    if ((await page.locator('main').getAttribute('data-screen')) === 'home') continue;
    await page.locator('.top-bar a').first().click();
    await tablet.expectScreen('home');
  }
  expect(out).toEqual([]);
});

/** Each needs a browser of its own; `WAYS=full` takes the time for all of them. */
const SHARE = process.env.WAYS === 'full' ? 1 : 3;

test('the same trial sees them leave on a device of a team: it is not blind', async ({ browser }) => {
  const missed: string[] = [];
  const seen = WAYS_OUT.filter((way) => way.seen && !isOneOfManyKeys(way.name));
  for (const way of seen.filter((_, place) => place % SHARE === 0)) {
    // Whatever one has set out for must not come in between with the next.
    const context = await browser.newContext({ hasTouch: true, serviceWorkers: 'block' });
    const page = await context.newPage();
    const watching = await watch(page, context);
    await page.goto(SITE);
    await page.locator('html[data-ready]').waitFor({ state: 'attached' });
    await mark(page);
    await way.try(page).catch(() => undefined);
    const escaped = async () => (await watching.escapes().catch(() => ['another document'])).length > 0;
    await expect
      .poll(escaped, { timeout: 2000 })
      .toBe(true)
      .catch(() => missed.push(way.name));
    await context.close();
  }
  expect(missed).toEqual([]);
});

/** They are all alike here; each of them is tried in tests/unit/allowed-keys.test.ts. */
function isOneOfManyKeys(name: string): boolean {
  return /^([A-Z]\w*\+.|F\d|.$|ContextMenu|Backspace)/.test(name) && !['F1', 'Control+p'].includes(name);
}

test('the whole screen is taken by the first touch, and again by the next after it was lost', async ({
  tablet,
  page,
}) => {
  await standInHall(tablet);
  const full = () => page.evaluate(() => document.fullscreenElement?.tagName);
  await expect.poll(full).toBe('HTML');
  await page.evaluate(() => document.exitFullscreen());
  await expect.poll(full).toBeUndefined();
  await page.mouse.click(400, 250);
  await expect.poll(full).toBe('HTML');
});

test('the screen is kept on, and asked for again when the system took the lock away', async ({
  tablet,
  page,
}) => {
  await page.addInitScript(() => {
    const locks: { released: boolean }[] = [];
    Object.assign(window, { locks });
    Object.defineProperty(navigator, 'wakeLock', {
      value: {
        request: async () => {
          const lock = { released: false, release: async () => Object.assign(lock, { released: true }) };
          locks.push(lock);
          return lock;
        },
      },
    });
  });
  await standInHall(tablet);
  const held = () =>
    page.evaluate(() =>
      (window as unknown as { locks: { released: boolean }[] }).locks.map((one) => !one.released),
    );
  expect(await held()).toEqual([true]);
  await page.evaluate(() => {
    for (const lock of (window as unknown as { locks: { released: boolean }[] }).locks) lock.released = true;
  });
  await page.mouse.click(400, 250);
  await expect.poll(held).toEqual([false, true]);
});
