import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { merge, nothing } from '../../src/tally/merge';
import type { Row } from '../../src/tally/row';
import { type Sheet, sumRows } from '../../src/tally/sheet';
import { totalsOf } from '../../src/tally/totals';
import { counter } from './a-counter';

/** `npm run test:faults` asks for the long form. */
const RUNS = { numRuns: process.env.FAULTS === 'full' ? 100_000 : 1_000 };

const rowsOf = (sheets: Sheet[]): Row[] => sheets.flatMap((sheet) => sheet.rows);

const row: fc.Arbitrary<Row> = fc.record({
  guide: fc.constantFrom('vneid', 'voso'),
  revision: fc.constant('0a1b2c3d'),
  locale: fc.constantFrom('vi', 'en'),
  mode: fc.constantFrom('helped', 'alone'),
  event: fc.constantFrom('started', 'completed', 'stopped', 'left'),
  step: fc.constantFrom('', 'otp'),
  reason: fc.constant(''),
  minutes: fc.constant(''),
  count: fc.integer({ min: 1, max: 99 }),
});
const sheets: fc.Arbitrary<Sheet[]> = fc.uniqueArray(
  fc.record({
    id: fc.integer({ min: 0, max: 500 }).map(String),
    day: fc.constant('2026-11-24'),
    rows: fc.array(row, { maxLength: 6 }).map(sumRows),
  }),
  { selector: (sheet) => sheet.id, maxLength: 12 },
);

describe('law 4: union', () => {
  it('merged total = total of the distinct sheets, in any order, with repeats and gaps', () => {
    fc.assert(
      fc.property(
        sheets.chain((all) =>
          fc.record({ all: fc.constant(all), exports: fc.array(fc.subarray(all), { maxLength: 8 }) }),
        ),
        ({ all, exports }) => {
          const sent = new Set(exports.flat());
          const merged = exports.reduce(merge, nothing());
          const distinct = all.filter((sheet) => sent.has(sheet));
          expect([...merged.sheets.values()].sort(byId)).toEqual(distinct.sort(byId));
          expect(merged.conflicts.size).toBe(0);
          expect(totalsOf(rowsOf([...merged.sheets.values()]))).toEqual(totalsOf(rowsOf(distinct)));
        },
      ),
      RUNS,
    );
  }, 3_600_000);

  it('is commutative, associative and idempotent, also for different contents under one id', () => {
    const clones = fc.array(
      fc.record({
        id: fc.constantFrom('1', '2'),
        day: fc.constant('2026-11-24'),
        rows: fc.array(row, { maxLength: 4 }).map(sumRows),
      }),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(clones, clones, clones, (a, b, c) => {
        const left = merge(merge(merge(nothing(), a), b), c);
        const right = merge(merge(merge(nothing(), c), b), a);
        expect(sorted(left.sheets)).toEqual(sorted(right.sheets));
        expect([...left.conflicts].sort()).toEqual([...right.conflicts].sort());
        expect(sorted(merge(left, left.sheets.values()).sheets)).toEqual(sorted(left.sheets));
      }),
      RUNS,
    );
  }, 3_600_000);

  it('a rolled-back profile: of what it counted twice under one id nothing is lost, and the id is named', () => {
    fc.assert(
      fc.property(sheets, fc.array(row, { minLength: 1, maxLength: 4 }), (all, later) => {
        const [first] = all;
        if (!first) return;
        // The device exported, was set back to an earlier copy of itself, counted on, and exported again.
        const again = { ...first, rows: sumRows([...first.rows, ...later]) };
        const merged = merge(merge(nothing(), all), [again]);
        expect(merged.sheets.get(first.id)?.rows).toEqual(again.rows);
        expect([...merged.conflicts]).toEqual([first.id]);
      }),
      RUNS,
    );
  }, 3_600_000);

  it('names a sheet with different contents and keeps the larger count of each counter', () => {
    const one: Sheet = { id: '1', day: '2026-11-24', rows: [{ ...counter, event: 'started', count: 5 }] };
    const other: Sheet = {
      id: '1',
      day: '2026-11-24',
      rows: [
        { ...counter, event: 'completed', count: 1 },
        { ...counter, event: 'started', count: 3 },
      ],
    };
    const merged = merge(merge(nothing(), [one]), [other]);
    expect([...merged.conflicts]).toEqual(['1']);
    expect(totalsOf(rowsOf([...merged.sheets.values()]))).toMatchObject({ started: 5, completed: 1 });
  });
});

function byId(a: Sheet, b: Sheet): number {
  return a.id < b.id ? -1 : 1;
}

function sorted(merged: Map<string, Sheet>): Sheet[] {
  return [...merged.values()].sort(byId);
}
