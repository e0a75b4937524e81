import { fetchInto, type Precache, readStored } from './sw-fetch';
import { packsWanted, unpack } from './sw-packed';
import { keyOf, type Site, type SiteFile } from './sw-site';

/** Whether a version lies whole on the device; if not, for want of what. `url`: the file that did not come. */
export type Installed = { kind: 'whole'; fetched: number } | { kind: 'not-come' | 'no-room'; url: string };

/** A bad line answers late: so many are asked for at once. Of six connections to a host one stays free for the page. */
const AT_ONCE = 5;

/**
 * Makes a version whole: what another version has left is read again and kept, the rest is fetched, but for guides that are to
 * come later; in packs where most of one is wanted, and then by itself what did not come so. Stops at the first file that does not
 * come; what came stays, so that the next try has less to fetch. Without room it takes away what it brought, or there would be none
 * for the counts either. No file of another version is touched. Never rejects.
 */
export async function install(precache: Precache, fetchAnew: typeof fetch): Promise<Installed> {
  const { site, scope } = precache;
  const cache = await precache.open().catch(() => undefined);
  if (!cache) return { kind: 'no-room', url: '' };
  const there = await keysIn(cache);
  const packs = packsWanted(site, scope, there);
  const unpacked = await Promise.all(packs.map((pack) => unpack(precache, pack, there, fetchAnew)));
  const brought = new Set(unpacked.flatMap((one) => one.brought));
  const full = unpacked.findIndex(({ hasRoom }) => !hasRoom);
  let lack: Extract<Installed, { url: string }> | undefined =
    full < 0 ? undefined : { kind: 'no-room', url: packs[full] ?? '' };

  const left = wanted(site, guidesHere(precache, there)).filter((file) => !brought.has(keyOf(file, scope)));
  const fetchOn = async () => {
    for (let file = left.shift(); file && !lack; file = left.shift()) {
      const { state } = await readStored(file, cache, scope);
      if (state === 'sound') continue;
      const { kind } = await fetchInto(precache, file, fetchAnew);
      if (kind !== 'stored') lack ??= { kind, url: file.url };
      else if (state === 'missing') brought.add(keyOf(file, scope));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, fetchOn));
  if (lack?.kind === 'no-room')
    await Promise.all([...brought].map((key) => cache.delete(key).catch(() => undefined)));
  return lack ?? { kind: 'whole', fetched: brought.size };
}

async function keysIn(cache: Pick<Cache, 'keys'>): Promise<ReadonlySet<string>> {
  const keys = await cache.keys().catch(() => []);
  return new Set(keys.map(({ url }) => url));
}

/** What a version cannot do without: its first part, and each later guide that the device has by now. */
function wanted({ files }: Site, here: Set<string>): SiteFile[] {
  return files.filter(({ later }) => later === undefined || here.has(later));
}

/**
 * The later guides of which a page lies in the store, of whatever version: an update takes no guide away from anybody. Versions
 * before the one that leaves the style out have stored the page by its own name.
 */
function guidesHere({ site, scope }: Precache, keys: ReadonlySet<string>): Set<string> {
  const there = new Set([...keys].map((url) => url.replace(/\?.*/, '')));
  const isThere = ({ url, page }: SiteFile) =>
    there.has(scope + url) || (page !== undefined && there.has(scope + page));
  const pages = site.files.filter((file) => file.url.endsWith('.html') && isThere(file));
  return new Set(pages.flatMap(({ later }) => later ?? []));
}
