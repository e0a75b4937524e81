/** Why the database could not be used. */
export const TROUBLES = [
  /** The browser gives this page no database: private mode, a policy, a setting. */
  'refused',
  /** The device is full. */
  'full',
  /** Another tab with an older version holds the database. */
  'blocked',
  /** The database was made by a newer version of the app. */
  'newer',
  /** There is a database under our name that is not ours. */
  'foreign',
  /** It was closed under our hands: cleared by the browser, or by someone. */
  'closed',
  /** No answer in time. */
  'slow',
  'unknown',
] as const;
export type Trouble = (typeof TROUBLES)[number];

const BY_NAME: Record<string, Trouble> = {
  SecurityError: 'refused',
  QuotaExceededError: 'full',
  VersionError: 'newer',
  NotFoundError: 'foreign',
  DataError: 'foreign',
  ConstraintError: 'foreign',
  InvalidStateError: 'closed',
  AbortError: 'closed',
  TimeoutError: 'slow',
};

/** The reason behind something that was thrown. */
export function troubleOf(error: unknown): Trouble {
  // Without a database there is nothing to call.
  if (error instanceof TypeError || error instanceof ReferenceError) return 'refused';
  const name = error instanceof Error || error instanceof DOMException ? error.name : '';
  return BY_NAME[name] ?? 'unknown';
}
