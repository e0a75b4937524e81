import { holdWalk, setTabWalk } from '../../device/tab-walk';
import type { Outline, StepId } from '../../guide/guide';
import type { Pending } from '../../tally/pending';
import type { Ended, Store } from '../../tally/store';
import type { Trouble } from '../../tally/trouble';
import {
  type Action,
  advance,
  beginWalk,
  here,
  isOutcome,
  type Mode,
  resumeWalk,
  type Walk,
} from '../../walk/walk';
import { type Way, wayOf } from '../../walk/way';

/** How a walk's end was taken: `none` when there was no walk, as for someone who only looks a step up. */
export type Result = Ended | 'none';

/** What the session takes from outside; `store` is loaded when it is first needed. */
export interface Rim {
  store(): Promise<Store>;
  newId(): string;
  now(): number;
  addNotCounted(why: Trouble): void;
  addPending(one: Pending): void;
}

/**
 * One tab's walk through one guide: keeps the walk, and has the store follow it in order. Its private parts are so for the compiler
 * only: `#` would be rewritten for Safari 15.0, and cost a guide's page a kilobyte and a request.
 */
export class Session {
  private open: Walk | undefined;
  /** The one before, as long as the page is open: what is taken home is the way that was walked. */
  private ended: { walk: Walk; completed: boolean } | undefined;
  /** Everything asked of the store, one after the other. Answers whether the walk stands in the database. */
  private queue: Promise<boolean> = Promise.resolve(false);
  /** The last save that has not begun. */
  private waiting: { walk: Walk } | undefined;
  private release = () => {};

  constructor(
    readonly guide: Outline,
    readonly rim: Rim,
  ) {}

  get walk(): Walk | undefined {
    return this.open;
  }

  /** Starts a walk at the first step; `replaced` is an interrupted one that ends as left by this. */
  begin(mode: Mode, replaced?: Walk): void {
    const walk = beginWalk(this.guide, { id: this.rim.newId(), mode, started: this.rim.now() });
    this.take(walk);
    this.enqueue(async (store) => {
      const counted = (await store.begin(walk, replaced)) === 'counted';
      if (!counted) this.rim.addNotCounted(store.trouble() ?? 'unknown');
      return counted;
    });
  }

  /** Takes an interrupted walk up again. */
  resume(walk: Walk): void {
    const resumed = resumeWalk(this.guide, walk);
    this.take(resumed);
    this.queue = Promise.resolve(true);
    this.save();
  }

  /** A step came on screen. */
  show(step: StepId): void {
    this.advance({ kind: 'show', step });
  }

  /** The trouble panel of the step on screen was opened. */
  help(): void {
    this.advance({ kind: 'help' });
  }

  /** The step before the one on screen, on the way that was taken. */
  previous(): StepId | undefined {
    return this.open?.trail.at(-2);
  }

  /** The step on screen. */
  current(): StepId | undefined {
    return this.open && here(this.open);
  }

  /** The step that was on screen last, of the walk under way or of the one that has ended last. */
  lastStep(): StepId | undefined {
    const walk = this.open ?? this.ended?.walk;
    return walk && here(walk);
  }

  /** The way of the walk under way, or else of the one that has ended last; undefined when there was none. */
  way(): Way | undefined {
    const walk = this.open ?? this.ended?.walk;
    return walk && wayOf(this.guide, walk.trail, !this.open && this.ended?.completed === true);
  }

  /** Ends the walk. Answers when it is on disk, or when it is certain that it will not be. */
  async end(action: Exclude<Action, { kind: 'show' | 'help' }>): Promise<Result> {
    const walk = this.open;
    const outcome = walk && advance(this.guide, walk, action);
    if (!walk || !outcome || !isOutcome(outcome)) return 'none';
    this.drop();
    this.ended = { walk, completed: outcome.kind === 'completed' };
    let result: Result = 'not-counted';
    this.enqueue(async (store, kept) => {
      // A walk whose beginning could not be counted was noted as not counted then.
      if (!kept) return false;
      result = await store.end(walk, outcome);
      if (result === 'lost') this.rim.addNotCounted('closed');
      // Still open in the database: it is counted as soon as that answers again.
      if (result === 'not-counted') this.rim.addPending({ walk, outcome });
      return false;
    });
    await this.queue;
    return result;
  }

  private advance(action: Extract<Action, { kind: 'show' | 'help' }>): void {
    const next = this.open && advance(this.guide, this.open, action);
    if (!next || isOutcome(next) || next === this.open) return;
    this.open = next;
    this.save();
  }

  /** While a save waits for a slow database, it takes the newest state with it: that says all that the ones before it say. */
  private save(): void {
    const walk = this.open;
    if (!walk) return;
    if (this.waiting?.walk.id === walk.id) {
      this.waiting.walk = walk;
      return;
    }
    const save = { walk };
    this.waiting = save;
    this.enqueue(async (store, kept) => {
      if (this.waiting === save) this.waiting = undefined;
      if (kept) await store.save(save.walk);
      return kept;
    });
  }

  private take(walk: Walk): void {
    this.release();
    this.open = walk;
    this.ended = undefined;
    this.waiting = undefined;
    this.release = holdWalk(walk.id);
    setTabWalk(walk.id);
  }

  private drop(): void {
    this.open = undefined;
    this.release();
    setTabWalk(undefined);
  }

  private enqueue(work: (store: Store, kept: boolean) => Promise<boolean>): void {
    this.queue = this.queue.then(async (kept) => work(await this.rim.store(), kept));
  }
}
