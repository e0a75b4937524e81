import path from 'node:path';
import type { Page } from '@playwright/test';
import type AxeBuilder from 'axe-core';
import { LOCALES } from '../../src/guide/guide';
import { rootOf, SCREENS, type Screen } from './every-screen';
import { type Look, looksFor } from './looks';
import { type Limits, measure } from './measure';
import { allGuides, expect, test } from './tablet';

declare const axe: typeof AxeBuilder;

const LIMITS: Record<Screen['readers'], Limits> = {
  residents: { target: 64, gap: 12, type: 18, body: 24, liveRegions: 1 },
  staff: { target: 64, gap: 8, type: 15, body: 15, liveRegions: Number.POSITIVE_INFINITY },
};

test.beforeEach(({ page }) =>
  page.addInitScript({ path: path.join(import.meta.dirname, '../../node_modules/axe-core/axe.min.js') }),
);

for (const [place, screen] of SCREENS.entries()) {
  test(`${screen.name}: in each look axe finds nothing, nothing is cut, type and targets are large and apart`, async ({
    tablet,
    page,
  }) => {
    const looks = looksFor(place);
    test.setTimeout(60_000 + looks.length * 10_000);
    for (const locale of LOCALES) {
      await page.goto('about:blank');
      await screen.open(tablet, rootOf(locale));
      for (const look of looks.filter((one) => one.locale === locale)) {
        await show(page, look);
        expect
          .soft([...(await axeFindings(page)), ...(await measure(page, LIMITS[screen.readers]))], say(look))
          .toEqual([]);
      }
    }
  });
}

test('at 320 px with words twice as large nothing that residents read reaches beyond the screen', async ({
  tablet,
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 640 });
  for (const address of [
    '',
    'vneid/',
    'vneid/#bring',
    'vneid/#numbers',
    'vneid/#which-phone',
    'vneid/#end',
    'vneid/#why',
    'privacy/',
    'helping/',
  ]) {
    await page.goto('about:blank');
    await tablet.open(address);
    await page.evaluate(() => document.documentElement.style.setProperty('--scale', '2'));
    expect.soft(await measure(page, LIMITS.residents), address).toEqual([]);
  }
});

/** In place: a page load for each look would take most of the time. */
async function show(page: Page, { theme, size, viewport }: Look): Promise<void> {
  // A window that takes the whole screen, as on a kiosk, has no other size.
  await page.evaluate(() => document.fullscreenElement && document.exitFullscreen());
  await page.setViewportSize(viewport);
  await page.evaluate(
    async ([themeNow, sizeNow]) => {
      document.documentElement.dataset.theme = themeNow;
      document.documentElement.dataset.textSize = sizeNow;
      // Layouts that follow the size of the window have followed then.
      for (let i = 0; i < 2; i += 1) await new Promise(requestAnimationFrame);
    },
    [theme, size] as const,
  );
}

async function axeFindings(page: Page): Promise<string[]> {
  const { violations } = await page.evaluate(() =>
    axe.run({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      // 7:1, and 4.5:1 for large type.
      rules: { 'color-contrast-enhanced': { enabled: true } },
      resultTypes: ['violations'],
    }),
  );
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 110)}`));
}

function say({ locale, theme, size, viewport }: Look): string {
  return `${locale}, ${theme}, text size ${size}, ${viewport.width}×${viewport.height}`;
}

test('at 320 px with words twice as large no screen of any guide reaches beyond the screen', async ({
  tablet,
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 640 });
  let screens = 0;
  for (const { id, locale } of await allGuides()) {
    await tablet.open(`${rootOf(locale)}${id}/`);
    const found = await page.evaluate(async () => {
      const root = document.documentElement;
      root.style.setProperty('--scale', '2');
      const beyond: string[] = [];
      const sections = document.querySelectorAll('main section[id]');
      for (const section of sections) {
        location.hash = section.id;
        await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
        if (!section.matches(':target')) beyond.push(`#${section.id} does not show`);
        for (const one of section.querySelectorAll('*')) {
          if (one.getClientRects().length === 0 || one.closest('.wide, .where, .phone')) continue;
          const { left, right } = one.getBoundingClientRect();
          if (left < -1 || right > root.clientWidth + 1)
            beyond.push(`#${section.id} ${one.outerHTML.slice(0, 80)}`);
        }
      }
      return { beyond, screens: sections.length };
    });
    expect.soft(found.beyond, `${id} in ${locale}`).toEqual([]);
    screens += found.screens;
  }
  expect(screens).toBeGreaterThan(250);
});
