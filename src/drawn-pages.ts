import { guides } from 'virtual:whole-guides';
import type { Guide, GuideId, Locale } from './guide/guide';
import { makeContentBy } from './pages';
import { drawnContent } from './screens/guide/drawn-content';

/** From now on pages draw what a guide says from the guide itself: in the build, and in the app in development. */
export function drawPages(): void {
  makeContentBy(async ({ guide, locale }) => drawnContent(await loadGuide(guide, locale)));
}

async function loadGuide(id: GuideId, locale: Locale): Promise<Guide> {
  const load = guides[id]?.[locale];
  if (!load) throw new Error(`no guide ${id} in ${locale}`);
  return (await load()).default;
}
