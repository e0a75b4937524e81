import type { StepId } from '../guide/guide';
import type { Row } from '../tally/row';

/** How a step did: walks that came to it, that ended on it without success, and that asked for help there. */
export interface StepFigures {
  step: StepId;
  reached: number;
  stopped: number;
  helped: number;
}

/**
 * Where people stop, step by step, over rows of one guide. `order` is the guide's own order of steps; steps that
 * only older revisions had come last.
 */
export function dropOff(rows: Iterable<Row>, order: StepId[]): StepFigures[] {
  const figures = new Map<StepId, StepFigures>(
    order.map((step) => [step, { step, reached: 0, stopped: 0, helped: 0 }]),
  );
  for (const { event, step, count } of rows) {
    if (step === '') continue;
    const known = figures.get(step) ?? { step, reached: 0, stopped: 0, helped: 0 };
    figures.set(step, known);
    if (event === 'reached') known.reached += count;
    if (event === 'stopped' || event === 'left') known.stopped += count;
    if (event === 'help') known.helped += count;
  }
  return [...figures.values()];
}
