import type { Outcome, Walk } from '../walk/walk';

/** A walk that has ended on screen, while the database could not take it. */
export interface Pending {
  walk: Walk;
  outcome: Outcome;
}

const NAME = 'tung-buoc:pending';
/** Kept here too, for a page whose storage is refused altogether. */
let inMemory: Pending[] = [];

/**
 * Walks whose end is still to be counted. They stand in the database as open, so noting them as not counted would
 * count them twice once it answers again.
 */
export function pending(): Pending[] {
  const known = new Map([...read(), ...inMemory].map((one) => [one.walk.id, one]));
  return [...known.values()];
}

/** One more. Kept outside of the database, which is what has failed. */
export function addPending(one: Pending): void {
  keep([...pending(), one]);
}

/** It was counted, or noted as lost. */
export function removePending(id: string): void {
  keep(pending().filter(({ walk }) => walk.id !== id));
}

function keep(all: Pending[]): void {
  inMemory = all;
  try {
    localStorage.setItem(NAME, JSON.stringify(all));
    // From here on what is stored is what holds, in every tab.
    inMemory = [];
  } catch {
    // Storage is refused: they live as long as the page does.
  }
}

function read(): Pending[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(NAME) ?? '[]');
    return Array.isArray(stored) ? stored.filter(isPending) : [];
  } catch {
    return [];
  }
}

function isPending(value: unknown): value is Pending {
  const { walk, outcome } = (value ?? {}) as Partial<Pending>;
  return typeof walk?.id === 'string' && Array.isArray(walk.reached) && typeof outcome?.kind === 'string';
}
