import type { Guide, Locale } from '../src/guide/guide';

/** What was edited, so that the page can go there; a step is absent for the cover and the front matter. */
export interface Edited {
  guide: string;
  locale: Locale;
  step?: string;
}

/** The first guide, and the first step of it, that says something else than before; undefined where nothing does. */
export function editedStep(before: Guide[], after: Guide[]): Edited | undefined {
  for (const guide of after) {
    const { id, locale } = guide;
    const old = before.find((one) => one.id === id && one.locale === locale);
    if (!old || old.revision !== guide.revision || JSON.stringify(old) !== JSON.stringify(guide)) {
      const known = new Set(old?.steps.map((step) => JSON.stringify(step)));
      const step = guide.steps.find((one) => !known.has(JSON.stringify(one)))?.id;
      return { guide: id, locale, ...(step !== undefined && { step }) };
    }
  }
  return undefined;
}
