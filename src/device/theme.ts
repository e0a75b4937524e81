import { preference } from './preference';

export const THEMES = ['light', 'dark', 'contrast'] as const;
export type Theme = (typeof THEMES)[number];

/** The reader's colours; until somebody chooses, those that the device itself is set to. */
export const theme = preference<'device' | Theme>('theme', ['device', ...THEMES]);

/** The theme that shows now, chosen or not. */
export function shownTheme(): Theme {
  const chosen = theme.get();
  if (chosen !== 'device') return chosen;
  if (matchMedia('(prefers-contrast: more)').matches) return 'contrast';
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}
