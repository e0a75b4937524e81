import { phonesOf } from '../../guide/drawn';
import type { DrawnStep, END, StepId } from '../../guide/guide';
import type { Spot } from '../../ui/phone/live';
import { firstStop, type Stop, screensAfter, stopAfter, stopAt } from './drawn-way';
import { type TouchedScreen, touch, typeOn, untouched } from './touched-screen';

/** One person's way over the drawn phones of a step or of a guide, before the real one. Pure, and kept nowhere. */
export interface Rehearsal {
  steps: DrawnStep[];
  /** Every stop up to here, that one last. Going back shortens it. */
  way: [Stop, ...Stop[]];
  /** What has been touched on the drawn phone here, if it is one. */
  screen?: TouchedScreen;
}

/** What can happen in it. What does not fit where somebody stands changes nothing. */
export type Action =
  /** A touch on a part of the drawn phone, or beside them. */
  | { kind: 'touch'; spot?: Spot }
  | { kind: 'type'; letters: 'one' | 'all' }
  /** On from a screen where what is to be tapped was reached, or where there is nothing to tap. */
  | { kind: 'go-on' }
  | { kind: 'choose'; to: StepId | typeof END }
  | { kind: 'back' }
  | { kind: 'again' };

/** At the beginning of a guide's drawn phones. */
export function beginRehearsal(steps: DrawnStep[]): Rehearsal {
  return standing(steps, [firstStop(steps)]);
}

/** At the first drawn phone of one step, whatever comes after the step. */
export function beginStep(step: DrawnStep): Rehearsal {
  return beginRehearsal([{ ...step, next: { kind: 'end' } }]);
}

/** The rehearsal after an action. */
export function rehearse(now: Rehearsal, action: Action): Rehearsal {
  const stop = stopOf(now);
  switch (action.kind) {
    case 'touch':
      return now.screen ? { ...now, screen: touch(now.screen, action.spot) } : now;
    case 'type':
      return now.screen ? { ...now, screen: typeOn(now.screen, action.letters) } : now;
    case 'go-on':
      return stop.kind === 'screen' && isOver(now) ? onTo(now, stopAfter(now.steps, stop)) : now;
    case 'choose': {
      const known = stop.kind === 'question' && stop.options.some(({ step }) => step === action.to);
      return known ? onTo(now, stopAt(now.steps, action.to, hasBegun(now))) : now;
    }
    case 'back': {
      const [first, ...rest] = now.way.slice(0, -1);
      return first ? standing(now.steps, [first, ...rest]) : now;
    }
    case 'again':
      return beginRehearsal(now.steps);
    default:
      return action satisfies never;
  }
}

/** Where somebody stands. */
export function stopOf({ way }: Rehearsal): Stop {
  return way.at(-1) ?? way[0];
}

/** Whether the drawn phone here has nothing more to be tapped. */
function isOver({ screen }: Rehearsal): boolean {
  return screen?.mood === 'reached' || screen?.mood === 'look';
}

/** Whether no other drawn phone comes after this one. */
export function isLast(now: Rehearsal): boolean {
  const stop = stopOf(now);
  return stop.kind === 'screen' && stopAfter(now.steps, stop).kind === 'end';
}

/** "Screen 3 of 9": the total is that of the longest way that is still open, as with a guide's steps. */
export function countOf({ steps, way }: Rehearsal): { number: number; total: number } {
  const number = way.filter(({ kind }) => kind === 'screen').length;
  return { number, total: number + screensAfter(steps, stopOf({ steps, way })) };
}

/** The steps whose drawn phones were seen, once each, in their order. */
export function rehearsedSteps({ way }: Rehearsal): DrawnStep[] {
  return [...new Set(way.flatMap((stop) => (stop.kind === 'screen' ? [stop.step] : [])))];
}

function hasBegun({ way }: Rehearsal): boolean {
  return way.some(({ kind }) => kind === 'screen');
}

function onTo({ steps, way }: Rehearsal, stop: Stop): Rehearsal {
  return standing(steps, [...way, stop]);
}

function standing(steps: DrawnStep[], way: Rehearsal['way']): Rehearsal {
  const stop = stopOf({ steps, way });
  const parts = stop.kind === 'screen' ? phonesOf(stop.step)[stop.index] : undefined;
  return { steps, way, ...(parts && { screen: untouched(parts) }) };
}
