import { Random } from '../faults/random';
import { happens, seedOf, shuffled } from './chance';
import { FAULTS, type FaultKind } from './faults';
import type { Story } from './stories';

/** What is to become of one tablet and its files. */
export interface Plan {
  tablet: number;
  story: Story;
  /** The tablet that carries its copy, where it was copied. */
  copy?: number;
  /** Its storage fails now and then. */
  failing: boolean;
  /** Its last file is there twice. */
  repeated: boolean;
  /** One file is damaged; `instead` of the sound one or beside it. */
  fault?: { kind: FaultKind; instead: boolean };
}

/** Of how many tablets each story is told; the rest is plain. */
const SHARES: [Exclude<Story, 'plain'>, number][] = [
  ['copied', 0.005],
  ['copied-unnoticed', 0.005],
  ['rolled-back', 0.01],
  ['moved', 0.03],
  ['earlier', 0.12],
  ['clock-back', 0.01],
  ['clock-ahead', 0.01],
  ['clock-back-at-export', 0.003],
  ['busy', 0.004],
];
const FAULTY = 0.035;
const FAILING = 0.06;
const REPEATED = 0.05;
/** From so many tablets on there is at least one of each story and each fault. */
const OF_EACH = 40;

/** The fleet's plan, by tablet: the same for the same seed. */
export function planOf(tablets: number, seed: number): Plan[] {
  const random = new Random(seedOf(seed, 'plan'));
  const free = shuffled(random, [...Array(tablets).keys()]);
  const many = (share: number, least: number) =>
    Math.max(tablets >= OF_EACH ? least : 0, Math.round(share * tablets));
  const stories = SHARES.flatMap(([story, share]) => Array<Story>(many(share, 1)).fill(story));
  const faults = Array.from({ length: many(FAULTY, FAULTS.length) }, (_, i) => FAULTS[i % FAULTS.length]);
  const plans: Plan[] = [];
  // A tablet's own story and its damaged file are apart: what the stories are told for is then never lost.
  for (const story of stories) {
    if (free.length < 2) break;
    const copy = story.startsWith('copied') ? free.pop() : undefined;
    plans.push({ ...next(story), ...(copy !== undefined && { copy }) });
  }
  for (const kind of faults) {
    if (free.length > 0 && kind)
      plans.push({ ...next('plain'), fault: { kind, instead: happens(random, 0.5) } });
  }
  while (free.length > 0) plans.push(next('plain'));
  return plans.sort((a, b) => a.tablet - b.tablet);

  function next(story: Story): Plan {
    return {
      tablet: free.pop() ?? 0,
      story,
      failing: happens(random, FAILING),
      repeated: happens(random, REPEATED),
    };
  }
}
