import type { Day } from '../guide/guide';
import { ByteWriter } from './bytes';
import type { ExportFile } from './export';
import { compareKeys, type Key, keyText } from './row';
import type { Sheet } from './sheet';

/** The order in which a key's and a place's texts are packed. */
export const DIMENSIONS = [
  'guide',
  'revision',
  'locale',
  'mode',
  'event',
  'step',
  'reason',
  'minutes',
] as const satisfies (keyof Key)[];
export const PLACE = ['province', 'commune', 'team', 'tablet'] as const;

const DAY_MS = 86_400_000;
/** Days are packed as how many they come after this one. */
export const FIRST_DAY = Date.parse('0000-01-01') / DAY_MS;

/**
 * An export file in few bytes, for codes that a camera reads:
 * texts · keys · place · exported · notCounted · total · sheets · digest. Each different text is there once, each
 * different key once (sorted, only what differs from the one before), so that a row is mostly two bytes: how far its
 * key is from the last, and its count. A change of this layout is a new version of the frames.
 */
export function packFile(file: ExportFile): Uint8Array {
  const out = new ByteWriter();
  const keys = distinctKeys(file.sheets);
  writeKeys(out, keys);
  for (const field of PLACE) out.text(file.place[field]);
  out.number(daysOf(file.exported));
  out.number(file.notCounted);
  out.number(file.total);
  writeSheets(out, file, new Map(keys.map((key, i) => [keyText(key), i])));
  out.hex(file.sha256, 32);
  return out.bytes();
}

function daysOf(day: Day): number {
  return Date.parse(day) / DAY_MS - FIRST_DAY;
}

function distinctKeys(sheets: Sheet[]): Key[] {
  const rows = sheets.flatMap((sheet) => sheet.rows);
  return [...new Map(rows.map((row) => [keyText(row), row])).values()].sort(compareKeys);
}

function writeKeys(out: ByteWriter, keys: Key[]): void {
  const texts = new Map<string, number>();
  for (const text of keys.flatMap((key) => DIMENSIONS.map((name) => key[name]))) {
    if (!texts.has(text)) texts.set(text, texts.size);
  }
  out.number(texts.size);
  for (const text of texts.keys()) out.text(text);
  out.number(keys.length);
  for (const [i, key] of keys.entries()) {
    const before = keys[i - 1];
    const changed = DIMENSIONS.filter((name) => key[name] !== before?.[name]);
    out.byte(changed.reduce((bits, name) => bits | (1 << DIMENSIONS.indexOf(name)), 0));
    for (const name of changed) out.number(texts.get(key[name]) ?? 0);
  }
}

function writeSheets(out: ByteWriter, { exported, sheets }: ExportFile, known: Map<string, number>): void {
  let day = daysOf(exported);
  out.number(sheets.length);
  for (const sheet of sheets) {
    out.hex(sheet.id, 16);
    out.difference(daysOf(sheet.day) - day);
    day = daysOf(sheet.day);
    out.number(2 * sheet.rows.length + (sheet.clock === 'suspect' ? 1 : 0));
    let last = -1;
    for (const row of sheet.rows) {
      const index = known.get(keyText(row)) ?? 0;
      out.difference(index - last - 1);
      out.number(row.count);
      last = index;
    }
  }
}
