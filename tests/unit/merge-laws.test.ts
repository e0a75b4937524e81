import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../src/tally/canonical';
import { type Merged, merge, nothing } from '../../src/tally/merge';
import { keyText, type Row } from '../../src/tally/row';
import { addRows, newSheet, type Sheet } from '../../src/tally/sheet';
import { counter } from './a-counter';

const RUNS = process.env.FAULTS === 'full' ? 100_000 : 1_000;
const TIMEOUT_MS = 1_800_000;

/** What can happen to the tablets of a province, in any order. `at` picks a tablet, a copy or a file there is. */
type Happening =
  | { kind: 'count'; at: number; row: Row }
  | { kind: 'next day'; at: number }
  | { kind: 'export'; at: number }
  /** Its profile is copied onto one more tablet, with the sheet being written on. */
  | { kind: 'clone'; at: number }
  | { kind: 'back up'; at: number }
  /** Its profile goes back to what it was at some backup. */
  | { kind: 'roll back'; at: number; to: number };

/** One tablet as plain data. */
interface Profile {
  sealed: Sheet[];
  current: Sheet | undefined;
  day: number;
}

const at = fc.nat(2);
const row: fc.Arbitrary<Row> = fc.record({
  ...Object.fromEntries(Object.entries(counter).map(([name, value]) => [name, fc.constant(value)])),
  guide: fc.constantFrom('vneid', 'voso'),
  event: fc.constantFrom('started', 'completed', 'left'),
  count: fc.constant(1),
}) as fc.Arbitrary<Row>;
const happening: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('count' as const), at, row }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('export' as const), at }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('clone' as const, 'back up' as const), at }) },
  fc.record({ kind: fc.constant('next day' as const), at }),
  fc.record({ kind: fc.constant('roll back' as const), at, to: at }),
);

/** Plays a history; answers the files that were exported. */
function exportsOf(history: Happening[]): Sheet[][] {
  const tablets: Profile[] = [{ sealed: [], current: undefined, day: 1 }];
  const backups: Profile[] = [];
  const files: Sheet[][] = [];
  let ids = 0;
  for (const one of history) {
    const i = one.at % tablets.length;
    const tablet = tablets[i] as Profile;
    switch (one.kind) {
      case 'count': {
        const day = `2026-11-${String(tablet.day).padStart(2, '0')}`;
        const current = tablet.current ?? newSheet(String(ids++), day, 'ok');
        tablets[i] = { ...tablet, current: addRows(current, [one.row]) };
        break;
      }
      case 'next day':
        tablets[i] = { ...seal(tablet), day: Math.min(30, tablet.day + 1) };
        break;
      case 'export':
        tablets[i] = seal(tablet);
        files.push(seal(tablet).sealed);
        break;
      case 'clone':
        tablets.push(tablet);
        break;
      case 'back up':
        backups.push(tablet);
        break;
      case 'roll back':
        tablets[i] = backups[one.to % Math.max(1, backups.length)] ?? tablet;
        break;
      default:
        one satisfies never;
    }
  }
  return files;
}

function seal({ sealed, current, day }: Profile): Profile {
  return { sealed: current ? [...sealed, current] : sealed, current: undefined, day };
}

/** What the law asks for, in the plainest way: of each id the larger count of each counter, and who disagrees. */
function plainly(files: Sheet[][]) {
  const counts: Record<string, Record<string, number>> = {};
  const contents = new Map<string, Set<string>>();
  for (const sheet of files.flat()) {
    const sums = counts[sheet.id] ?? {};
    counts[sheet.id] = sums;
    for (const one of sheet.rows) sums[keyText(one)] = Math.max(sums[keyText(one)] ?? 0, one.count);
    contents.set(sheet.id, (contents.get(sheet.id) ?? new Set()).add(canonicalJson(sheet)));
  }
  const conflicts = [...contents].filter(([, versions]) => versions.size > 1).map(([id]) => id);
  return { counts, conflicts: conflicts.sort() };
}

function found({ sheets, conflicts }: Merged) {
  const rows = (sheet: Sheet) => Object.fromEntries(sheet.rows.map((one) => [keyText(one), one.count]));
  const counts = Object.fromEntries([...sheets].map(([id, sheet]) => [id, rows(sheet)]));
  return { counts, conflicts: [...conflicts].sort() };
}

/** Files as they come in: some never, some twice, in any order. */
const history = fc.record({
  happenings: fc.array(happening, { minLength: 8, maxLength: 24, size: 'max' }),
  arrival: fc.array(fc.nat(8), { minLength: 2, maxLength: 8, size: 'max' }),
});
function arrived({ happenings, arrival }: { happenings: Happening[]; arrival: number[] }): Sheet[][] {
  const files = exportsOf(happenings);
  return arrival.flatMap((i) => (files.length === 0 ? [] : [files[i % files.length] as Sheet[]]));
}
const law = (holds: (files: Sheet[][]) => void) =>
  fc.assert(
    fc.property(history, (one) => {
      holds(arrived(one));
    }),
    { numRuns: RUNS },
  );

describe('the union of what tablets export, through copies, roll-backs, gaps and repeats', () => {
  it(
    'is of each sheet the larger count of each counter, and names each sheet that came in two versions',
    () => {
      law((files) => expect(found(files.reduce(merge, nothing()))).toEqual(plainly(files)));
    },
    TIMEOUT_MS,
  );

  it(
    'comes to the same in whatever order the files come',
    () => {
      law((files) => {
        const forward = found(files.reduce(merge, nothing()));
        expect(found([...files].reverse().reduce(merge, nothing()))).toEqual(forward);
        // Commune by commune, each merged already when it comes to the province.
        const half = Math.floor(files.length / 2);
        const [one, other] = [files.slice(0, half), files.slice(half)].map((some) =>
          some.reduce(merge, nothing()),
        );
        const whole = merge(one as Merged, (other as Merged).sheets.values());
        expect(found(whole).counts).toEqual(forward.counts);
      });
    },
    TIMEOUT_MS,
  );

  it(
    'never becomes smaller by a file that comes late, and forgets no conflict',
    () => {
      law((files) => {
        let before = nothing();
        for (const file of files) {
          const after = merge(before, file);
          for (const [id, sheet] of before.sheets) {
            const later = new Map(after.sheets.get(id)?.rows.map((one) => [keyText(one), one.count]));
            for (const one of sheet.rows)
              expect(later.get(keyText(one)) ?? 0).toBeGreaterThanOrEqual(one.count);
          }
          for (const id of before.conflicts) expect(after.conflicts).toContain(id);
          before = after;
        }
      });
    },
    TIMEOUT_MS,
  );

  it(
    'changes nothing that was merged before, and no sheet that was handed in',
    () => {
      law((files) => {
        const before = canonicalJson(files);
        const merged = files.reduce(merge, nothing());
        const kept = canonicalJson([...merged.sheets.values()]);
        files.reduceRight(merge, merged);
        expect(canonicalJson(files)).toBe(before);
        expect(canonicalJson([...merged.sheets.values()])).toBe(kept);
      });
    },
    TIMEOUT_MS,
  );
});
