import type { Row } from './row';

/** How walks began and ended. */
export interface Totals {
  started: number;
  completed: number;
  stopped: number;
  left: number;
}

/** Walks by how they began and ended, over any rows. */
export function totalsOf(rows: Iterable<Row>): Totals {
  const totals: Totals = { started: 0, completed: 0, stopped: 0, left: 0 };
  for (const { event, count } of rows) {
    if (event !== 'reached' && event !== 'help') totals[event] += count;
  }
  return totals;
}
