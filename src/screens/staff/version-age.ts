/** How old a version is, in whole days; unknown where the device's date lies before the version's. */
export type Age = { kind: 'today' | 'yesterday' | 'unknown' } | { kind: 'days'; days: number };

const DAY_MS = 86_400_000;

/** From the day of a version to today, both `YYYY-MM-DD`. */
export function ageOf(date: string, today: string): Age {
  const days = Math.round((Date.parse(today) - Date.parse(date)) / DAY_MS);
  if (!(days >= 0)) return { kind: 'unknown' };
  if (days <= 1) return { kind: days === 0 ? 'today' : 'yesterday' };
  return { kind: 'days', days };
}
