import { expect } from '@playwright/test';
import type { Totals } from '../../src/tally/totals';
import { ended } from './device';
import type { Begun, Way } from './driver';

const EVENTS = ['started', 'completed', 'stopped', 'left'] as const;

/** What the counts can be at most and must be at least: what was tapped may be in them, what was seen must be. */
export class Doubt {
  /** Walks whose last screen was seen. */
  seen = 0;
  #min: Totals = { started: 0, completed: 0, stopped: 0, left: 0 };
  #max: Totals = { ...this.#min };
  /** The walk under way. */
  #mayReplace = false;
  #end: Way['end'] | undefined;
  /** Walks that may be open: one more each time the browser was killed. */
  #open = 0;

  /** A walk is about to begin; with `mayReplace` an interrupted one may end as left by it. */
  begins(how: 'start' | 'resume', mayReplace: boolean): void {
    this.#end = undefined;
    this.#mayReplace = mayReplace && how === 'start';
    if (how === 'start') this.#max.started += 1;
    if (this.#mayReplace) this.#max.left += 1;
  }

  /** The control that ends the walk is about to be tapped. */
  ends(end: Way['end']): void {
    this.#end = end;
    this.#max[end] += 1;
  }

  /** The screen said that the walk was counted: so how it began is counted, too. */
  sees(begun: Begun): void {
    if (begun !== 'resumed') this.#min.started += 1;
    if (begun === 'replaced') this.#min.left += 1;
    else if (this.#mayReplace) this.#max.left -= 1;
    if (this.#end) this.#min[this.#end] += 1;
    this.seen += 1;
  }

  killed(): void {
    this.#open += 1;
  }

  /** Compares with the counts, which are what is certain from here on. Answers how many walks are open. */
  settle(totals: Totals, where: string): number {
    for (const event of EVENTS) {
      expect(totals[event], `${where}: ${event}, lost`).toBeGreaterThanOrEqual(this.#min[event]);
      expect(totals[event], `${where}: ${event}, doubled`).toBeLessThanOrEqual(this.#max[event]);
    }
    const open = totals.started - ended(totals);
    expect(open, `${where}: walks that ended without a beginning`).toBeGreaterThanOrEqual(0);
    expect(open, `${where}: more open walks than kills`).toBeLessThanOrEqual(this.#open);
    this.#min = { ...totals };
    this.#max = { ...totals };
    this.#open = open;
    return open;
  }
}
