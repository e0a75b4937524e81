import { expect, type Page, test } from '@playwright/test';
import { workshop } from './workshop';

/**
 * Pictures are compared loosely: another version of the browser draws an edge a shade lighter, while a part that is
 * missing, cut off or moved is thousands of points. `npm run pictures` renews them, to be looked at before a commit.
 */
const ALIKE = { maxDiffPixelRatio: 0.02, threshold: 0.25 };

// One server for all.
test.describe.configure({ mode: 'default' });

let close: () => Promise<void>;
let page: Page;

test.beforeAll(async ({ browser }) => {
  const site = await workshop();
  close = site.close;
  page = await browser.newPage({
    viewport: { width: 1400, height: 900 },
    reducedMotion: 'reduce',
    locale: 'vi-VN',
  });
  await page.goto(`${site.address}gallery/`);
  await page.locator('html[data-ready]').waitFor();
  await page.evaluate(() => document.fonts.ready);
});
test.afterAll(async () => {
  await page.close();
  await close();
});

test('each construct of the format looks as its stored picture, which the format’s page shows', async () => {
  const names = await page.locator('.example').evaluateAll((all) => all.map(({ id }) => id));
  expect(names.length).toBeGreaterThan(35);
  for (const name of names) {
    await expect.soft(page.locator(`#${name}`)).toHaveScreenshot(['docs', 'format', `${name}.png`], ALIKE);
  }
});

for (const theme of ['light', 'dark', 'contrast']) {
  for (const size of ['1', '2', '3']) {
    test(`everything on the drawn phone, ${theme}, text size ${size}: as its stored picture, and nothing cut off`, async () => {
      const sheet = page.locator(`#sheet-${theme}-${size}`);
      const cut = await sheet
        .locator('.phone .part, .phone .part *')
        .evaluateAll((parts) =>
          parts
            .filter((part) => part.scrollWidth > part.clientWidth + 1 && part.clientWidth > 0)
            .map(({ className }) => className),
        );
      expect(cut).toEqual([]);
      await expect(sheet).toHaveScreenshot(['tests', 'e2e', 'pictures', `${theme}-${size}.png`], ALIKE);
    });
  }
}

test('all words on the phone stand out from what is behind them, 7:1 in each theme', async () => {
  const poor = await page.locator('.sheet').evaluateAll((sheets) => {
    const channels = (colour: string) => (colour.match(/[\d.]+/g) ?? []).map(Number);
    const light = (colour: string) => {
      const [r = 0, g = 0, b = 0] = channels(colour)
        .slice(0, 3)
        .map((value) =>
          value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4,
        );
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const behind = (element: Element | null): string => {
      if (!element) return 'rgb(255, 255, 255)';
      const colour = getComputedStyle(element).backgroundColor;
      return channels(colour)[3] === 0 ? behind(element.parentElement) : colour;
    };
    return sheets.flatMap((sheet) =>
      Array.from(sheet.querySelectorAll('.phone *'))
        .filter((element) =>
          Array.from(element.childNodes).some((node) => node.nodeType === 3 && node.textContent?.trim()),
        )
        .flatMap((element) => {
          const [a, b] = [light(getComputedStyle(element).color), light(behind(element))];
          const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
          return contrast < 7
            ? [`${sheet.id} ${element.className} ${element.textContent}: ${contrast.toFixed(1)}`]
            : [];
        }),
    );
  });
  expect(poor).toEqual([]);
});
