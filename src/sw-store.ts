import type { Precache } from './sw-fetch';
import { keyOf, type Site } from './sw-site';
import { type Memory, readMemory } from './sw-standing';

/** What the browser's cache storage holds of the site: files by their content, which versions lie whole, and the memory. */
export interface VersionStore {
  precache(site: Site): Precache;
  memory(): Promise<Memory | undefined>;
  /** Whether it was kept. */
  remember(memory: Memory): Promise<boolean>;
  /** Notes that all files of a version are there. */
  add(site: Site): Promise<void>;
  site(id: string): Promise<Site | undefined>;
  ids(): Promise<string[]>;
  /** Leaves one version, and nothing else. */
  tidy(site: Site): Promise<void>;
}

/** Of the kill switch (build/kill-switch.js), too: what begins so is the app's, and nothing else is. */
const FILES = 'tung-buoc:files';
const VERSIONS = 'tung-buoc:versions';

/** Calls that read answer nothing where they cannot; `add` and `tidy` reject. `scope`: the site's root, with its last slash. */
export function versionStore(caches: CacheStorage, scope: string): VersionStore {
  const files = () => caches.open(`${FILES} ${scope}`);
  const versions = () => caches.open(`${VERSIONS} ${scope}`);
  // Nothing is ever asked for at these addresses.
  const memoryKey = `${scope}${VERSIONS}/memory`;
  const siteKey = (id: string) => `${scope}${VERSIONS}/site/${id}`;
  const read = async (key: string): Promise<unknown> => {
    try {
      return await (await (await versions()).match(key))?.json();
    } catch {
      // Refused, or torn by a power cut.
      return undefined;
    }
  };
  const write = async (key: string, value: unknown) =>
    (await versions()).put(key, new Response(JSON.stringify(value)));

  return {
    precache: (site) => ({ site, scope, open: files }),
    memory: async () => readMemory(await read(memoryKey)),
    remember: (memory) =>
      write(memoryKey, memory).then(
        () => true,
        () => false,
      ),
    add: (site) => write(siteKey(site.name.id), site),
    site: async (id) => (await read(siteKey(id))) as Site | undefined,
    async ids() {
      try {
        const keys = await (await versions()).keys();
        return keys.flatMap(({ url }) =>
          url.startsWith(siteKey('')) ? [url.slice(siteKey('').length)] : [],
        );
      } catch {
        return [];
      }
    },
    async tidy(site) {
      const lists = await versions();
      const own = siteKey(site.name.id);
      for (const { url } of await lists.keys()) if (url !== memoryKey && url !== own) await lists.delete(url);
      const cache = await files();
      const kept = new Set(site.files.map((file) => keyOf(file, scope)));
      for (const { url } of await cache.keys()) if (!kept.has(url)) await cache.delete(url);
    },
  };
}
