import { END, type Guide, type Step, type StepId, ways } from './guide';

type Graph = Pick<Guide, 'steps'>;

/** The steps that can be come to from the first one. */
export function reachable({ steps }: Graph): Set<StepId> {
  const byId = new Map(steps.map((step) => [step.id, step]));
  const found = new Set<StepId>();
  const waiting = [steps[0]];
  for (let step = waiting.pop(); step; step = waiting.pop()) {
    if (found.has(step.id)) continue;
    found.add(step.id);
    for (const id of ways(step.next)) {
      const target = byId.get(id);
      if (target) waiting.push(target);
    }
  }
  return found;
}

/** The steps from which some path comes to an end. */
export function finishing({ steps }: Graph): Set<StepId> {
  const before = new Map<StepId, StepId[]>();
  for (const step of steps) {
    for (const id of ways(step.next)) before.set(id, [...(before.get(id) ?? []), step.id]);
  }
  const found = new Set<StepId>();
  const waiting: StepId[] = [...(before.get(END) ?? [])];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (found.has(id)) continue;
    found.add(id);
    waiting.push(...(before.get(id) ?? []));
  }
  return found;
}

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
  const forward = (step: Step, i: number) => ways(step.next).filter((id) => (index.get(id) ?? -1) > i);

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
export function outline(guide: Graph): Step[][] {
  const place = positions(guide);
  const total = Math.max(...[...place.values()].map((position) => position.total));
  const rows: Step[][] = Array.from({ length: total }, () => []);
  for (const step of guide.steps) {
    const position = place.get(step.id);
    if (position?.total === total) rows[position.number - 1]?.push(step);
  }
  return rows;
}

/** The shortest way from the first step to another, both named; empty where there is none. */
export function pathTo({ steps }: Graph, target: StepId): StepId[] {
  const byId = new Map(steps.map((step) => [step.id, step]));
  const seen = new Set<StepId>();
  let paths: StepId[][] = steps[0] ? [[steps[0].id]] : [];
  while (paths.length > 0) {
    const longer: StepId[][] = [];
    for (const path of paths) {
      const last = path.at(-1) ?? '';
      if (last === target) return path;
      if (seen.has(last)) continue;
      seen.add(last);
      const step = byId.get(last);
      if (step) longer.push(...ways(step.next).map((id) => [...path, id]));
    }
    paths = longer;
  }
  return [];
}

/** The step that "back" leads to before any script has seen the way taken: the first that leads here. */
export function stepBefore({ steps }: Graph, id: StepId | typeof END): StepId | undefined {
  return steps.find((step) => ways(step.next).includes(id))?.id;
}
