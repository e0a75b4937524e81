import { withDrawings } from './guide/drawn';
import type { Card, DrawnStep, GuideId, Locale, Outline } from './guide/guide';

/** The list of all guides is a module of its own: inside of each guide's page it would grow with their number. */
const list = () => import('virtual:guides');

const cards = { vi: () => import('virtual:cards/vi'), en: () => import('virtual:cards/en') };

/** The guides of a language, as the home screen shows them. */
export async function loadCards(locale: Locale): Promise<Card[]> {
  return (await cards[locale]()).default;
}

/** Whether there is such a guide. Rejects where the list is needed and cannot be fetched. */
export async function isKnown(id: GuideId, locale: Locale): Promise<boolean> {
  return ownOutline(id, locale) !== undefined || (await list()).outlines[id]?.[locale] !== undefined;
}

/** What a walk needs of a guide; undefined where it does not exist. Rejects where it cannot be fetched. */
export async function loadOutline(id: GuideId, locale: Locale): Promise<Outline | undefined> {
  const own = ownOutline(id, locale);
  const load = own ? () => import(/* @vite-ignore */ own) : (await list()).outlines[id]?.[locale];
  return load && ((await load()) as { default: Outline }).default;
}

/** The steps of a guide with the phones that are drawn in them. Rejects where they do not exist, or cannot be fetched. */
export async function loadDrawnSteps(id: GuideId, locale: Locale): Promise<DrawnStep[]> {
  const load = (await list()).drawings[id]?.[locale];
  const [outline, drawings] = await Promise.all([loadOutline(id, locale), load?.()]);
  if (!outline || !drawings) throw new Error(`no guide ${id} in ${locale}`);
  return withDrawings(outline.steps, drawings.default);
}

let own: { name: string | undefined; address: string } | undefined;

/** The address of the outline that comes with this page, if the page is that guide's: build/pages.ts names it there. */
function ownOutline(id: GuideId, locale: Locale): string | undefined {
  own ??= readOwn();
  return own?.name === `${id}/${locale}` ? own.address : undefined;
}

/** Read once: the link is relative to the page, and means another file as soon as the app has moved on. */
function readOwn(): typeof own {
  const link = globalThis.document?.querySelector<HTMLLinkElement>('link[data-outline]');
  return globalThis.document && { name: link?.dataset.outline, address: link?.href ?? '' };
}
