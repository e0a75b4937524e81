import { TROUBLES, type Trouble } from './trouble';

const NAME = 'tung-buoc:not-counted';

/** Walks that could not be counted, by why. */
export type NotCounted = Partial<Record<Trouble, number>>;

/** Kept here too, for a page whose storage is refused altogether. */
let inMemory: NotCounted = {};

/** Walks that could not be counted on this device, because its database was dead, blocked, full or gone. */
export function notCountedBy(): NotCounted {
  const stored = read();
  // Each figure only ever grows: the larger one is the later one.
  const both = TROUBLES.map((why) => [why, Math.max(stored[why] ?? 0, inMemory[why] ?? 0)] as const);
  return Object.fromEntries(both.filter(([, count]) => count > 0));
}

/** How many they are. */
export function notCounted(): number {
  return Object.values(notCountedBy()).reduce((sum, count) => sum + count, 0);
}

/** One more walk that could not be counted. Kept outside of the database, which is what has failed. */
export function addNotCounted(why: Trouble): void {
  const all = notCountedBy();
  inMemory = { ...all, [why]: (all[why] ?? 0) + 1 };
  try {
    localStorage.setItem(NAME, JSON.stringify(inMemory));
  } catch {
    // Storage is refused: the figure lives as long as the page does.
  }
}

function read(): NotCounted {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(NAME) ?? '{}');
    // Version 0.1.0 kept one figure.
    if (typeof stored === 'number') return { unknown: whole(stored) };
    if (typeof stored !== 'object' || stored === null) return {};
    const record = stored as Record<string, unknown>;
    return Object.fromEntries(TROUBLES.map((why) => [why, whole(record[why])]));
  } catch {
    return {};
  }
}

function whole(value: unknown): number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : 0;
}
