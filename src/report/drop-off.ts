import type { Locale, StepId } from '../guide/guide';
import type { Row } from '../tally/row';
import { countOutcomes } from '../tally/sheet';
import { REASONS, type Reason } from '../walk/walk';

/** How a step did: reached = went on + stopped + left. */
export interface StepFigures {
  step: StepId;
  /** Walks that came to it. */
  reached: number;
  wentOn: number;
  /** Walks that ended on it because someone said so. */
  stopped: number;
  /** Walks that nobody took up again. */
  left: number;
  /** Walks in which its trouble panel was opened. */
  help: number;
  /** Why it was stopped on; the reasons that were given, most frequent first. */
  reasons: [Reason, number][];
}

/** One revision of a guide in one language. */
export interface DropOff {
  locale: Locale;
  revision: string;
  /** Walks that ended. */
  turns: number;
  steps: StepFigures[];
}

/**
 * Where people stop, step by step, over the counters of one guide. `order` is the guide's own order of steps; steps
 * that only other revisions had come last.
 */
export function dropOff(rows: Iterable<Row>, order: StepId[]): StepFigures[] {
  const figures = new Map(order.map((step) => [step, none(step)]));
  const reasons = new Map<StepId, Map<Reason, number>>();
  for (const { event, step, reason, count } of rows) {
    if (step === '') continue;
    const known = figures.get(step) ?? none(step);
    figures.set(step, known);
    if (event === 'reached' || event === 'stopped' || event === 'left' || event === 'help')
      known[event] += count;
    if (event !== 'stopped' || reason === '') continue;
    const ofStep = reasons.get(step) ?? new Map<Reason, number>();
    reasons.set(step, ofStep.set(reason, count + (ofStep.get(reason) ?? 0)));
  }
  return [...figures.values()].map((step) => ({
    ...step,
    wentOn: step.reached - step.stopped - step.left,
    reasons: [...(reasons.get(step.step) ?? [])].sort(
      ([a, most], [b, least]) => least - most || REASONS.indexOf(a) - REASONS.indexOf(b),
    ),
  }));
}

/** The drop-off of each revision of a guide, the one with most turns first. */
export function dropOffByRevision(rows: Row[], order: StepId[]): DropOff[] {
  const revisions = new Map<string, Row[]>();
  for (const row of rows) {
    const name = `${row.locale} ${row.revision}`;
    const known = revisions.get(name);
    if (known) known.push(row);
    else revisions.set(name, [row]);
  }
  return [...revisions.values()]
    .flatMap((own): DropOff[] => {
      const [first] = own;
      if (!first) return [];
      const { locale, revision } = first;
      return [{ locale, revision, turns: countOutcomes(own), steps: dropOff(own, order) }];
    })
    .sort((a, b) => b.turns - a.turns || (a.revision < b.revision ? -1 : 1));
}

function none(step: StepId): StepFigures {
  return { step, reached: 0, wentOn: 0, stopped: 0, left: 0, help: 0, reasons: [] };
}
