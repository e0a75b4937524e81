import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KeyTable } from '../../src/report/key-table';
import { isRefusal, LARGEST_BYTES, readFile } from '../../src/report/read-file';
import { exportFile } from '../../src/tally/export';
import { addRows, newSheet } from '../../src/tally/sheet';
import { counter } from './a-counter';
import { sheetsIn } from './a-union';

/** `npm run test:faults` asks for the long form. */
const RUNS = process.env.FAULTS === 'full' ? 1_000_000 : 5_000;
/** Of the processor's own time: on a busy machine a clock on the wall would say nothing of the file. */
const LONGEST_MS = 5_000;

const sheets = ['2026-11-23', '2026-11-24'].map((day, i) =>
  addRows(newSheet(`0123456789abcdef0123456789abcde${i}`, day, i ? 'suspect' : 'ok'), [
    { ...counter, event: 'started', count: 3 },
    { ...counter, event: 'completed', minutes: '10-20', count: 2 },
    { ...counter, event: 'stopped', step: 'otp', reason: 'sim-otp', count: 1 },
  ]),
);
const place = { province: 'Tây Ninh', commune: 'Xã Cần Đước', team: 'Ấp 1', tablet: '01' };
const good = await exportFile({ place, day: '2026-11-24', notCounted: 0, sheets });
const text = JSON.stringify(good);

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** What a file may hold instead of what it should. */
const nasty: fc.Arbitrary<Json> = fc.constantFrom<Json[]>(
  null,
  true,
  -1,
  0,
  0.5,
  2,
  1e6,
  1e21,
  4_294_967_297,
  '',
  '1',
  'vi',
  'otp',
  '=1+1',
  '__proto__',
  'constructor',
  '2026-02-30',
  '9999-12-31',
  'x'.repeat(200),
  '\ud800',
  'a\tb',
  [],
  ['vneid'],
  {},
  { length: 1 },
  [[]],
);
const key = fc.constantFrom(
  '__proto__',
  'constructor',
  'toString',
  'count',
  'clock',
  'rows',
  'extra',
  '',
  'length',
);

interface Change {
  way: number[];
  kind: string;
  value: Json;
  key: string;
}

/** One change somewhere in a file: a value, a key more, a key less, an item twice, or two in the other order. */
const change: fc.Arbitrary<Change> = fc.record({
  way: fc.array(fc.nat(), { minLength: 1, maxLength: 6 }),
  kind: fc.constantFrom('value', 'add', 'remove', 'repeat', 'turn round'),
  value: nasty,
  key,
});
/** Some characters of the text, cut out, put in or doubled. */
const edit = fc.record({
  at: fc.nat(text.length),
  length: fc.nat(40),
  put: fc.oneof(
    fc.string({ maxLength: 4 }),
    fc.constantFrom('"', '\\', '{', '}', ',', '\u0000', '\uFEFF', '1e9'),
  ),
});

function changed(file: Json, { way, kind, value, key: name }: Change): Json {
  const copy = structuredClone(file);
  let at: Json = copy;
  for (const step of way) {
    const inside: Json[] = typeof at === 'object' && at !== null ? Object.values(at) : [];
    const next: Json | undefined = inside[step % Math.max(1, inside.length)];
    if (typeof next !== 'object' || next === null) break;
    at = next;
  }
  const target = at as Record<string, Json> | Json[];
  const keys = Object.keys(target);
  const one = keys[(way.at(-1) ?? 0) % Math.max(1, keys.length)] ?? name;
  if (kind === 'add' && !Array.isArray(target))
    Object.defineProperty(target, name, { value, enumerable: true, configurable: true, writable: true });
  else if (kind === 'remove') Reflect.deleteProperty(target, one);
  else if (Array.isArray(target) && kind === 'repeat') target.push(...target.slice(0, 1));
  else if (Array.isArray(target) && kind === 'turn round') target.reverse();
  else if (Array.isArray(target)) target[target.length === 0 ? 0 : Number(one)] = value;
  else Reflect.set(target, one, value);
  return copy;
}

/** Refused with a reason, or the same counts as in the good file. */
async function isRefusedOrTheSame(mutated: string): Promise<void> {
  const table = new KeyTable();
  const result = await readFile(mutated, table);
  // One space, and it is not read as text of our own but as any JSON: it comes to the same.
  const spaced = await readFile(mutated.replace('"sheets":[', '"sheets": ['), new KeyTable());
  expect(spaced).toEqual(result);
  if (isRefusal(result)) {
    // Nothing of it stays behind.
    expect(table.keys).toEqual([]);
    return;
  }
  expect(sheetsIn(result, { table })).toEqual(good?.sheets);
  expect(result.total).toBe(good?.total);
}

describe('a good file that someone or something has changed is refused whole, or says the same', () => {
  it('whatever is put in another’s place, added, left out, repeated or turned round', {
    timeout: 7_200_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 2 }), async (changes) => {
        const file = changes.reduce<Json>(changed, JSON.parse(text) as Json);
        await isRefusedOrTheSame(JSON.stringify(file));
      }),
      { numRuns: RUNS / 2 },
    );
  });

  it('whatever is cut out of its text, put in or overwritten', { timeout: 7_200_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(edit, async ({ at, length, put }) => {
        await isRefusedOrTheSame(text.slice(0, at) + put + text.slice(at + length));
      }),
      { numRuns: RUNS / 2 },
    );
  });
});

describe('a file made to hurt is refused in a moment', () => {
  const filled = (start: string, piece: (i: number) => string, end: string) => {
    const pieces: string[] = [start];
    for (let size = 0, i = 0; size < LARGEST_BYTES - 200; i += 1) {
      const one = piece(i);
      pieces.push(one);
      size += one.length;
    }
    return `${pieces.join('')}${end}`.slice(0, LARGEST_BYTES);
  };
  const head = text.slice(0, text.indexOf('"sheets":['));
  const row = JSON.stringify({ ...counter, event: 'started', count: 1 });

  it.each<[string, () => string, string]>([
    ['nested as deep as its size allows', () => filled('', () => '['.repeat(1_000), ''), 'not-ours'],
    ['nested and closed again', () => '['.repeat(5_000_000) + ']'.repeat(5_000_000), 'not-ours'],
    [
      'nested where sheets should be',
      () => `${head}"sheets":${'['.repeat(2e6)}${']'.repeat(2e6)}}`,
      'not-ours',
    ],
    [
      'a million keys',
      () => `${filled('{"format":"tung-buoc/counts"', (i) => `,"k${i}":1`, '').replace(/,[^,]*$/, '')}}`,
      'not-ours',
    ],
    [
      'the same key a million times',
      () => `${filled(`${head}"a":0`, () => ',"a":1', '').replace(/,[^,]*$/, '')}}`,
      'not-ours',
    ],
    [
      'a hundred thousand sheets that are none',
      () => `${head}"sheets":[${'{},'.repeat(1e5)}{}],"sha256":"${'0'.repeat(64)}"}`,
      'invalid',
    ],
    [
      'the same row for ever',
      () =>
        `${head}"sheets":[{"id":"${'0'.repeat(32)}","day":"2026-11-24","rows":[${`${row},`.repeat(50_000)}${row}]}],"sha256":"${'0'.repeat(64)}"}`,
      'invalid',
    ],
    [
      'one text as long as its size allows',
      () => filled('{"format":"', () => 'x'.repeat(1_000), '"}'),
      'not-json',
    ],
    ['larger than is read', () => ' '.repeat(LARGEST_BYTES + 1), 'too-large'],
  ])('%s', async (_name, make, reason) => {
    const hostile = make();
    const before = process.cpuUsage();
    const table = new KeyTable();
    expect(await readFile(hostile, table)).toMatchObject({ reason });
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1_000).toBeLessThan(LONGEST_MS);
    expect(table.keys).toEqual([]);
  });
});
