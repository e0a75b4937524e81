import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { canonicalJson, sha256 } from '../../src/tally/canonical';
import { type ExportFile, exportFile, type TeamPlace } from '../../src/tally/export';
import { EVENTS, type Row } from '../../src/tally/row';
import { type Sheet, sumRows } from '../../src/tally/sheet';
import { MINUTES } from '../../src/walk/minutes';
import { REASONS } from '../../src/walk/walk';
import { anyExport } from './any-export';
import { damagedExports } from './damaged-exports';

/** Files by name. */
export type Written = Map<string, Uint8Array>;

/** Writes files into a new temporary folder, and answers where it is. */
export function writeFiles(files: Written): string {
  const folder = mkdtempSync(join(tmpdir(), 'tung-buoc-sql-'));
  for (const [name, bytes] of files) writeFileSync(join(folder, name), bytes);
  return folder;
}

/** What comes to a coordinator from a few devices: overlapping exports, clones, moved tablets, wrong clocks, damage. */
export async function someExports(): Promise<Written> {
  const files: Written = new Map();
  const put = (name: string, file: unknown) => files.set(`${name}.json`, bytes(JSON.stringify(file)));
  for (const [i, sheets] of fc.sample(sheetsOfADevice, { seed: 6, numRuns: PLACES.length }).entries()) {
    const place = PLACES[i] as TeamPlace;
    const one = (day: string, some: Sheet[], at = place) =>
      exportFile({ place: at, day, notCounted: i, sheets: some });
    put(`early-${i}`, await one('2026-03-10', sheets.slice(0, 6)));
    put(`late-${i}`, await one('2026-05-02', sheets));
    // The tablet moves on; its old sheets come along, and belong where they were made.
    put(`moved-${i}`, await one('2026-05-20', sheets, PLACES[(i + 1) % PLACES.length]));
    // Another tablet on the same day: the place that comes first has it.
    put(`tie-${i}`, await one('2026-03-10', sheets.slice(3, 8), PLACES[(i + 2) % PLACES.length]));
    put(`clone-${i}`, await one('2026-04-01', sheets.slice(4).map(otherwise)));
    put(`twice-${i}`, await one('2026-06-01', [...sheets.slice(0, 2), ...sheets.slice(1, 3)]));
  }
  put('nothing', await exportFile({ place: aPlace('Ấp 9'), day: '2026-01-01', notCounted: 3, sheets: [] }));
  // Half a character is read by the browser alone.
  const whole = anyExport.filter(({ place }) => Object.values(place).every((text) => text.isWellFormed()));
  for (const [i, file] of fc.sample(whole, { seed: 7, numRuns: 150 }).entries()) {
    const digest = await sha256(canonicalJson(file.sheets));
    put(`any-${i}`, { ...file, sha256: digest });
  }
  const sound = await exportFile({
    place: aPlace('Ấp 1'),
    day: '2026-11-24',
    notCounted: 0,
    sheets: fc.sample(sheetsOfADevice, { seed: 8, numRuns: 1 })[0] ?? [],
  });
  for (const [name, text] of await damagedExports(sound as ExportFile)) files.set(`${name}.json`, text);
  return files;
}

const aPlace = (team: string): TeamPlace => ({
  province: 'Tây Ninh',
  commune: 'Xã Cần Đước',
  team,
  tablet: '1',
});

const PLACES: TeamPlace[] = [
  aPlace('Ấp 1'),
  { ...aPlace('Ấp 1'), tablet: '2' },
  { province: 'Cà Mau', commune: 'Phường "Tân" / Xuyên', team: 'Khóm\t2', tablet: '' },
  { province: 'Huế', commune: "Xã A Lưới '3'", team: '🙂 Thôn 3', tablet: '\\1' },
];

const row: fc.Arbitrary<Row> = fc.record({
  guide: fc.constantFrom('vneid', 'vi-dien-tu', 'voso'),
  revision: fc.constantFrom('0a1b2c3d', '12345678'),
  locale: fc.constantFrom('vi', 'en'),
  mode: fc.constantFrom('helped', 'alone'),
  event: fc.constantFrom(...EVENTS),
  step: fc.constantFrom('', 'otp', 'enter-otp'),
  reason: fc.constantFrom('', ...REASONS),
  minutes: fc.constantFrom('', ...MINUTES),
  count: fc.oneof({ weight: 9, arbitrary: fc.integer({ min: 1, max: 30 }) }, fc.constant(250)),
});
const day = fc.constantFrom(
  '2025-12-31',
  '2026-01-01',
  '2026-02-28',
  '2026-03-11',
  '2026-03-12',
  '2026-05-20',
);
const sheetsOfADevice: fc.Arbitrary<Sheet[]> = fc.array(
  fc.record(
    {
      id: fc.uint8Array({ minLength: 16, maxLength: 16 }).map((id) => Buffer.from(id).toString('hex')),
      day,
      clock: fc.constant('suspect' as const),
      rows: fc.array(row, { maxLength: 12 }).map(sumRows),
    },
    { requiredKeys: ['id', 'day', 'rows'], noNullPrototype: true },
  ),
  { minLength: 10, maxLength: 10 },
);

/** The sheet as a copied tablet may have gone on with it. */
function otherwise(sheet: Sheet, i: number): Sheet {
  const [first, ...rest] = sheet.rows;
  if (!first || i % 5 === 0) return { ...sheet, day: '2026-01-02' };
  if (i % 5 === 1) return { id: sheet.id, day: sheet.day, rows: sheet.rows };
  return { ...sheet, rows: i % 5 === 2 ? rest : [{ ...first, count: first.count + i }, ...rest] };
}

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
