import { LOCALES, type Locale } from '../../src/guide/guide';

/** Whether every screen is tried in every look, or in as few as `npm test` has time for: `LOOKS=full`. */
const FULL = process.env.LOOKS === 'full';

export const THEMES = ['light', 'dark', 'contrast'] as const;
export const SIZES = ['1', '2', '3'] as const;
export const VIEWPORTS = [
  { width: 320, height: 640 },
  { width: 360, height: 740 },
  { width: 800, height: 1280 },
  { width: 1280, height: 800 },
] as const;

/** One way in which a person may have a screen before them. */
export interface Look {
  locale: Locale;
  theme: (typeof THEMES)[number];
  size: (typeof SIZES)[number];
  viewport: (typeof VIEWPORTS)[number];
}

/** All looks, or a few for the screen that stands at this place in the list of screens. */
export function looksFor(place: number): Look[] {
  return FULL ? everyLook() : fewLooks(place);
}

export function everyLook(): Look[] {
  return LOCALES.flatMap((locale) =>
    VIEWPORTS.flatMap((viewport) =>
      THEMES.flatMap((theme) => SIZES.map((size) => ({ locale, theme, size, viewport }))),
    ),
  );
}

/**
 * Two looks, a narrow one and a wide one, in both languages. Any two of language, theme, size and viewport meet each other
 * on some of any six screens in a row; that no two values are left out is what finds most of what combinations break.
 */
export function fewLooks(place: number): Look[] {
  const half = Math.floor(place / 2);
  return [0, 1].map((i) => ({
    viewport: at(VIEWPORTS, (place % 2) + 2 * i),
    locale: at(LOCALES, half + i),
    theme: at(THEMES, half),
    size: at(SIZES, half + 2 * place + i),
  }));
}

function at<T>(list: readonly T[], place: number): T {
  return list[place % list.length] as T;
}
