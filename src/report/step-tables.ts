import type { GuideId } from '../guide/guide';
import type { Cell } from '../tally/table';
import { type Around, stepsOf, stepTitle, titleOf } from './around';
import { dropOff, dropOffByRevision, type StepFigures } from './drop-off';
import type { Report } from './report';
import { type ReportTable, table } from './table';
import { stepsToMend } from './to-mend';

/** Where people stop in one guide, in the guide's own order. */
export function stepsTable({ figures }: Report, guide: GuideId, around: Around): ReportTable {
  const rows = figures.counters.filter((row) => row.guide === guide);
  const steps = dropOff(rows, stepsOf(guide, around));
  const made = table(
    around.say,
    'steps',
    ['number', 'step', 'reached', 'went-on', 'stopped', 'left', 'lost-share', 'help', 'reason'],
    steps.map((step, i) => [
      i + 1,
      stepTitle(guide, step.step, around),
      ...figuresOf(step),
      reasonsOf(step, around),
    ]),
    { bars: ['went-on', 'stopped', 'left'], guide, remarks: ['reason'] },
  );
  return { ...made, title: `${made.title}: ${titleOf(guide, around)}` };
}

/**
 * The same for each revision of the guide on its own, so that a mended step can be compared with what it was; nothing
 * as long as each language has had one.
 */
export function revisionsTable({ figures }: Report, guide: GuideId, around: Around): ReportTable[] {
  const rows = figures.counters.filter((row) => row.guide === guide);
  const order = stepsOf(guide, around);
  const revisions = dropOffByRevision(rows, order);
  if (new Set(revisions.map(({ locale }) => locale)).size === revisions.length) return [];
  const made = table(
    around.say,
    'revisions',
    ['number', 'step', 'revision', 'reached', 'went-on', 'stopped', 'left', 'lost-share', 'help'],
    dropOff(rows, order).flatMap(({ step }, i) =>
      revisions.flatMap(({ locale, revision, steps }): Cell[][] => {
        const own = steps.find((one) => one.step === step);
        if (!own || own.reached === 0) return [];
        const isThis = around.places.some((place) => place.revision === revision && place.guide === guide);
        const name = `${locale} ${revision}${isThis ? ` (${around.say('report.this-build')})` : ''}`;
        return [[i + 1, stepTitle(guide, step, around), name, ...figuresOf(own)]];
      }),
    ),
    { guide },
  );
  return [{ ...made, title: `${made.title}: ${titleOf(guide, around)}` }];
}

/** Ranked by people lost; with the place to mend it, where that is known. */
export function toMendTable({ figures }: Report, around: Around): ReportTable {
  return table(
    around.say,
    'to-mend',
    ['guide', 'step', 'lost', 'reached', 'lost-share', 'help', 'reason', 'place'],
    stepsToMend(figures.counters, around.places).map((step) => [
      titleOf(step.guide, around),
      stepTitle(step.guide, step.step, around),
      step.lost,
      step.reached,
      share(step),
      step.help,
      reasonsOf(step, around),
      step.place ? `${step.place.file}:${step.place.line}` : '',
    ]),
    { remarks: ['reason', 'place'] },
  );
}

function figuresOf(step: StepFigures): Cell[] {
  return [step.reached, step.wentOn, step.stopped, step.left, share(step), step.help];
}

function share({ reached, stopped, left }: StepFigures): number {
  return reached === 0 ? 0 : (stopped + left) / reached;
}

function reasonsOf({ reasons }: StepFigures, { say }: Around): string {
  return reasons.map(([reason, count]) => `${say(`reason.${reason}`)} ${count}`).join(', ');
}
