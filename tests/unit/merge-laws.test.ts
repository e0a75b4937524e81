import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../src/tally/canonical';
import { type Merged, merge, nothing } from '../../src/tally/merge';
import { keyText } from '../../src/tally/row';
import type { Sheet } from '../../src/tally/sheet';
import { filesOfAProvince } from './a-province';

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

function found({ sheets, conflicts }: Merged) {
  const rows = (sheet: Sheet) => Object.fromEntries(sheet.rows.map((one) => [keyText(one), one.count]));
  const counts = Object.fromEntries([...sheets].map(([id, sheet]) => [id, rows(sheet)]));
  return { counts, conflicts: [...conflicts].sort() };
}

const law = (holds: (files: Sheet[][]) => void) =>
  fc.assert(fc.property(filesOfAProvince, holds), { numRuns: RUNS });

describe('the union of what tablets export, through copies, roll-backs, gaps and repeats', {
  timeout: TIMEOUT_MS,
}, () => {
  it('is of each sheet the larger count of each counter, and names each sheet that came in two versions', () => {
    law((files) => {
      expect(found(files.reduce(merge, nothing()))).toEqual(plainly(files));
    });
  });

  it('comes to the same in whatever order the files come', () => {
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
  });

  it('never becomes smaller by a file that comes late, and forgets no conflict', () => {
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
  });

  it('changes nothing that was merged before, and no sheet that was handed in', () => {
    law((files) => {
      const before = canonicalJson(files);
      const merged = files.reduce(merge, nothing());
      const kept = canonicalJson([...merged.sheets.values()]);
      files.reduceRight(merge, merged);
      expect(canonicalJson(files)).toBe(before);
      expect(canonicalJson([...merged.sheets.values()])).toBe(kept);
    });
  });
});
