import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type SteadyEvent, type SteadyTouch, steadyTouch } from '../../src/device/steady-touch';

const screen = (at: number): SteadyEvent => ({ kind: 'screen', at });
const touch = (at: number, on: unknown = 'a'): SteadyEvent => ({ kind: 'touch', at, on });

/** Which of the touches were accepted. */
function accepted(events: SteadyEvent[]): SteadyEvent[] {
  let state: SteadyTouch = { screen: Number.NEGATIVE_INFINITY };
  return events.filter((event) => {
    const next = steadyTouch(state, event);
    state = next.state;
    return next.accepted && event.kind === 'touch';
  });
}

it('a touch within 400 ms of a new screen does nothing', () => {
  expect(accepted([screen(1000), touch(1000), touch(1399), touch(1400)])).toEqual([touch(1400)]);
});

it('a second touch on the same thing within 700 ms does nothing; on another it does', () => {
  expect(accepted([touch(0), touch(699), touch(700)])).toEqual([touch(0), touch(700)]);
  expect(accepted([touch(0), touch(100, 'b'), touch(650)])).toEqual([touch(0), touch(100, 'b'), touch(650)]);
});

it('somebody who goes on tapping is not locked out: what was refused does not count', () => {
  expect(accepted([touch(0), touch(600), touch(1200), touch(1800)])).toEqual([touch(0), touch(1200)]);
});

it('a clock that was set back keeps nobody waiting', () => {
  expect(accepted([screen(9000), touch(100)])).toEqual([touch(100)]);
});

it('a finger that came down before the screen was in sight does nothing: it was aimed at the one before', () => {
  // The address has changed at 1000; on an old device the frame that shows it comes a while later.
  expect(accepted([screen(1000), screen(1250), touch(1100)])).toEqual([]);
  expect(accepted([screen(1000), screen(1250), touch(1640)])).toEqual([]);
  expect(accepted([screen(1000), screen(1250), touch(1650)])).toEqual([touch(1650)]);
});

it('between two accepted touches one after the other on the same thing there are always 700 ms', () => {
  const gaps = fc.array(fc.tuple(fc.integer({ min: 0, max: 900 }), fc.constantFrom('a', 'b')), {
    maxLength: 40,
  });
  fc.assert(
    fc.property(gaps, (steps) => {
      let at = 0;
      const all = accepted(
        steps.map(([gap, on]) => {
          at += gap;
          return touch(at, on);
        }),
      ) as Extract<SteadyEvent, { kind: 'touch' }>[];
      for (const [i, one] of all.entries()) {
        const before = all[i - 1];
        if (before && before.on === one.on) expect(one.at - before.at).toBeGreaterThanOrEqual(700);
      }
    }),
  );
});
