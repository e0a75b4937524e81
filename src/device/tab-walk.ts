const NAME = 'tung-buoc:walk';

/** The walk that this tab has under way, so that a reload goes on with it; undefined when there is none. */
export function tabWalk(): string | undefined {
  try {
    return sessionStorage.getItem(NAME) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Remembers, or with undefined forgets, the walk of this tab. */
export function setTabWalk(id: string | undefined): void {
  try {
    if (id === undefined) sessionStorage.removeItem(NAME);
    else sessionStorage.setItem(NAME, id);
  } catch {
    // Storage is refused: the walk cannot be taken up after a reload, and nothing else changes.
  }
}

const own = new Map<string, () => void>();

/**
 * Holds a walk for this tab, so that no other offers it as interrupted; the browser frees it when the tab
 * goes. Does nothing where Web Locks are missing: then the database alone keeps the count right.
 */
export function holdWalk(id: string): () => void {
  const held = new Promise<void>((resolve) => {
    own.set(id, resolve);
  });
  navigator.locks?.request(`tung-buoc:walk:${id}`, () => held).catch(() => undefined);
  return () => {
    own.get(id)?.();
    own.delete(id);
  };
}

/** Whoever walked in this tab has gone: it holds nothing any more. Answers the ids that it held. */
export function letGoOfWalks(): Set<string> {
  const ids = new Set(own.keys());
  for (const release of own.values()) release();
  own.clear();
  setTabWalk(undefined);
  return ids;
}

/** The ids of walks that some living tab holds. */
export async function heldWalks(): Promise<Set<string>> {
  try {
    const { held = [] } = (await navigator.locks?.query()) ?? {};
    return new Set(held.map(({ name = '' }) => name.replace('tung-buoc:walk:', '')));
  } catch {
    return new Set();
  }
}
