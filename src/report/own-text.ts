import * as v from 'valibot';
import { isDay } from '../guide/day';
import { isOutcomeEvent, type Row } from '../tally/row';
import { CanonicalSheets } from './canonical-sheets';
import { FreshKeys } from './fresh-keys';
import type { KeyTable } from './key-table';
import type { ReadSheet, ReadSheets } from './read-sheets';
import { MOST, rowSchema } from './sound-row';

const SHEETS = '"sheets":[';
const DIGEST = '],"sha256":"';
const COUNT = ',"count":';
const SHEET = /\{"id":"([0-9a-f]{32})","day":"(\d{4}-\d\d-\d\d)"(,"clock":"suspect")?,"rows":\[/y;
/** More bytes than what stands before the sheets takes, any place's names with it; and what stands after them. */
const LONGEST_HEAD = 8_000;
const LONGEST_TAIL = 200;

// A byte order mark is no part of a list: it is not taken away here, and refused.
const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });
/** A character a byte, so that places in the text are places in the bytes. */
const byBytes = new TextDecoder('latin1');

const QUOTE = 0x22;
const COMMA = 0x2c;
const ZERO = 0x30;
const NINE = 0x39;
const CLOSE_LIST = 0x5d;
const CLOSE_OBJECT = 0x7d;

/** The text of an export file as our own app writes it, taken apart. */
export interface OwnText {
  /** The JSON of the file with no sheet in it. */
  head: string;
  sheets: ReadSheets;
}

/**
 * Reads export files as our own app writes them: JSON without spaces, the count last in a row. A year of a province
 * has six million rows, but a few thousand different ones up to their count: each of these is read and checked once,
 * and known by its text from then on. Undefined for any other text, also for one that is not sound: whoever reads
 * JSON in general says what it is, and what is wrong with it.
 */
export function readOwnText(bytes: Uint8Array, table: KeyTable): OwnText | undefined {
  const opening = byBytes.decode(bytes.subarray(0, LONGEST_HEAD)).indexOf(SHEETS);
  const tail = Math.max(0, bytes.length - LONGEST_TAIL);
  const closing = byBytes.decode(bytes.subarray(tail)).lastIndexOf(DIGEST);
  const [start, end] = [opening + SHEETS.length, tail + closing];
  if (opening < 0 || closing < 0 || end < start) return undefined;
  // By itself: names have marks, sheets have none, and text of single bytes is read twice as fast.
  const text = utf8.decode(bytes.subarray(start, end));
  const sheets = readSheets(text, 0, text.length, table);
  return sheets && { head: utf8.decode(bytes.subarray(0, start)) + utf8.decode(bytes.subarray(end)), sheets };
}

/** The sheets from one place in a text to another, which is where their list must end. */
function readSheets(text: string, start: number, end: number, table: KeyTable): ReadSheets | undefined {
  const fresh = new FreshKeys(table);
  const canonical = new CanonicalSheets(end - start + 1024);
  const read: ReadSheet[] = [];
  const ids = new Set<string>();
  let outcomes = 0;
  let at = start;
  while (at < end) {
    SHEET.lastIndex = at;
    const [opening, id = '', day = '', clock] = SHEET.exec(text) ?? [];
    if (opening === undefined || !isDay(day) || ids.has(id)) return undefined;
    ids.add(id);
    const sheet = { id, day, ...(clock && { clock: 'suspect' as const }) };
    canonical.openSheet(sheet);
    const rows = readRows(text, at + opening.length, fresh, canonical);
    if (!rows) return undefined;
    canonical.closeSheet();
    read.push({ ...sheet, keys: rows.keys, counts: rows.counts });
    outcomes += rows.outcomes;
    at = rows.end;
    // A comma between two sheets, none after the last.
    if (at < end && (text.charCodeAt(at) !== COMMA || at + 1 === end)) return undefined;
    if (at < end) at += 1;
  }
  if (at !== end) return undefined;
  return { canonical: canonical.bytes(), outcomes, keep: () => fresh.keep(read) };
}

/** The rows of a sheet, and where the sheet ends. */
function readRows(text: string, start: number, fresh: FreshKeys, canonical: CanonicalSheets) {
  const keys: number[] = [];
  const counts: number[] = [];
  let outcomes = 0;
  let before = '';
  let at = start;
  while (text.charCodeAt(at) !== CLOSE_LIST || keys.length > 0) {
    const counted = text.indexOf(COUNT, at);
    if (counted < 0) return undefined;
    const written = text.slice(at, counted);
    const number = fresh.findWritten(written) ?? soundKey(written, fresh);
    const key = number === undefined ? undefined : fresh.keyOf(number);
    if (number === undefined || !key) return undefined;
    const order = fresh.textOf(number);
    if (order <= before) return undefined;
    before = order;

    at = counted + COUNT.length;
    let count = 0;
    let digit = text.charCodeAt(at);
    // No zero in front, and no count of nothing.
    if (digit === ZERO) return undefined;
    for (; digit >= ZERO && digit <= NINE && count <= MOST; digit = text.charCodeAt(at)) {
      count = 10 * count + digit - ZERO;
      at += 1;
    }
    if (count === 0 || count > MOST || digit !== CLOSE_OBJECT) return undefined;
    keys.push(number);
    counts.push(count);
    if (isOutcomeEvent(key.event)) outcomes += count;
    canonical.row(count, fresh.canonicalRest(number));

    const after = text.charCodeAt(at + 1);
    at += 2;
    if (after === CLOSE_LIST) break;
    if (after !== COMMA) return undefined;
  }
  if (keys.length === 0) at += 1;
  if (text.charCodeAt(at) !== CLOSE_OBJECT) return undefined;
  return { keys: Uint32Array.from(keys), counts: Uint32Array.from(counts), outcomes, end: at + 1 };
}

/** The number of a key that was not met like this before; undefined where it is not sound, or not written as we do. */
function soundKey(written: string, fresh: FreshKeys): number | undefined {
  if (written.length > 600 || written.charCodeAt(1) !== QUOTE) return undefined;
  const whole = `${written},"count":1}`;
  try {
    const result = v.safeParse(rowSchema, JSON.parse(whole));
    // Written back it is the same: no property twice, no space, nothing escaped.
    if (!result.success || JSON.stringify(JSON.parse(whole)) !== whole) return undefined;
    const { count: _, ...key } = result.output as Row;
    return fresh.add(key, written);
  } catch {
    return undefined;
  }
}
