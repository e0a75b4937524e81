import * as v from 'valibot';
import type { Day } from '../guide/guide';
import { isOutcomeEvent, keyText, type Row } from '../tally/row';
import { CanonicalSheets } from './canonical-sheets';
import { FreshKeys } from './fresh-keys';
import type { KeyTable } from './key-table';
import { rowSchema, sheetSchema } from './sound-row';

/** A sheet with its rows as numbers: which key, and how many. */
export interface ReadSheet {
  id: string;
  day: Day;
  clock?: 'suspect';
  keys: Uint32Array;
  counts: Uint32Array;
}

/** Sheets that are sound by themselves. */
export interface ReadSheets {
  /** Their canonical JSON, of which the file's digest is. */
  canonical: Uint8Array<ArrayBuffer>;
  /** Walks that ended. */
  outcomes: number;
  /** Takes the new keys into the table. To be called once the whole file was found sound. */
  keep(): ReadSheet[];
}

/** Reads the sheets of one file from its JSON; a place such as `sheets.0.rows.3.count` where they are not sound. */
export function readSheets(sheets: unknown[], table: KeyTable): ReadSheets | { path: string } {
  const fresh = new FreshKeys(table);
  const read: ReadSheet[] = [];
  const canonical = new CanonicalSheets(sheets.length * 4096);
  const ids = new Set<string>();
  let outcomes = 0;
  for (const [i, one] of sheets.entries()) {
    const result = v.safeParse(sheetSchema, one);
    if (!result.success) return { path: `sheets.${i}${below(result.issues[0])}` };
    if (Object.hasOwn(one as object, '__proto__')) return { path: `sheets.${i}.__proto__` };
    const { id, day, clock, rows } = result.output;
    if (ids.has(id)) return { path: `sheets.${i}.id` };
    ids.add(id);
    const keys = new Uint32Array(rows.length);
    const counts = new Uint32Array(rows.length);
    canonical.openSheet({ id, day, clock });
    let before = '';
    for (const [j, row] of rows.entries()) {
      const sound = v.safeParse(rowSchema, row);
      if (!sound.success) return { path: `sheets.${i}.rows.${j}${below(sound.issues[0])}` };
      if (Object.hasOwn(row as object, '__proto__')) return { path: `sheets.${i}.rows.${j}.__proto__` };
      const { count, ...key } = sound.output as Row;
      const text = keyText(key);
      // One a key, in order: no dimension holds the separator, which comes before all that they hold.
      if (text <= before) return { path: `sheets.${i}.rows.${j}` };
      before = text;
      const number = fresh.find(text) ?? fresh.add(key);
      keys[j] = number;
      counts[j] = count;
      if (isOutcomeEvent(key.event)) outcomes += count;
      canonical.row(count, fresh.canonicalRest(number));
    }
    canonical.closeSheet();
    read.push({ id, day, ...(clock && { clock }), keys, counts });
  }
  return { canonical: canonical.bytes(), outcomes, keep: () => fresh.keep(read) };
}

function below(issue: v.BaseIssue<unknown>): string {
  const path = v.getDotPath(issue);
  return path ? `.${path}` : '';
}
