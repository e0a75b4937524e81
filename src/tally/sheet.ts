import type { Day } from '../guide/guide';
import { compareKeys, isOutcomeEvent, keyText, type Row } from './row';

/** A tally sheet: counters of one day on one device. Rows are sorted by key, one a key. */
export interface Sheet {
  /** 128 random bits, hexadecimal. */
  id: string;
  day: Day;
  /** The day cannot be right: before the app was built, or earlier than a day already seen. */
  clock?: 'suspect';
  rows: Row[];
}

/** A sheet with nothing on it. */
export function newSheet(id: string, day: Day, clock: 'ok' | 'suspect'): Sheet {
  return { id, day, ...(clock === 'suspect' && { clock }), rows: [] };
}

/** The sheet with these counts added. */
export function addRows(sheet: Sheet, rows: Row[]): Sheet {
  return { ...sheet, rows: sumRows([...sheet.rows, ...rows]) };
}

/**
 * Of two states of one sheet, of each counter the larger count: counters only grow. Where nothing of the second is
 * larger, the rows are those of the first themselves.
 */
export function largestOf(sheet: Sheet, other: Sheet): Sheet {
  const rows = new Map(sheet.rows.map((row) => [keyText(row), row]));
  for (const row of other.rows) {
    const key = keyText(row);
    if (row.count > (rows.get(key)?.count ?? 0)) rows.set(key, row);
  }
  return { ...sheet, rows: [...rows.values()].sort(compareKeys) };
}

/** One row a key, counts added up, sorted. */
export function sumRows(rows: Iterable<Row>): Row[] {
  const sums = new Map<string, Row>();
  for (const row of rows) {
    const key = keyText(row);
    sums.set(key, { ...row, count: row.count + (sums.get(key)?.count ?? 0) });
  }
  return [...sums.values()].sort(compareKeys);
}

/** How many walks ended on these rows: the figure a person compares. */
export function countOutcomes(rows: Iterable<Row>): number {
  let total = 0;
  for (const { event, count } of rows) {
    if (isOutcomeEvent(event)) total += count;
  }
  return total;
}
