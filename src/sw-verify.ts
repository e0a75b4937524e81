import type { Progress, Repaired, Verified } from './device/offline-store';
import { fetchInto, type Precache, stateOf } from './sw-fetch';

type Report = (progress: Progress) => void;

/**
 * Reads every file again from where it is stored and compares its digest, one after the other: an old tablet has little
 * memory. Never throws; a store that cannot be opened is one where all is missing.
 */
export async function verify({ site, scope, open }: Precache, report: Report): Promise<Verified> {
  const { files } = site;
  const found: Verified = { kind: 'verified', total: files.length, missing: [], broken: [] };
  const cache = await open().catch(() => undefined);
  for (const [done, file] of files.entries()) {
    report({ done, total: files.length });
    const state = await stateOf(file, cache, scope);
    if (state !== 'sound') found[state].push(file.url);
  }
  report({ done: files.length, total: files.length });
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
  for (const [done, file] of precache.site.files.filter(({ url }) => bad.has(url)).entries()) {
    report({ done, total: bad.size });
    if ((await fetchInto(precache, file, fetchAnew)).kind === 'stored') mended += 1;
  }
  return { kind: 'repaired', mended, left: bad.size - mended };
}
