import { reachable } from '../guide/graph';
import { END, findStep, type Outline, type StepId, ways } from '../guide/guide';

/** Steps, each with those that follow it. */
export type Way = Map<StepId, Set<StepId | typeof END>>;

/** The way that was taken and, unless it led to the end, all that can still come after its last step. */
export function wayOf(guide: Outline, trail: StepId[], completed: boolean): Way {
  const way: Way = new Map(trail.map((id, i) => [id, new Set([trail[i + 1] ?? END])]));
  const last = trail.at(-1);
  if (completed || last === undefined) return way;
  // Where a way leads back into what was walked, its other branches can still come too.
  for (const id of reachable(guide, last)) {
    const step = findStep(guide, id);
    if (step) way.set(id, new Set(ways(step.next)));
  }
  return way;
}
