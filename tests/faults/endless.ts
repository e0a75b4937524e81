import type { Page } from '@playwright/test';
import { COUNTED } from './device';
import type { Begun, Way } from './driver';
import type { Random } from './random';

/** What a page tells of its walks: what it is about to do, and what it has seen. */
export type Told =
  | { kind: 'begins'; how: 'start' | 'resume'; mayReplace: boolean }
  | { kind: 'ends'; how: Way['end'] }
  | { kind: 'seen'; begun: Begun; said: string };

declare global {
  interface Window {
    tell(told: Told): Promise<void>;
  }
}

/** More than any life of a browser has time for. */
const WAYS = 200;
const MOST_STEPS = 3;
/** An interrupted walk is looked for in the database before it is offered. */
const OFFERED_WITHIN_MS = { known: 10_000, perhaps: 500 };

/**
 * Prepares a page for one walk after the other; `hear` is told of each thing before the page goes on. Answers how to
 * begin, on a guide that was just loaded: `isOpen` when it is known whether an interrupted walk must be offered.
 */
export async function endlessWalks(page: Page, random: Random, hear: (told: Told) => void) {
  await page.exposeFunction('tell', (told: Told) => {
    if (told.kind === 'seen' && told.said !== COUNTED) throw new Error(`the last screen said: ${told.said}`);
    hear(told);
  });
  return (isOpen: boolean | undefined) => walkOn(page, random, isOpen);
}

async function walkOn(page: Page, random: Random, isOpen: boolean | undefined): Promise<void> {
  const ways = Array.from({ length: WAYS }, () => ({
    first: random.pick(['start', 'resume']),
    steps: random.between(0, MOST_STEPS),
    end: random.pick(['completed', 'completed', 'completed', 'stopped']),
  }));
  await page.evaluate(
    async ({ ways, isOpen, patience }) => {
      for (const [i, { first, steps, end }] of ways.entries()) {
        // Only a page that was just loaded looks for an interrupted walk.
        const look = i === 0 && isOpen !== false;
        const offered = look && (await window.driver.offered('resume', patience));
        if (look && isOpen && !offered) throw new Error('a walk is open and not offered');
        const how = offered ? first : 'start';
        await window.tell({ kind: 'begins', how, mayReplace: look });
        const begun = await window.driver.begin(how);
        if (!look && begun !== 'afresh') throw new Error('a walk is offered that is not open');
        await window.driver.go(steps);
        await window.tell({ kind: 'ends', how: end });
        const said = await window.driver.end(end);
        await window.tell({ kind: 'seen', begun, said });
        await window.driver.cover();
      }
    },
    { ways, isOpen, patience: isOpen ? OFFERED_WITHIN_MS.known : OFFERED_WITHIN_MS.perhaps },
  );
}
