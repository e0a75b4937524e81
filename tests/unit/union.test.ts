import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { figuresOf } from '../../src/report/figures';
import { Union } from '../../src/report/union';
import { canonicalJson } from '../../src/tally/canonical';
import { keyText } from '../../src/tally/row';
import { countOutcomes, type Sheet } from '../../src/tally/sheet';
import { filesOfAProvince } from './a-province';
import { asRead, heldBy, unionOf } from './a-union';

/** `npm run test:faults` asks for the long form. */
const RUNS = process.env.FAULTS === 'full' ? 100_000 : 1_000;
const TIMEOUT_MS = 1_800_000;

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

const law = (holds: (files: Sheet[][]) => void) =>
  fc.assert(fc.property(filesOfAProvince, holds), { numRuns: RUNS });

describe('law 4: the union of what tablets export, through copies, roll-backs, gaps and repeats', {
  timeout: TIMEOUT_MS,
}, () => {
  it('is of each sheet the larger count of each counter, and names each sheet that came in two versions', () => {
    law((files) => {
      expect(heldBy(unionOf(files))).toEqual(plainly(files));
    });
  });

  it('comes to the same in whatever order the files come, and however often', () => {
    law((files) => {
      const held = heldBy(unionOf(files));
      expect(heldBy(unionOf([...files].reverse()))).toEqual(held);
      expect(heldBy(unionOf([...files, ...files]))).toEqual(held);
    });
  });

  it('never becomes smaller by a file that comes late, and forgets no conflict', () => {
    law((files) => {
      const union = new Union();
      for (const file of files) {
        const before = heldBy(union);
        const after = heldBy(unionOf([file], union));
        for (const [id, counts] of Object.entries(before.counts)) {
          for (const [key, count] of Object.entries(counts))
            expect(after.counts[id]?.[key] ?? 0).toBeGreaterThanOrEqual(count);
        }
        for (const id of before.conflicts) expect(after.conflicts).toContain(id);
      }
    });
  });

  it('has as many turns as the distinct sheets, where none came in two versions', () => {
    law((files) => {
      const distinct = new Map(files.flat().map((sheet) => [canonicalJson(sheet), sheet]));
      fc.pre(new Set([...distinct.values()].map(({ id }) => id)).size === distinct.size);
      const turns = countOutcomes([...distinct.values()].flatMap(({ rows }) => rows));
      expect(figuresOf(unionOf(files)).total.turns).toBe(turns);
    });
  });

  it('changes no file that was handed in', () => {
    law((files) => {
      const union = new Union();
      const read = files.map((sheets) => asRead(union, sheets));
      const before = JSON.stringify(read);
      for (const file of read) union.add(file);
      expect(JSON.stringify(read)).toBe(before);
    });
  });
});

describe('where a sheet was counted', () => {
  const sheet = (id: string): Sheet => ({ id, day: '2026-11-20', rows: [] });
  const there = (team: string) => ({ province: '', commune: 'Xã 1', team, tablet: '1' });

  it('is the place of the earliest export that carried it, in whatever order they come', () => {
    const files = [
      { exported: '2026-11-21', place: there('Tổ 1'), sheets: ['a'] },
      { exported: '2026-11-25', place: there('Tổ 2'), sheets: ['a', 'b'] },
      { exported: '2026-11-25', place: there('Tổ 3'), sheets: ['b'] },
    ];
    fc.assert(
      fc.property(fc.shuffledSubarray(files, { minLength: 3 }), (some) => {
        const union = new Union();
        for (const { sheets, ...of } of some) union.add(asRead(union, sheets.map(sheet), of));
        const teams = union.sheets.map(({ id, device }) => [id, union.devices[device]?.place.team]);
        expect(Object.fromEntries(teams)).toEqual({ a: 'Tổ 1', b: 'Tổ 2' });
      }),
    );
  });

  it('a device’s walks that could not be counted are the largest number that it told of', () => {
    const union = new Union();
    for (const notCounted of [2, 5, 3]) union.add(asRead(union, [], { notCounted }));
    expect(union.devices).toMatchObject([{ notCounted: 5, files: 3 }]);
  });

  it('a sheet exported more than a day before its own day is in doubt', () => {
    const union = new Union();
    union.add(asRead(union, [sheet('a')], { exported: '2026-11-19' }));
    union.add(asRead(union, [sheet('b')], { exported: '2026-11-18' }));
    expect(union.sheets.map(({ ahead }) => ahead)).toEqual([false, true]);
  });
});
