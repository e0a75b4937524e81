import path from 'node:path';
import type AxeBuilder from 'axe-core';
import { expect, test } from './tablet';

declare const axe: typeof AxeBuilder;

const SCREENS = [
  '',
  'vneid/',
  'vneid/#numbers',
  'vneid/#activate',
  'vneid/#which-phone',
  'vi-dien-tu/#scan-pay',
  'an-sinh-xa-hoi/',
  'tranh-lua-dao/#fake-message',
  'vneid/#end',
  'vneid/#why',
  'staff/',
  'privacy/',
  'en/privacy/',
  'report/',
  'en/',
  'en/vneid/#otp',
];

for (const colorScheme of ['light', 'dark'] as const) {
  test(`${colorScheme}: axe finds nothing on any screen`, async ({ tablet, page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.addInitScript({
      path: path.join(import.meta.dirname, '../../node_modules/axe-core/axe.min.js'),
    });
    for (const screen of SCREENS) {
      await page.goto('about:blank');
      await tablet.open(screen);
      const { violations } = await page.evaluate(() =>
        axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }),
      );
      expect(
        violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html.slice(0, 120))]),
        screen,
      ).toEqual([]);
    }
  });
}

for (const size of [
  { width: 320, height: 640 },
  { width: 360, height: 740 },
  { width: 800, height: 1280 },
  { width: 1280, height: 800 },
]) {
  test(`${size.width}×${size.height}: nothing is cut at any text size, type and targets are large`, async ({
    tablet,
    page,
  }) => {
    await page.setViewportSize(size);
    for (const screen of SCREENS) {
      await page.goto('about:blank');
      await tablet.open(screen);
      for (const textSize of ['1', '2', '3']) {
        await page.evaluate(
          (value) => document.documentElement.setAttribute('data-text-size', value),
          textSize,
        );
        const wide = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(wide, `${screen} at size ${textSize}`).toBeLessThanOrEqual(0);
      }
      await page.evaluate(() => document.documentElement.setAttribute('data-text-size', '1'));
      if (/staff|report/.test(screen)) continue;
      expect(
        await page.evaluate(() => Number.parseFloat(getComputedStyle(document.body).fontSize)),
      ).toBeGreaterThanOrEqual(24);
      const small = await page
        .locator('a, button, summary, label')
        .filter({ visible: true })
        .evaluateAll((targets) =>
          targets
            .filter((target) => {
              const { width, height } = target.getBoundingClientRect();
              return width < 63.5 || height < 63.5;
            })
            .map((target) => target.outerHTML.slice(0, 100)),
        );
      expect(small, screen).toEqual([]);
    }
  });
}
