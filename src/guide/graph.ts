import { END, type OutlineStep, type StepId, ways } from './guide';

/** Steps and where they lead, whatever they say. */
export interface Graph {
  steps: OutlineStep[];
}

/** The steps that can be come to from one of them, itself among them; from the first unless another is named. */
export function reachable({ steps }: Graph, from = steps[0]?.id): Set<StepId> {
  const byId = new Map(steps.map((step) => [step.id, step]));
  const found = new Set<StepId>();
  const waiting = [byId.get(from ?? '')];
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

/** Circles that no step leads out of, each as its steps in order, beginning with the first in the guide. */
export function circles(graph: Graph): StepId[][] {
  const byId = new Map(graph.steps.map((step) => [step.id, step]));
  const ending = finishing(graph);
  const found: StepId[][] = [];
  const seen = new Set<StepId>();
  for (const { id } of graph.steps) {
    const way: StepId[] = [];
    // Which way is taken does not matter: none of them leads out.
    for (let here: StepId | undefined = id; here !== undefined && !ending.has(here) && !seen.has(here); ) {
      seen.add(here);
      way.push(here);
      const step: OutlineStep | undefined = byId.get(here);
      const next: StepId | undefined = step && ways(step.next).find((target) => byId.has(target));
      if (next !== undefined && way.includes(next)) found.push(way.slice(way.indexOf(next)));
      here = next;
    }
  }
  return found;
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
