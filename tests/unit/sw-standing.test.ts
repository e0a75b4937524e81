import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  afterwards,
  type Happening,
  isStuck,
  isWorthAnotherTry,
  type Memory,
  readMemory,
  servedInsteadOf,
  TRIES,
} from '../../src/sw-standing';

const inCharge = (version: string, ...stored: string[]): Happening => ({
  kind: 'in-charge',
  version,
  stored,
});
const started = (version: string): Happening => ({ kind: 'started', version });
const failed = (version: string, client = 'c'): Happening => ({ kind: 'failed', version, client });
const opened = (client: string, at: number, ...alive: string[]): Happening => ({
  kind: 'opened',
  client,
  at,
  alive,
});
const run = (happenings: Happening[], from?: Memory) => happenings.reduce(afterwards, from);
const failures = (version: string) => Array.from({ length: TRIES }, () => failed(version));

/** `old` has started, and `new` has taken over. */
const ONE_AND_NEXT = [inCharge('old'), started('old'), inCharge('new', 'old', 'new')];
const MINUTES = 60_000;

describe('a new version', () => {
  it('is trusted as soon as one page of it answers, and the one before can go', () => {
    const memory = run([...ONE_AND_NEXT, failed('new'), failed('new'), started('new')]);
    expect(memory?.standing).toEqual({ kind: 'proved', version: 'new', before: 'old' });
    expect(run([{ kind: 'tidied' }], memory)?.standing).toEqual({ kind: 'proved', version: 'new' });
  });

  it('that fails three times is given up for the one before, and remembered', () => {
    const memory = run([...ONE_AND_NEXT, ...failures('new')]);
    expect(memory).toEqual({ standing: { kind: 'gone-back', version: 'old', from: 'new' }, bad: ['new'] });
    expect(servedInsteadOf('new', memory)).toBe('old');
    expect(servedInsteadOf('newer', memory)).toBeUndefined();
  });

  it('is not given up while there is nothing to go back to', () => {
    const memory = run([inCharge('only'), ...failures('only'), ...failures('only')]);
    expect(memory?.standing).toMatchObject({ kind: 'on-trial', version: 'only' });
    expect(isStuck(memory)).toBe(true);
  });

  it('after a bad one has the last good one to go back to, not the bad one', () => {
    const memory = run([...ONE_AND_NEXT, ...failures('new'), inCharge('newer', 'old', 'new', 'newer')]);
    expect(memory?.standing).toMatchObject({ kind: 'on-trial', version: 'newer', before: 'old' });
    const onceFailed = run([...ONE_AND_NEXT, failed('new'), inCharge('newer', 'old', 'new', 'newer')]);
    expect(onceFailed?.standing).toMatchObject({ before: 'old' });
    const neverGood = run([inCharge('only'), failed('only'), inCharge('newer', 'newer')]);
    expect(neverGood?.standing).not.toHaveProperty('before');
  });

  it('finds one to go back to in the store when the memory is lost, but none that is known as bad', () => {
    expect(run([inCharge('new', 'new', 'old')])?.standing).toMatchObject({ before: 'old' });
    expect(run([inCharge('new', 'new')])?.standing).not.toHaveProperty('before');
  });
});

describe('a page', () => {
  it('that is closed before it answered is no failure, however often', () => {
    const starts = Array.from({ length: 20 }, (_, i) => opened(`c${i}`, i * 5 * MINUTES));
    expect(run([...ONE_AND_NEXT, ...starts])?.standing).toMatchObject({ kind: 'on-trial', failures: 0 });
  });

  it('that has stayed open and silent for longer than a slow tablet needs is a failure, once', () => {
    const silent = run([...ONE_AND_NEXT, opened('a', 0), opened('b', MINUTES, 'a')]);
    expect(silent?.standing).toMatchObject({ failures: 0 });
    const judged = run([opened('c', 2 * MINUTES, 'a', 'b')], silent);
    expect(judged?.standing).toMatchObject({ failures: 1 });
    expect(run([opened('d', 2 * MINUTES + 1, 'a', 'b', 'c')], judged)?.standing).toMatchObject({
      failures: 1,
    });
  });

  it('of another version changes nothing, whatever it says', () => {
    const memory = run(ONE_AND_NEXT);
    for (const happening of [started('old'), failed('old'), started('newer')])
      expect(afterwards(memory, happening)).toBe(memory);
  });

  it('is only opened again where that can change something, so that it never goes on for ever', () => {
    let memory = run(ONE_AND_NEXT);
    let again = 0;
    for (let i = 0; i < 50; i += 1) {
      const is = afterwards(memory, failed(servedInsteadOf('new', memory) ?? 'new'));
      if (!isWorthAnotherTry(memory, is)) break;
      again += 1;
      memory = is;
    }
    expect(again).toBe(TRIES);
    const only = run([inCharge('only')]);
    expect(isWorthAnotherTry(only, afterwards(only, failed('only')))).toBe(false);
  });
});

const anyHappening: fc.Arbitrary<Happening> = fc.oneof(
  fc.constantFrom('a', 'b', 'c').map((version) => inCharge(version, 'a', 'b', 'c')),
  fc.constantFrom('a', 'b', 'c').map(started),
  fc.constantFrom('a', 'b', 'c').map((version) => failed(version)),
  fc.record({
    kind: fc.constant('opened' as const),
    client: fc.constantFrom('x', 'y', 'z'),
    at: fc.nat(10 * MINUTES),
    alive: fc.subarray(['x', 'y', 'z']),
  }),
  fc.constant<Happening>({ kind: 'tidied' }),
);

it('whatever happens: it is remembered soundly, a bad version is never served, and being in charge twice is being so once', () => {
  fc.assert(
    fc.property(fc.array(anyHappening, { maxLength: 40 }), fc.constantFrom('a', 'b', 'c'), (all, last) => {
      const memory = run([...all, inCharge(last, 'a', 'b', 'c')]);
      expect(afterwards(memory, inCharge(last, 'a', 'b', 'c'))).toBe(memory);
      expect(readMemory(JSON.parse(JSON.stringify(memory)))).toEqual(memory);
      if (!memory) return;
      const { standing, bad } = memory;
      const served = servedInsteadOf(last, memory) ?? last;
      expect(standing.version).toBe(served);
      if (standing.kind === 'gone-back') {
        expect(bad[0]).toBe(standing.from);
        expect(standing.version).not.toBe(standing.from);
      } else expect(standing).not.toMatchObject({ before: standing.version });
      expect(bad.length).toBeLessThanOrEqual(3);
    }),
    { numRuns: 2_000 },
  );
});

it('what is not a memory is none', () => {
  for (const value of [
    undefined,
    null,
    7,
    {},
    { standing: { kind: 'new' }, bad: [] },
    { standing: null, bad: [] },
  ])
    expect(readMemory(value)).toBeUndefined();
  expect(readMemory({ standing: { kind: 'on-trial', version: 'a' }, bad: [] })).toBeUndefined();
});
