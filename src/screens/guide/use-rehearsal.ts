import { useEffect, useReducer } from 'preact/hooks';
import type { DrawnStep } from '../../guide/guide';
import { type Action, beginRehearsal, beginStep, isLast, type Rehearsal, rehearse } from './rehearsal';
import { sampleOf } from './sample';
import { isTyping, type TouchedScreen } from './touched-screen';

/** Between two letters of a sample, and at most so long for all of them (ms). */
const LETTER = 90;
const SAMPLE = 1500;
/** So long what was rightly tapped is seen before the next screen comes (ms). */
const BEAT = 900;

/** The drawn phones of one step, or of a guide from beginning to end. */
export type Scope = 'step' | 'guide';

/** A rehearsal with what happens in it by itself: samples are typed, and what was rightly tapped leads on. */
export function useRehearsal(
  steps: DrawnStep[],
  scope: Scope,
): { now: Rehearsal; act(action: Action): void } {
  const [now, act] = useReducer(rehearse, undefined, () =>
    scope === 'step' && steps[0] ? beginStep(steps[0]) : beginRehearsal(steps),
  );
  const { screen } = now;

  useEffect(() => {
    if (!screen || !isTyping(screen)) return undefined;
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    return after(still ? 0 : letterTime(screen), () => act({ kind: 'type', letters: still ? 'all' : 'one' }));
  }, [screen]);

  const leadsOn = screen?.mood === 'reached' && !isDone(now, scope);
  useEffect(() => (leadsOn ? after(BEAT, () => act({ kind: 'go-on' })) : undefined), [leadsOn]);

  return { now, act };
}

/** Whether all of a step was tapped: the last screen stays, and says so. A guide's rehearsal has an end of its own. */
export function isDone(now: Rehearsal, scope: Scope): boolean {
  return scope === 'step' && isLast(now) && now.screen?.mood === 'reached';
}

function letterTime({ parts, focus }: TouchedScreen): number {
  const part = parts[focus ?? 0];
  return Math.min(LETTER, SAMPLE / ((part && sampleOf(part)?.length) || 1));
}

function after(ms: number, callback: () => void): () => void {
  const timer = setTimeout(callback, ms);
  return () => clearTimeout(timer);
}
