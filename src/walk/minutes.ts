export const MINUTES = ['0-5', '5-10', '10-20', '20-40', '40+'] as const;
/** How long a walk took, as one of five buckets; each holds its lower bound. */
export type Minutes = (typeof MINUTES)[number];

/** Minutes from start to finish as one of five buckets; `ms` of wall time, a clock set back counts as 0. */
export function minutesBucket(ms: number): Minutes {
  const minutes = ms / 60_000;
  if (minutes >= 40) return '40+';
  if (minutes >= 20) return '20-40';
  if (minutes >= 10) return '10-20';
  if (minutes >= 5) return '5-10';
  return '0-5';
}
