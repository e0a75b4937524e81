import type { Day } from './guide';

/** Apps change monthly: a guide is due for checking against the real app after so many days. */
const DUE_AFTER = 90;

export type Freshness = 'fresh' | 'old' | 'never';

/** Whether someone followed the guide against the real app lately. Both days are calendar days. */
export function freshness(verified: Day | undefined, today: Day): Freshness {
  if (verified === undefined) return 'never';
  const days = (Date.parse(today) - Date.parse(verified)) / 86_400_000;
  return days > DUE_AFTER ? 'old' : 'fresh';
}
