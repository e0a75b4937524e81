import { MINUTES, minutesBucket } from '../../src/walk/minutes';
import { REASONS, type Reason } from '../../src/walk/walk';
import type { Random } from '../faults/random';
import { happens, weighted } from './chance';
import type { Way, WayStep } from './counters';

/** One walk: the counter that goes up when it begins, and those that go up when it ends. */
export interface TakenWalk {
  began: number;
  ended: number[];
}

/** Somebody goes one way through a guide: some steps lose more people than others, and alone more than with help. */
export function takeWalk(way: Way, random: Random): TakenWalk {
  const reached: number[] = [];
  const ended: number[] = [];
  for (let at = 0; at !== -1 && !reached.includes(at); ) {
    const step = way.steps[at] as WayStep;
    const odds = oddsOf(step);
    reached.push(at);
    ended.push(step.reached);
    if (happens(random, odds.help)) ended.push(step.help);
    if (happens(random, odds.lost * (way.mode === 'alone' ? 2 : 1))) {
      ended.push(giveUp(way, step, odds.why, random));
      return { began: way.started, ended };
    }
    // The first way on is the usual one.
    at =
      step.next[
        weighted(
          random,
          step.next.map((_, i) => 1 / (i + 1)),
        )
      ] ?? -1;
  }
  const minutes = minutesBucket(way.guide.minutes * 60_000 * (random.between(20, 180) / 100));
  ended.push(way.completed[MINUTES.indexOf(minutes)] as number);
  return { began: way.started, ended };
}

interface Odds {
  lost: number;
  help: number;
  why: Reason;
}

const HARD: [RegExp, Odds][] = [
  [/otp/, { lost: 0.1, help: 0.3, why: 'sim-otp' }],
  [/nfc|identity|install|store/, { lost: 0.06, help: 0.25, why: 'phone' }],
  [/passw|passcode|secret/, { lost: 0.05, help: 0.2, why: 'unsure' }],
  [/account|activate|registered/, { lost: 0.03, help: 0.12, why: 'no-document' }],
];
const EASY: Odds = { lost: 0.006, help: 0.04, why: 'no-time' };
const known = new Map<string, Odds>();

function oddsOf({ id }: WayStep): Odds {
  const odds = known.get(id) ?? HARD.find(([words]) => words.test(id))?.[1] ?? EASY;
  known.set(id, odds);
  return odds;
}

/** Beside a volunteer people say that they stop; alone they walk away. */
function giveUp({ mode }: Way, { left, stopped }: WayStep, why: Reason, random: Random): number {
  if (happens(random, mode === 'alone' ? 0.75 : 0.25)) return left;
  const reason = happens(random, 0.6) ? why : random.pick(REASONS);
  return stopped[REASONS.indexOf(reason)] as number;
}
