import fc from 'fast-check';
import type { Row } from '../../src/tally/row';
import { addRows, newSheet, type Sheet } from '../../src/tally/sheet';
import { counter } from './a-counter';

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

/** The files that come to a province from its tablets: some never, some twice, in any order. */
export const filesOfAProvince: fc.Arbitrary<Sheet[][]> = fc
  .record({
    happenings: fc.array(happening, { minLength: 8, maxLength: 24, size: 'max' }),
    arrival: fc.array(fc.nat(8), { minLength: 2, maxLength: 8, size: 'max' }),
  })
  .map(({ happenings, arrival }) => {
    const files = exportsOf(happenings);
    return arrival.flatMap((i) => (files.length === 0 ? [] : [files[i % files.length] as Sheet[]]));
  });
