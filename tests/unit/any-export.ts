import fc from 'fast-check';
import type { ExportFile } from '../../src/tally/export';
import { EVENTS, type Row } from '../../src/tally/row';
import { countOutcomes, type Sheet, sumRows } from '../../src/tally/sheet';
import { MINUTES } from '../../src/walk/minutes';
import { REASONS } from '../../src/walk/walk';

const hex = (bytes: number) =>
  fc.uint8Array({ minLength: bytes, maxLength: bytes }).map((array) => Buffer.from(array).toString('hex'));
const day = fc
  .date({ min: new Date('0000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
/** Any text that JSON can carry, half of a character among them. */
const text = fc.oneof(
  fc.constantFrom('', 'Tây Ninh', 'Xã Cần Đước', '__proto__'),
  fc.array(fc.nat(0xffff), { maxLength: 120 }).map((units) => String.fromCharCode(...units)),
);
const step = fc.constantFrom('', 'otp', 'enter-otp', 'constructor');

const row: fc.Arbitrary<Row> = fc.record({
  guide: fc.constantFrom('vneid', 'voso', '__proto__'),
  revision: fc.constantFrom('0a1b2c3d', 'ffffffff'),
  locale: fc.constantFrom('vi', 'en'),
  mode: fc.constantFrom('helped', 'alone'),
  event: fc.constantFrom(...EVENTS),
  step,
  reason: fc.constantFrom('', ...REASONS),
  minutes: fc.constantFrom('', ...MINUTES),
  count: fc.oneof(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 1, max: 1_000_000 })),
});

const sheet: fc.Arbitrary<Sheet> = fc.record(
  {
    id: hex(16),
    day,
    clock: fc.constant('suspect' as const),
    rows: fc.array(row, { maxLength: 20 }).map(sumRows),
  },
  { requiredKeys: ['id', 'day', 'rows'], noNullPrototype: true },
);

/** Any export file; its digest is any, for tests that do not ask. */
export const anyExport: fc.Arbitrary<ExportFile> = fc
  .record({
    place: fc.record({ province: text, commune: text, team: text, tablet: text }, { noNullPrototype: true }),
    exported: day,
    notCounted: fc.maxSafeNat(),
    sheets: fc.array(sheet, { maxLength: 8 }),
    sha256: hex(32),
  })
  .map((file) => ({
    format: 'tung-buoc/counts',
    version: 1,
    ...file,
    total: countOutcomes(file.sheets.flatMap(({ rows }) => rows)),
  }));
