import { findStep, type GuideId, type Locale, type Outline, type StepId } from '../guide/guide';
import { type Minutes, minutesBucket } from './minutes';

/** `helped`: a volunteer is present. `alone`: a kiosk, or someone by themselves. */
export type Mode = 'helped' | 'alone';

export const REASONS = [
  'no-document',
  'phone',
  'sim-otp',
  'app-error',
  'no-time',
  'unsure',
  'other',
] as const;
/** Why someone stopped. */
export type Reason = (typeof REASONS)[number];

/** One person's way through one guide, while it is under way. Holds nothing about the person. */
export interface Walk {
  /** Random, and gone when the walk ends. */
  id: string;
  guide: GuideId;
  /** Of the guide as it was when the walk began; its counts stay with that revision. */
  revision: string;
  locale: Locale;
  mode: Mode;
  /** Milliseconds of wall time. */
  started: number;
  /** The way to the step on screen, that step last; going back shortens it. Never empty. */
  trail: [StepId, ...StepId[]];
  /** Every step that was shown, once each, in the order of first sight. */
  reached: StepId[];
  /** The steps whose trouble panel was opened, once each. */
  helped: StepId[];
}

/** How a walk ended. Every walk ends in exactly one. */
export type Outcome =
  | { kind: 'completed'; minutes: Minutes }
  | { kind: 'stopped'; at: StepId; reason: Reason }
  | { kind: 'left'; at: StepId };

/** What can happen on a walk; `now` in milliseconds of wall time. */
export type Action =
  /** A step came on screen, by whatever way: next, back, the address, the browser's own buttons. */
  | { kind: 'show'; step: StepId }
  | { kind: 'help' }
  | { kind: 'complete'; now: number }
  | { kind: 'stop'; reason: Reason }
  | { kind: 'leave' };

/** A new walk at the guide's first step. */
export function beginWalk(guide: Outline, start: Pick<Walk, 'id' | 'mode' | 'started'>): Walk {
  const first = guide.steps[0].id;
  const { id, mode, started } = start;
  const { id: name, revision, locale } = guide;
  return { id, guide: name, revision, locale, mode, started, trail: [first], reached: [first], helped: [] };
}

/** The walk after an action, or the outcome with which it ends. A step that the guide does not have changes nothing. */
export function advance(guide: Outline, walk: Walk, action: Action): Walk | Outcome {
  switch (action.kind) {
    case 'show':
      return findStep(guide, action.step) ? show(walk, action.step) : walk;
    case 'help':
      return { ...walk, helped: withOnce(walk.helped, here(walk)) };
    case 'complete':
      return { kind: 'completed', minutes: minutesBucket(action.now - walk.started) };
    case 'stop':
      return { kind: 'stopped', at: here(walk), reason: action.reason };
    case 'leave':
      return { kind: 'left', at: here(walk) };
    default:
      return action satisfies never;
  }
}

/** Tells a walk under way from the outcome that ended one. */
export function isOutcome(result: Walk | Outcome): result is Outcome {
  return 'kind' in result;
}

/** The step on screen. */
export function here(walk: Walk): StepId {
  return walk.trail.at(-1) ?? walk.trail[0];
}

/**
 * Takes an interrupted walk up again on the guide as it is now, found by step id and never by position: steps
 * that are gone fall out of the trail, so the person stands on the last one that still exists, or at the first.
 */
export function resumeWalk(guide: Outline, walk: Walk): Walk {
  if (walk.revision === guide.revision) return walk;
  const [first, ...rest] = walk.trail.filter((id) => findStep(guide, id));
  return first === undefined
    ? show({ ...walk, trail: [guide.steps[0].id] }, guide.steps[0].id)
    : show({ ...walk, trail: [first, ...rest] }, rest.at(-1) ?? first);
}

function show(walk: Walk, step: StepId): Walk {
  const [first, ...rest] = walk.trail;
  const earlier = walk.trail.indexOf(step);
  const trail: Walk['trail'] =
    earlier === -1 ? [first, ...rest, step] : [first, ...walk.trail.slice(1, earlier + 1)];
  return { ...walk, trail, reached: withOnce(walk.reached, step) };
}

function withOnce<T>(list: T[], item: T): T[] {
  return list.includes(item) ? list : [...list, item];
}
