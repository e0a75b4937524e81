import type { Day } from '../guide/guide';

const DAY_MS = 86_400_000;

/** Days since 1970 of a day that exists. */
export function numberOfDay(day: Day): number {
  return Date.parse(day) / DAY_MS;
}

/** The day so many days after 1970-01-01. */
export function dayOfNumber(days: number): Day {
  return new Date(days * DAY_MS).toISOString().slice(0, 10);
}
