import { compareKeys, keyText, type Row } from './row';
import type { Sheet } from './sheet';

/** The union of the sheets of many exports. */
export interface Merged {
  sheets: Map<string, Sheet>;
  /** Ids that came with different contents: a copied tablet, a rolled-back profile, or tampering. */
  conflicts: Set<string>;
}

/** Nothing merged yet. */
export function nothing(): Merged {
  return { sheets: new Map(), conflicts: new Set() };
}

/**
 * The union by sheet id: in any order, with repeats and gaps, it comes to the same. Of two different contents
 * under one id the larger count of each counter is kept, and the id is named as a conflict.
 */
export function merge(into: Merged, sheets: Iterable<Sheet>): Merged {
  const result: Merged = { sheets: new Map(into.sheets), conflicts: new Set(into.conflicts) };
  for (const sheet of sheets) {
    const known = result.sheets.get(sheet.id);
    if (known && !sameSheet(known, sheet)) result.conflicts.add(sheet.id);
    result.sheets.set(sheet.id, known ? larger(known, sheet) : sheet);
  }
  return result;
}

function sameSheet(a: Sheet, b: Sheet): boolean {
  return (
    a.day === b.day &&
    a.clock === b.clock &&
    a.rows.length === b.rows.length &&
    a.rows.every((row, i) => {
      const other = b.rows[i];
      return other !== undefined && keyText(row) === keyText(other) && row.count === other.count;
    })
  );
}

function larger(a: Sheet, b: Sheet): Sheet {
  const rows = new Map<string, Row>(a.rows.map((row) => [keyText(row), row]));
  for (const row of b.rows) {
    const key = keyText(row);
    if (row.count > (rows.get(key)?.count ?? 0)) rows.set(key, row);
  }
  return {
    id: a.id,
    day: a.day < b.day ? a.day : b.day,
    ...((a.clock || b.clock) && { clock: 'suspect' as const }),
    rows: [...rows.values()].sort(compareKeys),
  };
}
