import type { Day } from '../guide/guide';
import { ByteReader, Malformed } from './bytes';
import { type ExportFile, FORMAT, type TeamPlace, VERSION } from './export';
import { DIMENSIONS, FIRST_DAY, PLACE } from './packing';
import type { Key, Row } from './row';
import type { Sheet } from './sheet';

/** No text of a sound file is longer. */
const LONGEST_TEXT = 120;
/** How many characters of JSON the bytes may unfold into, about: what the report reads of one file at most. */
const MOST_TEXT = 20_000_000;
/** What a row or a sheet is in JSON beside its texts, and about what it takes in memory. */
const ITEM_TEXT = 110;
const DAY_MS = 86_400_000;
const LAST_DAY = Date.parse('9999-12-31') / DAY_MS;

/** The file that was packed; undefined for bytes that are none. Whether its counts are sound is not asked here. */
export function unpackFile(bytes: Uint8Array): ExportFile | undefined {
  try {
    return read(new ByteReader(bytes));
  } catch (error) {
    if (error instanceof Malformed) return undefined;
    throw error;
  }
}

/** A key, and how many characters of JSON a row with it is. */
type KnownKey = { key: Key; size: number };
/** Notes that so many characters will come of the bytes: few of them may name a long text many times. */
type Spend = (characters: number) => void;

function read(from: ByteReader): ExportFile {
  let left = MOST_TEXT;
  const spend: Spend = (characters) => {
    left -= characters;
    if (left < 0) throw new Malformed();
  };
  const keys = readKeys(from, spend);
  const place = Object.fromEntries(PLACE.map((field) => [field, from.text(LONGEST_TEXT)]));
  const exported = from.number();
  const file: ExportFile = {
    format: FORMAT,
    version: VERSION,
    place: place as Record<(typeof PLACE)[number], string> satisfies TeamPlace,
    exported: dayOf(exported),
    notCounted: from.number(),
    total: from.number(),
    sheets: readSheets(from, spend, keys, exported),
    sha256: from.hex(32),
  };
  if (!from.atEnd()) throw new Malformed();
  return file;
}

function readKeys(from: ByteReader, spend: Spend): KnownKey[] {
  const texts = list(from.number(), () => {
    const text = from.text(LONGEST_TEXT);
    spend(text.length + ITEM_TEXT);
    return text;
  });
  const values = new Array<string | undefined>(DIMENSIONS.length);
  return list(from.number(), () => {
    spend(ITEM_TEXT);
    const changed = from.byte();
    const entries = DIMENSIONS.map((name, i) => {
      if (changed & (1 << i)) values[i] = within(texts, from.number());
      return [name, within(values, i)] as const;
    });
    // Any text in any dimension: whether it is a guide's or a reason's is asked by who reads the file.
    const key = Object.fromEntries(entries) as unknown as Key;
    return { key, size: entries.reduce((sum, [, text]) => sum + text.length, ITEM_TEXT) };
  });
}

function readSheets(from: ByteReader, spend: Spend, keys: KnownKey[], exported: number): Sheet[] {
  let day = exported;
  return list(from.number(), () => {
    spend(ITEM_TEXT);
    const id = from.hex(16);
    day += from.difference();
    const rowsAndClock = from.number();
    let last = -1;
    const rows = list(Math.floor(rowsAndClock / 2), (): Row => {
      last += 1 + from.difference();
      const { key, size } = within(keys, last);
      spend(size);
      return { ...key, count: from.number() };
    });
    return { id, day: dayOf(day), ...(rowsAndClock % 2 === 1 && { clock: 'suspect' as const }), rows };
  });
}

/** Grows with what is there, never by the length that the bytes claim: each item takes at least one of them. */
function list<T>(length: number, item: () => T): T[] {
  const items: T[] = [];
  while (items.length < length) items.push(item());
  return items;
}

function within<T>(items: (T | undefined)[], index: number): T {
  const item = items[index];
  if (item === undefined) throw new Malformed();
  return item;
}

function dayOf(days: number): Day {
  const day = FIRST_DAY + days;
  if (days < 0 || day > LAST_DAY) throw new Malformed();
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}
