import type { Page } from '@playwright/test';
import { expect, SITE, type Tablet, test } from './tablet';
import { violationsIn } from './violations';

test.use({ serviceWorkers: 'allow' });

/** The content of a page, which every tablet has in its store. */
const FILE = 'vneid/content.html';

/** Opens the staff room of a tablet that has been online once. */
async function openRoom(tablet: Tablet): Promise<void> {
  await tablet.open('staff/');
  await tablet.readyForOffline();
}

/** Taps, and waits until all was read again: some seconds, on a machine that runs other tests beside. */
async function read(tablet: Tablet, action: 'check-readiness' | 'repair-offline'): Promise<void> {
  await tablet.tap(action);
  await expect(tablet.page.locator('[data-readiness="checked"]')).toBeVisible({ timeout: 30_000 });
}

const light = (page: Page) => page.locator('[data-ready-to-go]');
const expectLight = (page: Page, answer: 'yes' | 'no') =>
  expect(light(page)).toHaveAttribute('data-ready-to-go', answer);
const lacks = (page: Page) =>
  page.locator('[data-lack]').evaluateAll((all) => all.map((one) => one.getAttribute('data-lack')));

/** Has the browser keep data when it is asked to, as it does for an installed app. */
async function keepData(page: Page): Promise<void> {
  const context = page.context();
  const { targetInfo } = await (await context.newCDPSession(page)).send('Target.getTargetInfo');
  const { browserContextId } = targetInfo;
  const session = await context.browser()?.newBrowserCDPSession();
  await session?.send('Browser.grantPermissions', {
    permissions: ['durableStorage'],
    origin: new URL(SITE).origin,
    ...(browserContextId && { browserContextId }),
  });
}

/** What a failing memory does to a stored file: gone, or another content. */
async function harm(page: Page, file: string, content?: string): Promise<void> {
  const found = await page.evaluate(
    async ([file, content]) => {
      let found = 0;
      for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        for (const request of await cache.keys()) {
          if (!new URL(request.url).pathname.endsWith(`/tung-buoc/${file}`)) continue;
          found += 1;
          if (content === undefined) await cache.delete(request);
          else await cache.put(request, new Response(content, { headers: { 'Content-Type': 'text/html' } }));
        }
      }
      return found;
    },
    [file, content] as const,
  );
  expect(found).toBe(1);
}

test('the light is off until somebody checks, and green when all was read again', async ({
  tablet,
  page,
}) => {
  await keepData(page);
  await openRoom(tablet);
  await expect(page.locator('[data-readiness="unchecked"]')).toContainText('Chưa xem');
  await expect(light(page)).toHaveCount(0);
  await read(tablet, 'check-readiness');
  await expectLight(page, 'yes');
  await expect(light(page)).toHaveText('Đủ để mang đi');
  await expect(
    page.getByText(/Xem lúc \d{2}:\d{2}, ngày \d{4}-\d{2}-\d{2}\. Đã đọc lại \d+ tệp/),
  ).toBeVisible();
  expect(await lacks(page)).toEqual([]);
  expect(await page.evaluate(() => caches.has('tung-buoc:room'))).toBe(false);
});

for (const [what, content] of [
  ['missing', undefined],
  ['damaged', '<p>half a pa'],
] as const) {
  test(`a ${what} file keeps the light off; it needs network to be mended`, async ({
    tablet,
    page,
    context,
  }) => {
    await keepData(page);
    await openRoom(tablet);
    await harm(page, FILE, content);
    await context.setOffline(true);
    await read(tablet, 'check-readiness');
    await expectLight(page, 'no');
    expect(await lacks(page)).toEqual(['files']);
    await read(tablet, 'repair-offline');
    await expect(page.locator('[data-repair="failed"]')).toContainText('phải có mạng');
    await expectLight(page, 'no');

    await context.setOffline(false);
    await read(tablet, 'repair-offline');
    await expectLight(page, 'yes');
    await context.setOffline(true);
    await tablet.open('vneid/');
    await tablet.expectScreen('cover');
  });
}

test('a browser that may delete the data is not ready: the way out is the home screen', async ({
  tablet,
  page,
}) => {
  await openRoom(tablet);
  await read(tablet, 'check-readiness');
  await expectLight(page, 'no');
  expect(await lacks(page)).toEqual(['not-persistent']);
  await expect(page.locator('[data-lack]')).toContainText('màn hình chính');
});

test('a device without room is not ready, and has it again once something was deleted', async ({
  tablet,
  page,
  context,
}) => {
  await keepData(page);
  await openRoom(tablet);
  const session = await context.newCDPSession(page);
  const { origin } = new URL(SITE);
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 3_000_000 });
  await read(tablet, 'check-readiness');
  await expectLight(page, 'no');
  expect(await lacks(page)).toEqual(['full']);
  await session.send('Storage.overrideQuotaForOrigin', { origin });
  await read(tablet, 'check-readiness');
  await expectLight(page, 'yes');
});

test('a worker that falls silent is waited for a minute, not for ever', async ({ tablet, page }) => {
  await openRoom(tablet);
  await page.clock.install();
  await page.evaluate(() => {
    ServiceWorker.prototype.postMessage = () => {};
  });
  await tablet.tap('check-readiness');
  await expect(page.locator('[data-readiness="busy"]')).toBeVisible();
  await expect(tablet.control('check-readiness')).toBeDisabled();
  await expect(async () => {
    await page.clock.fastForward(61_000);
    expect(await lacks(page)).toContain('no-answer');
  }).toPass();
});

test('a page that is not stored yet says how to store it', async ({ browser, violations }) => {
  const context = await browser.newContext({ serviceWorkers: 'block' });
  violationsIn(context, violations);
  const page = await context.newPage();
  await page.goto(`${SITE}staff/`);
  await page.locator('html[data-ready]').waitFor({ state: 'attached' });
  await page.locator('[data-action="check-readiness"]').click();
  await expectLight(page, 'no');
  expect(await lacks(page)).toContain('not-installed');
  await context.close();
});

test('a browser without a service worker, that refuses storage, says so, and nothing breaks', async ({
  tablet,
  page,
}) => {
  await page.addInitScript(() => {
    Reflect.deleteProperty(Navigator.prototype, 'serviceWorker');
    const refuse = () => {
      throw new DOMException('refused', 'SecurityError');
    };
    Object.defineProperty(navigator, 'storage', { get: refuse });
    Object.defineProperty(window, 'caches', { get: refuse });
  });
  await tablet.open('staff/');
  await read(tablet, 'check-readiness');
  await expectLight(page, 'no');
  expect(await lacks(page)).toEqual(['no-service-worker', 'persistence-unknown', 'room-unknown']);
});
