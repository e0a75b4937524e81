import type { Line } from './figures';
import { noTurns, type Turns } from './turns';

/** What may be published of some turns; a measure that is absent is hidden. */
export interface PublishedTurns {
  turns?: number;
  completed?: number;
  /** Stopped and left together: both are often small. */
  unfinished?: number;
  helped?: number;
  alone?: number;
}
export type PublishedMeasure = keyof PublishedTurns;

/** A count from 1 to one less than this may not be seen, nor be worked out. */
export const SMALLEST = 10;

/** Each pair adds up to the turns, so that it is shown whole or not at all. */
const PAIRS = [
  ['completed', 'unfinished'],
  ['helped', 'alone'],
] as const;
type Pair = (typeof PAIRS)[number];

/** The total that lines add up to, before anything else is published of it. */
export function publishTotal(turns: Turns): PublishedTurns {
  const all = measuresOf(turns);
  if (isSmall(all.turns)) return {};
  const pairs = PAIRS.filter((pair) => !pair.some((measure) => isSmall(all[measure])));
  return shown(all, pairs);
}

/**
 * Lines whose turns add up to a total that is published as `total`: no count of 1 to 9 is shown, and none can be
 * worked out. What is hidden in the total is hidden in each line. Where a line is hidden (primary suppression), the
 * smallest others are hidden with it (complementary) until at least two are, and what all the hidden ones add up to,
 * which anyone can subtract, is 0 or at least ten in each column. So each hidden count is one cell of a block of hidden
 * cells of which only sums are known, each of them ten or more: by the Fréchet bounds of a table with fixed sums it
 * can have at least eleven values.
 */
export function publishLines<Of>(
  lines: Line<Of>[],
  total: PublishedTurns,
): { of: Of; turns: PublishedTurns }[] {
  const all = lines.map(({ turns }) => measuresOf(turns));
  const wholly = hiddenLines(all, ['turns'], total.turns === undefined, new Set());
  const pairs = PAIRS.map(
    (pair) => [pair, hiddenLines(all, pair, total[pair[0]] === undefined, wholly)] as const,
  );
  return lines.map(({ of }, i) => {
    if (wholly.has(i)) return { of, turns: {} };
    const open = pairs.filter(([, hidden]) => !hidden.has(i)).map(([pair]) => pair);
    return { of, turns: shown(all[i] as Measures, open) };
  });
}

/** Counts with no total beside them: only the small ones are hidden. */
export function publishCount(count: number): number | undefined {
  return isSmall(count) ? undefined : count;
}

type Measures = Record<PublishedMeasure, number>;

function hiddenLines(
  all: Measures[],
  measures: readonly PublishedMeasure[],
  isAll: boolean,
  already: Set<number>,
): Set<number> {
  const every = new Set(all.keys());
  if (isAll) return every;
  const hidden = new Set(already);
  for (const [i, line] of all.entries())
    if (measures.some((measure) => isSmall(line[measure]))) hidden.add(i);
  // A line without turns hides nothing, and says nothing about those that do.
  const candidates = [...every]
    .filter((i) => !hidden.has(i) && (all[i]?.turns ?? 0) > 0)
    .sort((a, b) => (all[a]?.turns ?? 0) - (all[b]?.turns ?? 0) || a - b);
  while (!isCovered(all, measures, hidden) && candidates.length > 0) hidden.add(candidates.shift() as number);
  return hidden;
}

function isCovered(all: Measures[], measures: readonly PublishedMeasure[], hidden: Set<number>): boolean {
  const lines = [...hidden].map((i) => all[i] ?? measuresOf(noTurns())).filter(({ turns }) => turns > 0);
  if (lines.length === 0) return true;
  return (
    lines.length > 1 &&
    measures.every((measure) => !isSmall(lines.reduce((sum, line) => sum + line[measure], 0)))
  );
}

function isSmall(count: number): boolean {
  return count > 0 && count < SMALLEST;
}

function measuresOf({ turns, completed, stopped, left, helped, alone }: Turns): Measures {
  return { turns, completed, unfinished: stopped + left, helped, alone };
}

function shown(all: Measures, pairs: Pair[]): PublishedTurns {
  return Object.fromEntries((['turns', ...pairs.flat()] as const).map((measure) => [measure, all[measure]]));
}
