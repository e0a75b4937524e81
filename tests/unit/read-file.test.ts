import Ajv from 'ajv/dist/2020';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import schema from '../../schema/counts-1.schema.json';
import { KeyTable } from '../../src/report/key-table';
import { readOwnText } from '../../src/report/own-text';
import { isRefusal, readFile } from '../../src/report/read-file';
import { MOST } from '../../src/report/sound-row';
import { canonicalJson } from '../../src/tally/canonical';
import { type ExportContent, exportFile, exportName } from '../../src/tally/export';
import { addRows, newSheet, sumRows } from '../../src/tally/sheet';
import { exportTable, toCsv } from '../../src/tally/table';
import { counter } from './a-counter';
import { sheetsIn } from './a-union';
import { anyExport } from './any-export';

const sheet = addRows(newSheet('0123456789abcdef0123456789abcdef', '2026-11-24', 'ok'), [
  { ...counter, event: 'started', count: 3 },
  { ...counter, event: 'completed', minutes: '10-20', count: 2 },
  { ...counter, event: 'stopped', step: 'otp', reason: 'sim-otp', count: 1 },
]);
const content: ExportContent = {
  place: { province: 'Tây Ninh', commune: 'Xã Cần Đước', team: 'Ấp 1', tablet: '01' },
  day: '2026-11-24',
  notCounted: 0,
  sheets: [sheet],
};

async function aFile(): Promise<Record<string, unknown>> {
  return JSON.parse(JSON.stringify(await exportFile(content))) as Record<string, unknown>;
}

async function read(file: unknown) {
  const table = new KeyTable();
  const result = await readFile(JSON.stringify(file), table);
  if (isRefusal(result)) throw new Error(result.reason);
  return { ...result, sheets: sheetsIn(result, { table }) };
}

async function reasonFor(file: unknown): Promise<string> {
  const result = await readFile(typeof file === 'string' ? file : JSON.stringify(file));
  return isRefusal(result) ? `${result.reason}${'path' in result ? ` ${result.path}` : ''}` : 'read';
}

describe('an export', () => {
  it('is read back as it was written, and fits its JSON Schema', async () => {
    const file = await aFile();
    const { sheets, ...head } = await read(file);
    expect({ ...file, ...head, sheets }).toEqual(file);
    const validate = new Ajv({ strict: true }).compile(schema);
    expect(validate(file) || validate.errors).toBe(true);
    expect(validate({ ...file, extra: 1 })).toBe(false);
  });

  it('is read as its own text and as any JSON alike, whatever is in it', async () => {
    const sound = fc.constantFrom('vneid', 'voso-postmart');
    await fc.assert(
      fc.asyncProperty(anyExport, sound, async ({ place, exported, notCounted, sheets }, guide) => {
        const whole = sheets.map((one) => ({
          ...one,
          rows: sumRows(
            one.rows.map((row) => ({ ...row, guide, step: row.step === 'constructor' ? 'otp' : row.step })),
            // Rows that come to the same row now may come to more together than a row may count.
          ).map((row) => ({ ...row, count: Math.min(row.count, MOST) })),
        }));
        const own = JSON.stringify(await exportFile({ place, day: exported, notCounted, sheets: whole }));
        const [one, other] = [new KeyTable(), new KeyTable()];
        expect(readOwnText(new TextEncoder().encode(own), one)).toBeDefined();
        const read = await readFile(own, one);
        expect(isRefusal(read)).toBe(false);
        expect(await readFile(JSON.stringify(JSON.parse(own), null, 1), other)).toEqual(read);
        expect(other.keys).toEqual(one.keys);
        // What is known from one file is read again from the next.
        expect(await readFile(own, one)).toEqual(read);
      }),
    );
  });

  it('says how many walks ended, and names its place and day', async () => {
    expect((await aFile()).total).toBe(3);
    expect(exportName(content, 'json')).toBe('tung-buoc-xa-can-duoc-ap-1-01-2026-11-24.json');
  });

  it('has a digest over canonical JSON that any program can check', () => {
    expect(canonicalJson({ b: 1, a: ['é"\\', { y: 2, x: '€' }], c: undefined })).toBe(
      '{"a":["é\\"\\\\",{"x":"€","y":2}],"b":1}',
    );
  });
});

describe('a file that is not sound is refused whole, with the reason', () => {
  it.each<[string, (file: Record<string, unknown>) => unknown, RegExp]>([
    ['not JSON', () => '{"format": ', /^not-json/],
    ['another program', () => ({ a: 1 }), /^not-ours/],
    ['a list', () => [], /^not-ours/],
    ['a newer version', (file) => ({ ...file, version: 2 }), /^newer/],
    ['an unknown key', (file) => ({ ...file, extra: 1 }), /^invalid extra/],
    [
      'a key of every object',
      (file) => JSON.stringify(file).replace('"place":', '"__proto__":{},"place":'),
      /^invalid __proto__/,
    ],
    [
      'a text that is too long',
      (file) => ({ ...file, place: { ...content.place, team: 'x'.repeat(121) } }),
      /^invalid place\.team/,
    ],
    ['a day that does not exist', (file) => ({ ...file, exported: '2026-02-30' }), /^invalid exported/],
    [
      'a changed count',
      (file) => JSON.parse(JSON.stringify(file).replace('"count":2', '"count":3')),
      /^digest/,
    ],
    ['a wrong total', (file) => ({ ...file, total: 4 }), /^total/],
    [
      'a sheet that is there twice',
      async () => exportFile({ ...content, sheets: [sheet, sheet] }),
      /^invalid sheets\.1\.id/,
    ],
    ['a key left out', ({ sha256: _, ...file }) => file, /^invalid sha256/],
  ])('%s', async (_name, change, reason) => {
    expect(await reasonFor(await change(await aFile()))).toMatch(reason);
  });

  it.each([-1, 0, 1.5, 1e9, '1', null])('a count of %s', async (count) => {
    const rows = [{ ...counter, event: 'started', count }];
    expect(await reasonFor({ ...(await aFile()), sheets: [{ ...sheet, rows }] })).toBe(
      'invalid sheets.0.rows.0.count',
    );
  });

  it('whatever single character is changed, it is refused or says the same', async () => {
    const file = await aFile();
    const text = JSON.stringify(file);
    await fc.assert(
      fc.asyncProperty(
        fc.nat(text.length - 1),
        fc.string({ minLength: 1, maxLength: 1 }),
        async (at, letter) => {
          const table = new KeyTable();
          const result = await readFile(text.slice(0, at) + letter + text.slice(at + 1), table);
          if (!isRefusal(result)) expect(sheetsIn(result, { table })).toEqual(file.sheets);
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('the table for people', () => {
  it('is CSV with a byte order mark, quoted where it must be', () => {
    const csv = toCsv(exportTable({ ...content, place: { ...content.place, team: 'Ấp "1", 2' } }));
    expect(csv.startsWith('\uFEFFprovince,commune,team,tablet,sheet,day,')).toBe(true);
    expect(csv).toContain('"Ấp ""1"", 2"');
    expect(csv.trimEnd().split('\r\n')).toHaveLength(4);
  });

  it('never starts a formula', () => {
    fc.assert(
      fc.property(fc.constantFrom(...'=+-@\t\r\n＝＋－＠'), fc.string(), (start, rest) => {
        expect(toCsv([[start + rest]]).replace('\uFEFF', '')).toMatch(/^"?'/);
      }),
    );
  });
});
