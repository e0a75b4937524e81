import type { Refusal } from '../../src/report/read-file';
import { canonicalJson, sha256 } from '../../src/tally/canonical';
import type { ExportFile } from '../../src/tally/export';
import type { Row } from '../../src/tally/row';
import { countOutcomes, type Sheet } from '../../src/tally/sheet';
import type { Random } from '../faults/random';

/** A file as it comes in, and why it has to be refused; no refusal where it is sound after all. */
export interface Damaged {
  text: string;
  refusal?: Refusal;
}

/** What can be wrong with a file. */
export const FAULTS = [
  'truncated',
  'digit',
  'newer',
  'foreign',
  'not-json',
  'empty',
  'proto',
  'deep',
  'negative',
  'fractional',
  'absurd',
  'total',
  'impossible-day',
  'unsorted',
  'byte-order-mark',
] as const;
export type FaultKind = (typeof FAULTS)[number];

/** A sound file, damaged. But for the fault, total and digest are right. */
export async function damaged(kind: FaultKind, sound: string, random: Random): Promise<Damaged> {
  const file = JSON.parse(sound) as ExportFile;
  // Without a walk there is no count to damage.
  if (file.total === 0 && kind !== 'empty') return damaged('empty', sound, random);
  switch (kind) {
    case 'truncated':
      return { text: sound.slice(0, random.between(20, sound.length - 2)), refusal: { reason: 'not-json' } };
    case 'digit':
      return { text: withOtherDigit(sound, random), refusal: { reason: 'digest' } };
    case 'newer':
      return {
        text: JSON.stringify({ ...file, version: 2, devices: [] }),
        refusal: { reason: 'newer' },
      };
    case 'foreign':
      return {
        text: '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"count":12}}]}',
        refusal: { reason: 'not-ours' },
      };
    case 'not-json':
      return {
        text: '<!doctype html><title>502 Bad Gateway</title><h1>Bad Gateway</h1>',
        refusal: { reason: 'not-json' },
      };
    case 'empty':
      return { text: '', refusal: { reason: 'not-json' } };
    case 'proto':
      return {
        text: sound.replace('"place":{', '"place":{"__proto__":{"isAdmin":true},'),
        refusal: { reason: 'invalid', path: 'place.__proto__' },
      };
    case 'deep':
      return {
        text: sound.replace(/"tablet":"[^"]*"/, `"tablet":${'['.repeat(DEPTH)}${']'.repeat(DEPTH)}`),
        refusal: { reason: 'not-ours' },
      };
    case 'negative':
      return withCount(file, -3, random);
    case 'fractional':
      return withCount(file, 1.5, random);
    case 'absurd':
      return withCount(file, 1_000_000_000, random);
    case 'total':
      return { text: JSON.stringify({ ...file, total: file.total + 1 }), refusal: { reason: 'total' } };
    case 'impossible-day': {
      const at = random.between(0, file.sheets.length - 1);
      (file.sheets[at] as Sheet).day = '2026-02-30';
      return invalid(file, `sheets.${at}.day`);
    }
    case 'unsorted': {
      const at = file.sheets.findIndex(({ rows }) => rows.length > 1);
      (file.sheets[at] as Sheet).rows.reverse();
      return invalid(file, `sheets.${at}.rows.1`);
    }
    case 'byte-order-mark':
      return { text: `\uFEFF${sound}` };
    default:
      return kind satisfies never;
  }
}

const DEPTH = 100_000;

/** One digit of one count is another. */
function withOtherDigit(sound: string, random: Random): string {
  const counts = [...sound.matchAll(/"count":(\d)/g)];
  const { index, 0: text, 1: digit } = random.pick(counts as [RegExpExecArray, ...RegExpExecArray[]]);
  const at = index + text.length;
  return `${sound.slice(0, at - 1)}${digit === '9' ? 1 : Number(digit) + 1}${sound.slice(at)}`;
}

function withCount(file: ExportFile, count: number, random: Random): Promise<Damaged> {
  const at = random.between(0, file.sheets.length - 1);
  const { rows } = file.sheets[at] as Sheet;
  const row = random.between(0, rows.length - 1);
  (rows[row] as Row).count = count;
  return invalid(file, `sheets.${at}.rows.${row}.count`);
}

/** Total and digest are made to fit. */
async function invalid(file: ExportFile, path: string): Promise<Damaged> {
  const total = countOutcomes(file.sheets.flatMap(({ rows }) => rows));
  const digest = (await sha256(canonicalJson(file.sheets))) ?? '';
  return { text: JSON.stringify({ ...file, total, sha256: digest }), refusal: { reason: 'invalid', path } };
}
