import { isOutcomeEvent, type Row } from '../tally/row';

/** Walks that ended, in all and by how; the offices call one a *lượt*. */
export interface Turns {
  /** completed + stopped + left = helped + alone. */
  turns: number;
  completed: number;
  stopped: number;
  left: number;
  /** With a volunteer. */
  helped: number;
  alone: number;
}
export type Measure = keyof Turns;
export const MEASURES = [
  'turns',
  'completed',
  'stopped',
  'left',
  'helped',
  'alone',
] as const satisfies Measure[];

/** None. */
export function noTurns(): Turns {
  return { turns: 0, completed: 0, stopped: 0, left: 0, helped: 0, alone: 0 };
}

/** Adds what a counter says; counters that end no walk add nothing. */
export function addTurns(to: Turns, { event, mode }: Pick<Row, 'event' | 'mode'>, count: number): void {
  if (!isOutcomeEvent(event)) return;
  to.turns += count;
  to[event] += count;
  to[mode] += count;
}
