import { numberOfDay } from '../../report/day-number';

/** How old a version is, in whole days; unknown where the device's date lies before the version's. */
export type Age = { kind: 'today' | 'yesterday' | 'unknown' } | { kind: 'days'; days: number };

/** From the day of a version to today, both `YYYY-MM-DD`. */
export function ageOf(date: string, today: string): Age {
  const days = numberOfDay(today) - numberOfDay(date);
  if (!(days >= 0)) return { kind: 'unknown' };
  if (days <= 1) return { kind: days === 0 ? 'today' : 'yesterday' };
  return { kind: 'days', days };
}
