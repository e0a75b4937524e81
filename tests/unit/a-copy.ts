import type { CopyPlace } from '../../src/tally/second-copy';

/** A second copy in memory, through JSON as in a browser. */
export function aCopy(): CopyPlace & { all: Map<string, string> } {
  const all = new Map<string, string>();
  return {
    all,
    names: async () => [...all.keys()],
    read: async (name) => (all.has(name) ? JSON.parse(all.get(name) ?? '') : undefined),
    write: async (name, value) => void all.set(name, JSON.stringify(value)),
    remove: async (names) => {
      for (const name of names) all.delete(name);
    },
    alone: (work) => work(),
  };
}

/** Where caches are refused. */
export const noCopy: CopyPlace = {
  names: async () => [],
  read: async () => undefined,
  write: async () => undefined,
  remove: async () => undefined,
  alone: (work) => work(),
};
