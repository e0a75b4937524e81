import type { ReadExport } from '../../src/report/read-file';
import type { ReadSheet } from '../../src/report/read-sheets';
import { Union } from '../../src/report/union';
import { keyText, type Row } from '../../src/tally/row';
import type { Sheet } from '../../src/tally/sheet';

const PLACE = { province: 'Tây Ninh', commune: 'Xã Cần Đước', team: 'Ấp 1', tablet: '01' };

/** A union with files of these sheets taken in, one after the other. */
export function unionOf(files: Sheet[][], union = new Union()): Union {
  for (const sheets of files) union.add(asRead(union, sheets));
  return union;
}

/** A file of these sheets, as if it had been read; `of` says what else is in it. */
export function asRead(union: Union, sheets: Sheet[], of: Partial<ReadExport> = {}): ReadExport {
  const read = sheets.map(
    ({ rows, ...sheet }): ReadSheet => ({
      ...sheet,
      keys: Uint32Array.from(rows, (row) => union.table.add(row)),
      counts: Uint32Array.from(rows, ({ count }) => count),
    }),
  );
  return { place: PLACE, exported: '2026-11-30', notCounted: 0, total: 0, ...of, sheets: read };
}

/** What a union holds, as plain data: the counts of each sheet by key, and the sheets that came in two versions. */
export function heldBy(union: Union) {
  const counts: Record<string, Record<string, number>> = {};
  for (const { id, from, to } of union.sheets) {
    const own: Record<string, number> = {};
    for (let i = from; i < to; i += 1) {
      const key = union.table.keys[union.keys.at(i)];
      if (key) own[keyText(key)] = union.counts.at(i);
    }
    counts[id] = own;
  }
  const conflicts = union.sheets.filter(({ conflict }) => conflict).map(({ id }) => id);
  return { counts, conflicts: conflicts.sort() };
}

/** The sheets of a file that was read, as they were written. */
export function sheetsIn({ sheets }: ReadExport, { table }: Pick<Union, 'table'>): Sheet[] {
  return sheets.map(({ keys, counts, ...sheet }) => ({
    ...sheet,
    rows: Array.from(keys, (key, i) => ({ ...table.keys[key], count: counts[i] }) as Row),
  }));
}
