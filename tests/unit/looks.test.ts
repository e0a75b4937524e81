import { expect, it } from 'vitest';
import { LOCALES } from '../../src/guide/guide';
import { everyLook, fewLooks, type Look, SIZES, THEMES, VIEWPORTS } from '../e2e/looks';

const FACTORS = ['locale', 'theme', 'size', 'viewport'] as const;
const value = (look: Look, factor: (typeof FACTORS)[number]) => `${factor} ${JSON.stringify(look[factor])}`;

const pairsOf = (looks: Look[]) =>
  new Set(
    looks.flatMap((look) =>
      FACTORS.flatMap((one, i) =>
        FACTORS.slice(i + 1).map((other) => `${value(look, one)} with ${value(look, other)}`),
      ),
    ),
  );

it('all looks are 2 languages, 3 themes, 3 sizes and 4 viewports, each once', () => {
  const all = everyLook().map((look) => JSON.stringify(look));
  expect(new Set(all).size).toBe(2 * THEMES.length * SIZES.length * VIEWPORTS.length);
  expect(all).toHaveLength(72);
});

it('in the short form each screen is seen in both languages, narrow and wide', () => {
  for (let place = 0; place < 18; place += 1) {
    const [narrow, wide] = fewLooks(place);
    expect(new Set([narrow?.locale, wide?.locale])).toEqual(new Set(LOCALES));
    expect(narrow?.viewport.width).toBeLessThan(400);
    expect(wide?.viewport.width).toBeGreaterThan(700);
  }
});

it('in the short form any two values meet on some of any six screens in a row', () => {
  const all = pairsOf(everyLook());
  for (let first = 0; first < 18; first += 1) {
    const looks = Array.from({ length: 6 }, (_, i) => fewLooks(first + i)).flat();
    expect(pairsOf(looks)).toEqual(all);
  }
});
