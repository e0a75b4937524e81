import { expect, it } from 'vitest';
import { ageOf } from '../../src/screens/staff/version-age';

it('says how old a version is, and that it does not know where the device is behind', () => {
  expect(ageOf('2026-11-25', '2026-11-25')).toEqual({ kind: 'today' });
  expect(ageOf('2026-11-25', '2026-11-26')).toEqual({ kind: 'yesterday' });
  expect(ageOf('2026-02-28', '2026-03-02')).toEqual({ kind: 'days', days: 2 });
  expect(ageOf('2026-11-25', '2026-11-24')).toEqual({ kind: 'unknown' });
  expect(ageOf('', '2026-11-24')).toEqual({ kind: 'unknown' });
});
