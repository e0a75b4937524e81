import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isDue } from '../../src/device/check-times';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const due = (failures: number, ms: number, occasion: 'time' | 'online' | 'started' = 'time') =>
  isDue(occasion, { at: 1_000, failures }, 1_000 + ms);

it('looks every four hours where all is well', () => {
  expect(due(0, 4 * HOUR - 1)).toBe(false);
  expect(due(0, 4 * HOUR)).toBe(true);
});

it('after a failure looks sooner, and then less and less often: a bad line is not kept busy', () => {
  const waits = [1, 2, 3, 4, 5, 50].map((failures) => {
    let minutes = 0;
    while (!due(failures, minutes * MINUTE)) minutes += 1;
    return minutes;
  });
  expect(waits).toEqual([5, 15, 45, 135, 240, 240]);
});

it('looks when the line comes back, but not once more within a minute', () => {
  expect(due(5, MINUTE, 'online')).toBe(true);
  expect(due(5, MINUTE - 1, 'online')).toBe(false);
  expect(due(0, MINUTE - 1, 'started')).toBe(false);
});

it('looks where nobody has looked, and when the clock was set back', () => {
  expect(isDue('time', undefined, 0)).toBe(true);
  fc.assert(
    fc.property(fc.nat(), fc.nat(100), (ms, failures) => {
      expect(due(failures, -ms - 1)).toBe(true);
      expect(due(failures, 4 * HOUR + ms)).toBe(true);
    }),
  );
});
