import type { Graph } from './graph';
import { type OutlineStep, type StepId, ways } from './guide';

/** Where a step stands on the longest way through it: "Bước 3 / 12". */
export interface Position {
  number: number;
  total: number;
}

/**
 * The position of each step. Counted over ways that lead forwards in the file, so that a way back ("try
 * again") changes no number; on a shorter branch the total is the branch's own.
 */
export function positions({ steps }: Graph): Map<StepId, Position> {
  const index = new Map(steps.map((step, i) => [step.id, i]));
  const forward = (step: OutlineStep, i: number) => ways(step.next).filter((id) => (index.get(id) ?? -1) > i);

  const before = new Map<StepId, number>();
  for (const [i, step] of steps.entries()) {
    const here = before.get(step.id) ?? 0;
    for (const id of forward(step, i)) before.set(id, Math.max(before.get(id) ?? 0, here + 1));
  }
  const after = new Map<StepId, number>();
  for (const [i, step] of [...steps.entries()].reverse()) {
    after.set(step.id, Math.max(-1, ...forward(step, i).map((id) => after.get(id) ?? 0)) + 1);
  }
  return new Map(
    steps.map(({ id }) => {
      const number = (before.get(id) ?? 0) + 1;
      return [id, { number, total: number + (after.get(id) ?? 0) }];
    }),
  );
}

/**
 * What will be done, for the cover: the steps of the longest way, those that stand in for each other
 * (Android or iPhone) together under one number.
 */
export function outlineRows(guide: Graph): OutlineStep[][] {
  const place = positions(guide);
  const total = Math.max(...[...place.values()].map((position) => position.total));
  const rows: OutlineStep[][] = Array.from({ length: total }, () => []);
  for (const step of guide.steps) {
    const position = place.get(step.id);
    if (position?.total === total) rows[position.number - 1]?.push(step);
  }
  return rows;
}
