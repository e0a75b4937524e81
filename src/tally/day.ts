import type { Day } from '../guide/guide';

/** Viet Nam has kept UTC+7 without summer time since 1975; a tablet's own zone setting is not trusted. */
const OFFSET = 7 * 3_600_000;
const DAY = 86_400_000;

/** The calendar day in Asia/Ho_Chi_Minh; `now` in milliseconds since 1970 UTC. */
export function dayOf(now: number): Day {
  return new Date(now + OFFSET).toISOString().slice(0, 10);
}

/** The day so many days before another. */
export function daysBefore(day: Day, days: number): Day {
  return new Date(Date.parse(day) - days * DAY).toISOString().slice(0, 10);
}

/** The Monday of a day's week. */
export function mondayOf(day: Day): Day {
  return daysBefore(day, (new Date(day).getUTCDay() + 6) % 7);
}
