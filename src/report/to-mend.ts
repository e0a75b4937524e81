import type { GuideId, Locale, StepId } from '../guide/guide';
import type { Row } from '../tally/row';
import { dropOff, type StepFigures } from './drop-off';

/** Where a step is written, in a guide of this build. */
export interface StepPlace {
  guide: GuideId;
  locale: Locale;
  revision: string;
  step: StepId;
  /** Below the repository's root. */
  file: string;
  line: number;
}

/** A step that people are lost on. */
export interface ToMend extends StepFigures {
  guide: GuideId;
  /** Walks that ended on it without success. */
  lost: number;
  /** Where it is written, if some of them walked this build's revision; of its languages, where most were lost. */
  place?: StepPlace;
}

/** The steps that people are lost on, most of them first; the guide and step order ties. */
export function stepsToMend(counters: Row[], places: StepPlace[]): ToMend[] {
  const lostRows = new Map<string, Row[]>();
  for (const row of counters) {
    if (row.step === '') continue;
    const known = lostRows.get(`${row.guide} ${row.step}`);
    if (known) known.push(row);
    else lostRows.set(`${row.guide} ${row.step}`, [row]);
  }
  return [...lostRows.values()]
    .flatMap((rows) => {
      const [first] = rows;
      const [figures] = dropOff(rows, []);
      if (!first || !figures) return [];
      const lost = figures.stopped + figures.left;
      const place = placeOf(rows, places);
      return lost > 0 ? [{ ...figures, guide: first.guide, lost, ...(place && { place }) }] : [];
    })
    .sort((a, b) => b.lost - a.lost || compare(a.guide, b.guide) || compare(a.step, b.step));
}

function placeOf(rows: Row[], places: StepPlace[]): StepPlace | undefined {
  const lost = new Map<string, number>();
  for (const { event, revision, locale, count } of rows) {
    if (event === 'stopped' || event === 'left')
      lost.set(`${locale} ${revision}`, count + (lost.get(`${locale} ${revision}`) ?? 0));
  }
  const here = places.filter(({ guide, step }) => guide === rows[0]?.guide && step === rows[0]?.step);
  const [most] = here
    .map((place) => ({ place, lost: lost.get(`${place.locale} ${place.revision}`) ?? 0 }))
    .filter((one) => one.lost > 0)
    .sort((a, b) => b.lost - a.lost || compare(a.place.file, b.place.file));
  return most?.place;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
