import type { Progress, Repaired, Verified } from './device/offline-store';

/** A line of the list that the build writes; `url` is relative, `integrity` is `sha256-<base64>`. */
export interface Entry {
  url: string;
  integrity?: string;
}

/** The files that work without network: what they must be, and where they lie. */
export interface Precache {
  entries: readonly Entry[];
  /** Under which address an entry is stored. */
  keyOf(url: string): string | undefined;
  open(): Promise<Pick<Cache, 'match' | 'put'>>;
}

type Report = (progress: Progress) => void;

/**
 * Reads every file again from where it is stored and compares its digest, one after the other: an old tablet has little
 * memory. Never throws; a store that cannot be opened is one where all is missing.
 */
export async function verify(precache: Precache, report: Report): Promise<Verified> {
  const { entries } = precache;
  const found: Verified = { kind: 'verified', total: entries.length, missing: [], broken: [] };
  const cache = await precache.open().catch(() => undefined);
  for (const [done, entry] of entries.entries()) {
    report({ done, total: entries.length });
    const state = await stateOf(entry, cache, precache.keyOf(entry.url));
    if (state !== 'sound') found[state].push(entry.url);
  }
  report({ done: entries.length, total: entries.length });
  return found;
}

/**
 * Fetches anew what is missing or broken. A file that does not come, comes with another content or finds no room
 * leaves things as they were. Never throws.
 */
export async function repair(precache: Precache, fetchAnew: typeof fetch, report: Report): Promise<Repaired> {
  const { missing, broken } = await verify(precache, report);
  const bad = new Set([...missing, ...broken]);
  let mended = 0;
  for (const [done, entry] of precache.entries.filter(({ url }) => bad.has(url)).entries()) {
    report({ done, total: bad.size });
    if (await mend(precache, entry, fetchAnew)) mended += 1;
  }
  return { kind: 'repaired', mended, left: bad.size - mended };
}

async function stateOf(
  { integrity }: Entry,
  cache: Pick<Cache, 'match'> | undefined,
  key: string | undefined,
): Promise<'sound' | 'missing' | 'broken'> {
  let stored: Response | undefined;
  try {
    stored = key === undefined ? undefined : await cache?.match(key);
  } catch {
    // The same as not there: a page that asks for it gets nothing.
  }
  if (!stored) return 'missing';
  try {
    return (await digest(await stored.arrayBuffer())) === integrity ? 'sound' : 'broken';
  } catch {
    return 'broken';
  }
}

async function mend(
  precache: Precache,
  { url, integrity }: Entry,
  fetchAnew: typeof fetch,
): Promise<boolean> {
  try {
    const key = precache.keyOf(url);
    if (key === undefined || integrity === undefined) return false;
    const response = await fetchAnew(url, { integrity, cache: 'reload', credentials: 'same-origin' });
    if (!response.ok) return false;
    const content = await response.arrayBuffer();
    // Made anew: one that came by a redirection may not answer for a page (hosts that hide `index.html` redirect).
    await (await precache.open()).put(key, new Response(content, { headers: response.headers }));
    return true;
  } catch {
    return false;
  }
}

async function digest(content: ArrayBuffer): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', content));
  return `sha256-${btoa(String.fromCharCode(...bytes))}`;
}
