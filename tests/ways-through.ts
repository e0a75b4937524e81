import { END, findStep, type Outline, type StepId, ways } from '../src/guide/guide';

/** Every way through a guide from its first step to its end, without going round. */
export function everyWay(guide: Outline): StepId[][] {
  const found: StepId[][] = [];
  const go = (id: StepId | typeof END, way: StepId[]) => {
    if (id === END) found.push(way);
    const step = way.includes(id) ? undefined : findStep(guide, id);
    for (const next of new Set(step ? ways(step.next) : [])) go(next, [...way, id]);
  };
  go(guide.steps[0].id, []);
  return found;
}

/** Some of these ways that together take each turn: whatever a person may touch, one of them touches it. */
export function everyTurn(guide: Outline): StepId[][] {
  const taken = new Set<string>();
  return everyWay(guide).filter((way) => {
    const turns = way.map((id, i) => `${id} ${way[i + 1] ?? END}`);
    const isNew = turns.some((turn) => !taken.has(turn));
    for (const turn of turns) taken.add(turn);
    return isNew;
  });
}

/** The way that shows the most steps. */
export function longestWay(guide: Outline): StepId[] {
  return everyWay(guide).reduce((longest, way) => (way.length > longest.length ? way : longest));
}
