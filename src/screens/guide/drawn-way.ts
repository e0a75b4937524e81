import { phonesOf } from '../../guide/drawn';
import { type DrawnStep, END, findStep, type Option, type StepId } from '../../guide/guide';
import { tapped } from '../../guide/phone-part';

/** Where somebody stands who goes from one drawn phone of a guide to the next. */
export type Stop =
  | { kind: 'screen'; step: DrawnStep; index: number }
  /** The way parts here: the step's own question, with the options that can be rehearsed. */
  | { kind: 'question'; step: DrawnStep; options: Option[] }
  | { kind: 'end' };

const THE_END: Stop = { kind: 'end' };

/** Whether there is something to tap on a drawn phone of these steps: nothing else can be practised. */
export function canPractise(steps: DrawnStep[]): boolean {
  return steps.some((step) =>
    phonesOf(step).some((parts) => parts.some((part) => tapped(part) !== undefined)),
  );
}

/** Where the way begins: at the first drawn phone, or where the way parts before it. */
export function firstStop(steps: DrawnStep[]): Stop {
  return stopAt(steps, steps[0]?.id ?? END, false);
}

/** What comes after a drawn phone. */
export function stopAfter(steps: DrawnStep[], { step, index }: Stop & { kind: 'screen' }): Stop {
  return index + 1 < phonesOf(step).length
    ? { kind: 'screen', step, index: index + 1 }
    : leave(steps, step, true, new Set());
}

/**
 * The first stop from a step on, that step included. `begun`: a screen was already seen. Before that, options that lead
 * to nothing to tap are left out ("Chưa có tài khoản"), since there would be nothing to rehearse.
 */
export function stopAt(steps: DrawnStep[], id: StepId | typeof END, begun: boolean): Stop {
  return enter(steps, id, begun, new Set());
}

/** How many drawn phones still come after a stop, on the longest way that leads forwards in the guide. */
export function screensAfter(steps: DrawnStep[], stop: Stop): number {
  if (stop.kind === 'end') return 0;
  const longest = longestFrom(steps);
  const own = stop.kind === 'screen' ? phonesOf(stop.step).length - stop.index - 1 : 0;
  return own + Math.max(0, ...onward(steps, stop.step).map(({ id }) => longest.get(id) ?? 0));
}

function enter(steps: DrawnStep[], id: StepId | typeof END, begun: boolean, seen: Set<StepId>): Stop {
  const step = findStep<DrawnStep>({ steps }, id);
  // A circle without a drawn phone leads nowhere.
  if (!step || seen.has(id)) return THE_END;
  if (phonesOf(step).length > 0 && (begun || canPractise([step]))) return { kind: 'screen', step, index: 0 };
  return leave(steps, step, begun, new Set([...seen, id]));
}

function leave(steps: DrawnStep[], step: DrawnStep, begun: boolean, seen: Set<StepId>): Stop {
  switch (step.next.kind) {
    case 'end':
      return THE_END;
    case 'to':
      return enter(steps, step.next.step, begun, seen);
    case 'choice': {
      const all = step.next.options.map((option) => ({ option, to: enter(steps, option.step, begun, seen) }));
      const ways = begun ? all : all.filter(({ to }) => to.kind !== 'end');
      const [first, ...others] = ways;
      // A question that makes no difference to what is drawn is not asked.
      if (!first || others.every(({ to }) => isSame(to, first.to))) return first?.to ?? THE_END;
      return { kind: 'question', step, options: ways.map(({ option }) => option) };
    }
    default:
      return step.next satisfies never;
  }
}

function isSame(one: Stop, other: Stop): boolean {
  if (one.kind === 'end' || other.kind === 'end') return one.kind === other.kind;
  return one.kind === other.kind && one.step.id === other.step.id;
}

/** Drawn phones from each step on, over ways that lead forwards: a way back ("try again") counts nothing twice. */
function longestFrom(steps: DrawnStep[]): Map<StepId, number> {
  const longest = new Map<StepId, number>();
  for (const step of [...steps].reverse()) {
    const after = onward(steps, step).map(({ id }) => longest.get(id) ?? 0);
    longest.set(step.id, phonesOf(step).length + Math.max(0, ...after));
  }
  return longest;
}

function onward(steps: DrawnStep[], step: DrawnStep): DrawnStep[] {
  const ids = step.next.kind === 'to' ? [step.next.step] : [];
  const options = step.next.kind === 'choice' ? step.next.options.map((option) => option.step) : [];
  return steps.slice(steps.indexOf(step) + 1).filter(({ id }) => [...ids, ...options].includes(id));
}
