import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Rim, Session } from '../../src/screens/guide/session';
import type { Store } from '../../src/tally/store';
import type { Walk } from '../../src/walk/walk';
import { aGuide } from './a-guide';

// A browser without locks: what is tried here does not need them.
beforeAll(() => vi.stubGlobal('navigator', {}));
afterAll(() => vi.unstubAllGlobals());

/** A store that answers when it is let to, and notes what it was asked, in order. */
function aStore() {
  const asked: string[] = [];
  const saved: Walk[] = [];
  let answer = () => {};
  const gate = new Promise<void>((resolve) => {
    answer = resolve;
  });
  const store = {
    async begin(walk: Walk) {
      asked.push(`begin ${walk.id}`);
      await gate;
      return 'counted';
    },
    async save(walk: Walk) {
      asked.push(`save ${walk.id} at ${walk.trail.at(-1)}`);
      saved.push(walk);
    },
    async end(walk: Walk) {
      asked.push(`end ${walk.id} at ${walk.trail.at(-1)}`);
      return 'counted';
    },
    trouble: () => undefined,
  } as unknown as Store;
  const rim: Rim = {
    store: async () => store,
    newId: () => 'w1',
    now: () => 0,
    addNotCounted: () => {},
    addPending: () => {},
  };
  return { asked, saved, rim, answer: () => answer() };
}

describe('what a walk asks of a slow database', () => {
  it('is the newest state alone of those that wait, with all that the ones before it said, and then its end', async () => {
    const { asked, saved, rim, answer } = aStore();
    const session = new Session(aGuide(), rim);
    session.begin('helped');
    for (const step of ['which', 'android', 'which', 'iphone', 'otp']) session.show(step);
    session.help();
    answer();
    expect(await session.end({ kind: 'complete', now: 60_000 })).toBe('counted');
    expect(asked).toEqual(['begin w1', 'save w1 at otp', 'end w1 at otp']);
    expect(saved[0]).toMatchObject({
      trail: ['bring', 'which', 'iphone', 'otp'],
      reached: ['bring', 'which', 'android', 'iphone', 'otp'],
      helped: ['otp'],
    });
  });

  it('is each step where the database keeps up, and the last state of each of two walks', async () => {
    const { asked, rim, answer } = aStore();
    answer();
    const session = new Session(aGuide(), rim);
    const settled = () => new Promise((resolve) => setTimeout(resolve));
    session.begin('helped');
    session.show('which');
    await settled();
    session.show('android');
    const other: Walk = { ...(session.walk as Walk), id: 'other' };
    session.resume(other);
    await settled();
    expect(asked).toEqual(['begin w1', 'save w1 at which', 'save w1 at android', 'save other at android']);
  });
});
