import type { Day } from '../guide/guide';
import { daysBefore, mondayOf } from '../tally/day';
import type { Period } from '../tally/export';

export const READY_PERIODS = [
  'all',
  'week',
  'last-week',
  'month',
  'last-month',
  'quarter',
  'year',
  'youth-month',
  'summer',
  'digital-month',
] as const;
export type ReadyPeriod = (typeof READY_PERIODS)[number];

/** Months of the year, from 1, that a drive lasts. The youth union's and the ministry's own days differ by a few from year to year. */
const DRIVES = { 'youth-month': [3, 3], summer: [6, 8], 'digital-month': [10, 10] } as const;

/** The days of a ready period as of today; undefined for all days. A drive that has not begun this year is last year's. */
export function readyPeriod(ready: ReadyPeriod, today: Day): Period | undefined {
  const year = Number(today.slice(0, 4));
  const month = Number(today.slice(5, 7));
  switch (ready) {
    case 'all':
      return undefined;
    case 'week':
      return daysFrom(mondayOf(today), 7);
    case 'last-week':
      return daysFrom(daysBefore(mondayOf(today), 7), 7);
    case 'month':
      return months(year, month, month);
    case 'last-month':
      return month === 1 ? months(year - 1, 12, 12) : months(year, month - 1, month - 1);
    case 'quarter': {
      const first = month - ((month - 1) % 3);
      return months(year, first, first + 2);
    }
    case 'year':
      return months(year, 1, 12);
    case 'youth-month':
    case 'summer':
    case 'digital-month': {
      const [first, last] = DRIVES[ready];
      return months(month < first ? year - 1 : year, first, last);
    }
    default:
      return ready satisfies never;
  }
}

function daysFrom(first: Day, days: number): Period {
  return { from: first, to: daysBefore(first, 1 - days) };
}

function months(year: number, first: number, last: number): Period {
  const day = (index: number, date: number) =>
    new Date(Date.UTC(year, index, date)).toISOString().slice(0, 10);
  // The day before the first of the month after.
  return { from: day(first - 1, 1), to: day(last, 0) };
}
