import { dropOff, dropOffByRevision } from '../../src/report/drop-off';
import { figuresOf, type Line } from '../../src/report/figures';
import { heardFrom } from '../../src/report/heard-from';
import { isRefusal, LARGEST_BYTES, readFile } from '../../src/report/read-file';
import { stepsToMend } from '../../src/report/to-mend';
import { Union } from '../../src/report/union';
import { unusualIn } from '../../src/report/unusual';
import type { Period } from '../../src/tally/export';
import type { Written } from './written-exports';

/** The rows of results of `report/sql/figures.sql`, by name. */
export type Results = Record<string, object[]>;

/** The union of files as the browser reads them, and why it took the others not. */
export async function browserUnion(
  files: Written,
): Promise<{ union: Union; refused: Record<string, string> }> {
  const union = new Union();
  const refused: Record<string, string> = {};
  for (const [name, bytes] of files) {
    const result =
      bytes.length > LARGEST_BYTES ? ({ reason: 'too-large' } as const) : await readFile(bytes, union.table);
    if (isRefusal(result)) refused[name] = result.reason;
    else union.add(result);
  }
  return { union, refused };
}

/** What the browser shows, as the rows that SQL should give for the same files and period. */
export function browserResults(union: Union, period?: Period) {
  const figures = figuresOf(union, period);
  const { counters } = figures;
  const guides = [...new Set(counters.map(({ guide }) => guide))];
  const ofGuide = (guide: string) => counters.filter((row) => row.guide === guide);
  const steps = guides.flatMap((guide) => dropOff(ofGuide(guide), []).map((step) => ({ guide, ...step })));
  const flat = <Of extends object>(lines: Line<Of>[]) => lines.map(({ of, turns }) => ({ ...of, ...turns }));
  const unusual = unusualIn(union);
  return {
    totals: [
      {
        ...figures.total,
        started: figures.started,
        ...figures.active,
        first: figures.days?.from ?? '',
        last: figures.days?.to ?? '',
      },
    ],
    by_commune: flat(figures.byCommune),
    by_team: flat(figures.byTeam),
    by_guide: figures.byGuide.map(({ of, turns }) => ({ guide: of, ...turns })),
    by_commune_and_guide: flat(figures.byCommuneAndGuide),
    by_week: figures.byWeek
      .map(({ of, turns }) => ({ monday: of, ...turns }))
      .filter(({ turns }) => turns > 0),
    counter_sums: counters.map(({ count, ...key }) => ({ ...key, number: count })),
    steps: steps.map(({ reasons: _, wentOn, ...step }) => ({ ...step, went_on: wentOn })),
    steps_by_revision: guides.flatMap((guide) =>
      dropOffByRevision(ofGuide(guide), []).flatMap(({ locale, revision, steps: own }) =>
        own.map(({ reasons: _, wentOn, ...step }) => ({ guide, locale, revision, ...step, went_on: wentOn })),
      ),
    ),
    reasons: steps.flatMap(({ guide, step, reasons }) =>
      reasons.map(([reason, stopped]) => ({ guide, step, reason, stopped })),
    ),
    steps_to_mend: stepsToMend(counters, []).map(({ guide, step, lost, reached, help }) => ({
      guide,
      step,
      lost,
      reached,
      help,
    })),
    heard_from: heardFrom(union).map(({ place, exported, last, files, notCounted }) => ({
      ...place,
      exported,
      last_day: last ?? '',
      files,
      not_counted: notCounted,
    })),
    conflicts: unusual.conflicts.map(({ id, day, place }) => ({ sheet: id, day, ...place })),
    suspect_sheets: unusual.suspect.map(({ id, day, place }) => ({ sheet: id, day, ...place })),
    busy_days: unusual.busy.map(({ day, place, turns }) => ({ day, ...place, turns })),
  } satisfies Results;
}
