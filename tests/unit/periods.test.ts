import { describe, expect, it } from 'vitest';
import { type ReadyPeriod, readyPeriod } from '../../src/report/periods';

describe('a ready period is', () => {
  it.each<[ReadyPeriod, string, string, string]>([
    ['week', '2026-11-25', '2026-11-23', '2026-11-29'],
    ['week', '2026-11-29', '2026-11-23', '2026-11-29'],
    ['last-week', '2026-01-01', '2025-12-22', '2025-12-28'],
    ['month', '2028-02-10', '2028-02-01', '2028-02-29'],
    ['last-month', '2026-01-31', '2025-12-01', '2025-12-31'],
    ['last-month', '2026-03-31', '2026-02-01', '2026-02-28'],
    ['quarter', '2026-11-25', '2026-10-01', '2026-12-31'],
    ['quarter', '2026-03-31', '2026-01-01', '2026-03-31'],
    ['year', '2026-11-25', '2026-01-01', '2026-12-31'],
    ['youth-month', '2026-03-01', '2026-03-01', '2026-03-31'],
    ['youth-month', '2026-02-28', '2025-03-01', '2025-03-31'],
    ['summer', '2026-11-25', '2026-06-01', '2026-08-31'],
    ['digital-month', '2026-10-31', '2026-10-01', '2026-10-31'],
    ['digital-month', '2026-09-30', '2025-10-01', '2025-10-31'],
  ])('%s, as of %s: from %s to %s', (ready, today, from, to) => {
    expect(readyPeriod(ready, today)).toEqual({ from, to });
  });

  it('all days: none', () => {
    expect(readyPeriod('all', '2026-11-25')).toBeUndefined();
  });
});
