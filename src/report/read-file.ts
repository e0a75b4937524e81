import * as v from 'valibot';
import { isDay } from '../guide/day';
import { LOCALES } from '../guide/guide';
import { canonicalJson, sha256 } from '../tally/canonical';
import { type ExportFile, FORMAT, VERSION } from '../tally/export';
import { compareKeys, EVENTS, type Row } from '../tally/row';
import { countOutcomes, type Sheet } from '../tally/sheet';
import { MINUTES } from '../walk/minutes';
import { REASONS } from '../walk/walk';

/** Why a file is not taken; the whole of it is refused, the other files are still merged. */
export type Refusal =
  | { reason: 'too-large' | 'not-json' | 'not-ours' | 'newer' | 'digest' | 'total' | 'insecure' }
  /** `path` names the place, as `sheets.0.rows.3.count`. */
  | { reason: 'invalid'; path: string };

/** Far beyond 400 days of a busy team, and still read in a moment. */
export const LARGEST_BYTES = 20_000_000;

const id = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/));
const name = v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/), v.maxLength(80));
const short = v.pipe(v.string(), v.maxLength(120));
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(1_000_000));
const day = v.pipe(v.string(), v.isoDate(), v.check(isDay));

const row = v.strictObject({
  guide: name,
  revision: v.pipe(v.string(), v.regex(/^[0-9a-f]{8}$/)),
  locale: v.picklist(LOCALES),
  mode: v.picklist(['helped', 'alone']),
  event: v.picklist(EVENTS),
  step: v.union([v.literal(''), name]),
  reason: v.picklist(['', ...REASONS]),
  minutes: v.picklist(['', ...MINUTES]),
  count,
});

const sheet = v.strictObject({
  id,
  day,
  clock: v.optional(v.literal('suspect')),
  rows: v.pipe(
    v.array(row),
    v.check((rows) => sorted(rows as Row[])),
  ),
});

/** The export file, a closed list of keys at every level. */
const file = v.strictObject({
  format: v.literal(FORMAT),
  version: v.literal(VERSION),
  place: v.strictObject({ province: short, commune: short, team: short, tablet: short }),
  exported: day,
  notCounted: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  total: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  sheets: v.array(sheet),
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
});

/** Reads one export file's text. It is data from anywhere: refused whole by reason, or as good as what we wrote. */
export async function readFile(text: string): Promise<ExportFile | Refusal> {
  if (text.length > LARGEST_BYTES) return { reason: 'too-large' };
  const json = parse(text);
  if (json === undefined) return { reason: 'not-json' };
  if (typeof json !== 'object' || json === null || !('format' in json) || json.format !== FORMAT) {
    return { reason: 'not-ours' };
  }
  if ('version' in json && typeof json.version === 'number' && json.version > VERSION)
    return { reason: 'newer' };
  const result = v.safeParse(file, json);
  if (!result.success) return { reason: 'invalid', path: v.getDotPath(result.issues[0]) ?? '?' };
  const content = result.output as ExportFile;
  const digest = await sha256(canonicalJson(content.sheets));
  if (digest === undefined) return { reason: 'insecure' };
  if (digest !== content.sha256) return { reason: 'digest' };
  if (countOutcomes(content.sheets.flatMap((known: Sheet) => known.rows)) !== content.total)
    return { reason: 'total' };
  return content;
}

/** Tells a file that was read from one that was refused. */
export function isRefusal(result: ExportFile | Refusal): result is Refusal {
  return 'reason' in result;
}

/** Parses JSON; undefined for text that is not, or that carries a key no honest program writes. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''), (key, value) => {
      // It would be an own key here, and part of every object's shape elsewhere.
      if (key === '__proto__') throw new SyntaxError('__proto__');
      return value;
    });
  } catch {
    return undefined;
  }
}

function sorted(rows: Row[]): boolean {
  return rows.every((row, i) => {
    const before = rows[i - 1];
    return before === undefined || compareKeys(before, row) < 0;
  });
}
