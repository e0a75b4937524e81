import * as v from 'valibot';
import { isDay } from '../guide/day';
import type { Day } from '../guide/guide';
import { sha256 } from '../tally/canonical';
import { FORMAT, type TeamPlace, VERSION } from '../tally/export';
import { hasShape } from './json-shape';
import { KeyTable } from './key-table';
import { readOwnText } from './own-text';
import { type ReadSheet, readSheets } from './read-sheets';

/** Why a file is not taken; the whole of it is refused, the other files are still merged. */
export type Refusal =
  | {
      reason:
        | 'too-large'
        | 'not-json'
        | 'not-ours'
        | 'newer'
        | 'digest'
        | 'total'
        | 'insecure'
        | 'unreadable';
    }
  /** `path` names the place, as `sheets.0.rows.3.count`. */
  | { reason: 'invalid'; path: string };

/** The content of a file that is sound. */
export interface ReadExport {
  place: TeamPlace;
  exported: Day;
  notCounted: number;
  total: number;
  sheets: ReadSheet[];
}

/** Far beyond 400 days of a busy team, and still read in a moment. */
export const LARGEST_BYTES = 20_000_000;

/** Twice as deep and as many as there are: a file of a newer version is to be known as one. */
const SHAPE = { depth: 10, properties: 40 };

const short = v.pipe(v.string(), v.maxLength(120));
const whole = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** The export file, a closed list of keys; the sheets, which are many, have a reader of their own. */
const file = v.strictObject({
  format: v.literal(FORMAT),
  version: v.literal(VERSION),
  place: v.strictObject({ province: short, commune: short, team: short, tablet: short }),
  exported: v.pipe(v.string(), v.check(isDay)),
  notCounted: whole,
  total: whole,
  sheets: v.array(v.unknown()),
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
});

/**
 * Reads one export file, its bytes or its text. It is data from anywhere: refused whole by reason, or as good as what we wrote.
 * Keys are numbered by the table; one that only a refused file had is not taken into it.
 */
export async function readFile(
  content: string | Uint8Array,
  table = new KeyTable(),
): Promise<ReadExport | Refusal> {
  if (content.length > LARGEST_BYTES) return { reason: 'too-large' };
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const own = readOwnText(bytes, table);
  const json = (own && parse(own.head)) ?? parseShaped(utf8.decode(bytes));
  if (json === undefined) return { reason: 'not-json' };
  if (typeof json !== 'object' || json === null || !('format' in json) || json.format !== FORMAT) {
    return { reason: 'not-ours' };
  }
  if ('version' in json && typeof json.version === 'number' && json.version > VERSION)
    return { reason: 'newer' };
  const head = v.safeParse(file, json);
  if (!head.success) return { reason: 'invalid', path: v.getDotPath(head.issues[0]) ?? '?' };
  const { place, exported, notCounted, total, sheets, sha256: written } = head.output;
  const strange = hasProto(json) ? '__proto__' : hasProto(place) ? 'place.__proto__' : undefined;
  if (strange) return { reason: 'invalid', path: strange };
  const read = own && sheets.length === 0 ? own.sheets : readSheets(sheets, table);
  if ('path' in read) return { reason: 'invalid', path: read.path };
  const digest = await sha256(read.canonical);
  if (digest === undefined) return { reason: 'insecure' };
  if (digest !== written) return { reason: 'digest' };
  if (read.outcomes !== total) return { reason: 'total' };
  return { place, exported, notCounted, total, sheets: read.keep() };
}

/** Tells a file that was read from one that was refused. */
export function isRefusal(result: ReadExport | Refusal): result is Refusal {
  return 'reason' in result;
}

/** JSON of a shape that a file of ours may have; text of any other is not even parsed. */
function parseShaped(text: string): unknown {
  return hasShape(text, SHAPE) ? parse(text) : NOT_OURS;
}

const NOT_OURS = {};
/** The byte order mark that some programs put in front stays, for `parse` to take one away. */
const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

function parse(text: string): unknown {
  try {
    return JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text);
  } catch {
    return undefined;
  }
}

/** A key that is part of every object's shape, and so no unknown one for the schema; no honest program writes it. */
function hasProto(object: unknown): boolean {
  return Object.hasOwn(object as object, '__proto__');
}
