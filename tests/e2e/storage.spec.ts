import { expect, test } from './tablet';

/** Storage as some browsers refuse it: each call throws, or an open never answers. */
const REFUSALS = {
  'IndexedDB refused': () => {
    Object.defineProperty(window, 'indexedDB', {
      get() {
        throw new DOMException('refused', 'SecurityError');
      },
    });
  },
  'IndexedDB missing': () => {
    Object.defineProperty(window, 'indexedDB', { value: undefined });
  },
  'IndexedDB that never answers': () => {
    IDBFactory.prototype.open = () => new EventTarget() as IDBOpenDBRequest;
  },
  'all storage refused': () => {
    for (const name of ['indexedDB', 'localStorage', 'sessionStorage']) {
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException('refused', 'SecurityError');
        },
      });
    }
  },
};

for (const [name, refuse] of Object.entries(REFUSALS)) {
  test(`${name}: the guide works to its end, and staff see what was not counted`, async ({
    tablet,
    page,
  }) => {
    await page.addInitScript(refuse);
    await tablet.open('vneid/');
    await tablet.tap('start');
    await tablet.tap('next');
    await tablet.expectScreen('step', 'registered');
    await page.evaluate(() => {
      location.hash = '#end';
    });
    await tablet.tap('completed');
    await tablet.expectScreen('done');
    await expect(page.locator('#done .counted')).toHaveText(/chưa ghi được/);
    await page.locator('#done .go').click();
    await page.locator('.staff-door a[href*="staff/"]').click();
    await expect(page.locator('main[data-state="unreadable"]')).toBeVisible();
    await expect(page.locator('[data-total="not-counted"]')).toHaveAttribute('data-value', '1');
    await tablet.tap('export-json');
    await expect(page.getByRole('status').filter({ hasText: 'Chưa xuất được' })).toBeVisible();
  });
}
