import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Patience,
  type Presence,
  type PresenceEvent,
  presence,
  secondsLeft,
} from '../../src/device/presence';

const PATIENCE: Patience = { quiet: 60_000, countdown: 30_000, asks: true };
const NOW: Presence = { kind: 'here', since: 0 };
const look = (at: number, patience = PATIENCE): PresenceEvent => ({ kind: 'look', at, patience });
const following = (events: PresenceEvent[], from: Presence = NOW) => events.reduce(presence, from);

const patience = fc.record({
  quiet: fc.integer({ min: 30_000, max: 600_000 }),
  countdown: fc.integer({ min: 20_000, max: 120_000 }),
  asks: fc.boolean(),
});
/** Times from early to late. */
const times = fc
  .array(fc.integer({ min: 0, max: 2_000_000 }), { minLength: 1, maxLength: 30 })
  .map((all) => all.sort((a, b) => a - b));

describe('whether somebody is there', () => {
  it('is asked at 60 s, and answered with no at 90 s, to the millisecond', () => {
    expect(following([look(59_999)])).toEqual(NOW);
    expect(following([look(60_000)])).toEqual({ kind: 'asked', since: 60_000 });
    expect(following([look(60_000), look(89_999)])).toEqual({ kind: 'asked', since: 60_000 });
    expect(following([look(60_000), look(90_000)])).toEqual({ kind: 'away' });
  });

  it('is not asked where there is nothing to lose', () => {
    expect(following([look(60_000, { ...PATIENCE, asks: false })])).toEqual({ kind: 'away' });
  });

  it('is answered by any sign, whatever was before', () => {
    fc.assert(
      fc.property(
        fc.constantFrom<Presence>(NOW, { kind: 'asked', since: 60_000 }, { kind: 'away' }),
        fc.integer({ min: 60_000, max: 1e9 }),
        (state, at) => {
          expect(presence(state, { kind: 'sign', at })).toEqual({ kind: 'here', since: at });
        },
      ),
    );
  });

  it('looking often, seldom or late gives the same answer: timers may be slow', () => {
    fc.assert(
      fc.property(patience, times, (how, all) => {
        const last = all.at(-1) ?? 0;
        expect(following(all.map((at) => look(at, how)))).toEqual(following([look(last, how)]));
      }),
    );
  });

  it('nobody is away before the whole time has passed since their last sign, and everybody after it', () => {
    fc.assert(
      fc.property(patience, times, times, (how, signs, looks) => {
        const events = [
          ...signs.map((at): PresenceEvent => ({ kind: 'sign', at })),
          ...looks.map((at) => look(at, how)),
        ].sort((a, b) => a.at - b.at);
        let state: Presence = NOW as Presence;
        let since = 0;
        const whole = how.quiet + (how.asks ? how.countdown : 0);
        for (const event of events) {
          state = presence(state, event);
          if (event.kind === 'sign') since = event.at;
          else if (event.at - since >= whole) expect(state.kind).toBe('away');
          else if (state.kind === 'away') expect.unreachable('sent away too early');
        }
      }),
    );
  });

  it('in doubt is asked and not left, and whoever has gone is not brought back by it', () => {
    expect(following([{ kind: 'doubt', at: 5 }])).toEqual({ kind: 'asked', since: 5 });
    expect(following([look(90_000), { kind: 'doubt', at: 90_001 }])).toEqual({ kind: 'away' });
  });

  it('the seconds that are left count down from all to none, never up', () => {
    fc.assert(
      fc.property(times, (all) => {
        const asked: Presence = { kind: 'asked', since: 0 };
        const left = all.map((at) => secondsLeft(asked, at, PATIENCE) ?? Number.NaN);
        expect(left).toEqual([...left].sort((a, b) => b - a));
        for (const seconds of left) expect(seconds).toBeGreaterThanOrEqual(0);
        expect(secondsLeft(asked, 0, PATIENCE)).toBe(30);
        expect(secondsLeft(NOW, 0, PATIENCE)).toBeUndefined();
      }),
    );
  });
});
