import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Line } from '../../src/report/figures';
import { type PublishedTurns, publishLines, publishTotal, SMALLEST } from '../../src/report/suppress';
import { noTurns, type Turns } from '../../src/report/turns';

const small = (max: number) => fc.oneof(fc.constant(0), fc.nat(12), fc.nat(max));
const turns: fc.Arbitrary<Turns> = fc
  .tuple(small(40), small(15), small(15), fc.nat(100))
  .map(([completed, stopped, left, share]) => {
    const all = completed + stopped + left;
    const helped = Math.round((all * share) / 100);
    return { turns: all, completed, stopped, left, helped, alone: all - helped };
  });
const lines: fc.Arbitrary<Line<number>[]> = fc
  .array(turns, { minLength: 1, maxLength: 7 })
  .map((all) => all.map((one, of) => ({ of, turns: one })));

const PAIRS = [
  ['completed', 'unfinished'],
  ['helped', 'alone'],
] as const;

function totalOf(all: Line<unknown>[]): Turns {
  const sum = noTurns();
  for (const { turns: one } of all)
    for (const measure of Object.keys(sum) as (keyof Turns)[]) sum[measure] += one[measure];
  return sum;
}

function published(all: Line<number>[]) {
  const total = publishTotal(totalOf(all));
  return { total, shown: publishLines(all, total).map((line) => line.turns) };
}

const isSmall = (count: number | undefined) => count !== undefined && count > 0 && count < SMALLEST;

describe('what is published', () => {
  it('shows no count of 1 to 9', () => {
    fc.assert(
      fc.property(lines, (all) => {
        const { total, shown } = published(all);
        for (const one of [total, ...shown]) expect(Object.values(one).some(isSmall)).toBe(false);
      }),
      { numRuns: 2_000 },
    );
  });

  it('hides nothing where nothing is small', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 10, max: 50 }), { minLength: 1, maxLength: 6 }), (counts) => {
        const all = counts.map((count, of) => ({
          of,
          turns: { turns: 2 * count, completed: count, stopped: count, left: 0, helped: 2 * count, alone: 0 },
        }));
        const { total, shown } = published(all);
        for (const one of [total, ...shown]) expect(Object.keys(one)).toHaveLength(5);
      }),
    );
  });

  it('shows the same lines in whatever order they come, as long as no two are alike', () => {
    fc.assert(
      fc.property(lines, (all) => {
        fc.pre(new Set(all.map((line) => line.turns.turns)).size === all.length);
        const byLine = (some: Line<number>[]) =>
          publishLines(some, publishTotal(totalOf(some))).sort((a, b) => a.of - b.of);
        expect(byLine([...all].reverse())).toEqual(byLine(all));
      }),
    );
  });
});

/** All values that a hidden cell of one column may have, for someone who has the table and knows how it is made. */
describe('what can be worked out from the published table', () => {
  it('of a hidden number of turns: never its value, nor that it is small', () => {
    fc.assert(
      fc.property(lines, (all) => {
        const { total, shown } = published(all);
        if (total.turns === undefined) return;
        const hidden = all.filter((_, i) => shown[i]?.turns === undefined && all[i]?.turns.turns);
        const known = shown.reduce((sum, one) => sum + (one.turns ?? 0), 0);
        const rest = total.turns - known;
        // Each hidden line has at least one turn; nothing else is known but what they add up to.
        if (hidden.length > 0) expect(rest - (hidden.length - 1)).toBeGreaterThan(1);
        if (hidden.length > 0) expect(rest).toBeGreaterThanOrEqual(SMALLEST);
        expect(hidden.length).not.toBe(1);
      }),
      { numRuns: 5_000 },
    );
  });

  it.each(PAIRS)('of hidden %s and %s: each small count may have many values', (first, second) => {
    fc.assert(
      fc.property(lines, (all) => {
        const { total, shown } = published(all);
        if (total[first] === undefined) return;
        for (const [i, line] of all.entries()) {
          const own = measure(line.turns, first);
          const other = measure(line.turns, second);
          const row = shown[i] as PublishedTurns;
          if (row.turns === undefined || row[first] !== undefined || !(isSmall(own) || isSmall(other)))
            continue;
          expect(valuesOf(all, shown, total, i, first).size).toBeGreaterThan(SMALLEST);
        }
      }),
      { numRuns: 3_000 },
    );
  });
});

function measure(of: Turns, name: 'completed' | 'unfinished' | 'helped' | 'alone'): number {
  return name === 'unfinished' ? of.stopped + of.left : of[name];
}

/** Tries every way to fill in the hidden cells of a column: a reader with much time, not a formula. */
function valuesOf(
  all: Line<number>[],
  shown: PublishedTurns[],
  total: PublishedTurns,
  line: number,
  column: 'completed' | 'helped',
): Set<number> {
  const rest = shown.reduce((sum, one) => sum - (one[column] ?? 0), total[column] ?? 0);
  const restOfTurns = shown.reduce((sum, one) => sum - (one.turns ?? 0), total.turns ?? 0);
  const others = shown.flatMap((one, i) =>
    i !== line && one.turns !== undefined && one[column] === undefined ? [one.turns] : [],
  );
  const hasWhollyHidden = shown.some((one, i) => one.turns === undefined && (all[i]?.turns.turns ?? 0) > 0);
  // What the other lines of which the turns are shown can add up to: any sum from 0 to all their turns.
  const most = others.reduce((sum, one) => sum + one, 0) + (hasWhollyHidden ? restOfTurns : 0);
  const values = new Set<number>();
  for (let value = 0; value <= (shown[line]?.turns ?? 0); value += 1) {
    if (rest - value >= 0 && rest - value <= most) values.add(value);
  }
  return values;
}
