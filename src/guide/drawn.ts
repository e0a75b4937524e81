import type { DrawnStep, OutlineStep, StepId } from './guide';
import type { PhonePart } from './phone-part';

/** The phones drawn in steps, by step; a step without one is not among them. */
export type Drawings = Record<StepId, PhonePart[][]>;

/** The drawn phones of a step itself, in their order; those of its help panel are not on the way. */
export function phonesOf(step: DrawnStep): PhonePart[][] {
  return step.blocks.flatMap((block) => (block.kind === 'phone' ? [block.parts] : []));
}

/** What is drawn in these steps, by itself. */
export function drawingsOf(steps: DrawnStep[]): Drawings {
  const drawn = steps.map((step) => [step.id, phonesOf(step)] as const);
  return Object.fromEntries(drawn.filter(([, phones]) => phones.length > 0));
}

/** Steps with what is drawn in them, and nothing of what else they say. */
export function withDrawings(steps: OutlineStep[], drawings: Drawings): DrawnStep[] {
  return steps.map((step) => ({
    ...step,
    blocks: (drawings[step.id] ?? []).map((parts) => ({ kind: 'phone', parts })),
  }));
}
