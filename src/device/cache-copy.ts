/** A cache of its own, which an update of the app does not touch. */
const NAME = 'tung-buoc:counts';
/** The longest that a person waits for a copy: what counts is the database. */
const PATIENCE_MS = 1_000;

/** A cache that did not answer once is not waited for again. */
let isDead = false;

/**
 * Small values in the browser's cache storage, which lies in other files than its databases. No call rejects or waits
 * for ever; where caches are refused there is nothing, and nothing is kept.
 */
export const cacheCopy = {
  async names(): Promise<string[]> {
    const requests = await attempt((cache) => cache.keys());
    return (requests ?? []).map(({ url }) => url.slice(address('').length));
  },
  async read(name: string): Promise<unknown> {
    return attempt(async (cache) => (await cache.match(address(name)))?.json());
  },
  async write(name: string, value: unknown): Promise<void> {
    await attempt((cache) => cache.put(address(name), new Response(JSON.stringify(value))));
  },
  async remove(names: string[]): Promise<void> {
    await attempt((cache) => Promise.all(names.map((name) => cache.delete(address(name)))));
  },
  /** In turn with all tabs, where the browser knows how; a tab that takes too long is not waited for. */
  async alone<T>(work: () => Promise<T>): Promise<T> {
    let begun: Promise<T> | undefined;
    const begin = () => {
      begun ??= work();
      return begun;
    };
    const patience = new AbortController();
    const timer = setTimeout(() => patience.abort(), PATIENCE_MS);
    try {
      await navigator.locks?.request(NAME, { signal: patience.signal }, () => {
        clearTimeout(timer);
        return begin();
      });
    } catch {
      // No lock, or none in time.
    }
    clearTimeout(timer);
    return begin();
  },
};

async function attempt<T>(work: (cache: Cache) => Promise<T>): Promise<T | undefined> {
  if (isDead) return undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => {
      isDead = true;
      resolve(undefined);
    }, PATIENCE_MS);
  });
  try {
    return await Promise.race([caches.open(NAME).then(work), late]);
  } catch {
    return undefined;
  } finally {
    clearTimeout(timer);
  }
}

/** One for the origin, as there is one database for it. Nothing is ever asked for at this address. */
function address(name: string): string {
  return `${location.origin}/${NAME}/${name}`;
}
