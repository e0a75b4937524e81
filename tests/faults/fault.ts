/** A call of IndexedDB; `commit` is the end of a transaction all of whose requests had succeeded. */
export const CALLS = [
  'open',
  'transaction',
  'objectStore',
  'get',
  'getAll',
  'getKey',
  'getAllKeys',
  'count',
  'put',
  'add',
  'delete',
  'commit',
] as const;
export type Call = (typeof CALLS)[number];

export const ERRORS = [
  'UnknownError',
  'QuotaExceededError',
  'AbortError',
  'VersionError',
  'InvalidStateError',
] as const;

/** Which call fails, and how. `closes`: the connection is closed in front of a transaction, or in the middle of one. */
export type Fault =
  | { call: Call; nth: number; error: (typeof ERRORS)[number] }
  | { call: 'transaction'; nth: number; closes: 'before' | 'during' };

/** What a page with a failing database knows of it. */
export interface Failing {
  /** How often each was called. */
  calls: Partial<Record<Call, number>>;
  /** Whether the call that was to fail came. */
  failed: boolean;
}

declare global {
  interface Window {
    failing: Failing;
  }
}
