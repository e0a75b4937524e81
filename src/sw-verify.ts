import type { Progress, Repaired, Verified } from './device/offline-store';
import { fetchInto, type Precache, readStored } from './sw-fetch';
import type { SiteFile } from './sw-site';

type Report = (progress: Progress) => void;

/**
 * Reads every file again from where it is stored and compares its digest, one after the other: an old tablet has little
 * memory. Never throws; a store that cannot be opened is one where all is missing.
 */
export async function verify(precache: Precache, report: Report): Promise<Verified> {
  const { bad: _, ...verified } = await readAgain(precache, report);
  return verified;
}

/**
 * Fetches anew what is missing or broken, and what was to come later. A file that does not come, comes with another content or
 * finds no room leaves things as they were. Never throws.
 */
export async function repair(precache: Precache, fetchAnew: typeof fetch, report: Report): Promise<Repaired> {
  const { bad } = await readAgain(precache, report);
  let mended = 0;
  for (const [done, file] of bad.entries()) {
    report({ done, total: bad.length });
    if ((await fetchInto(precache, file, fetchAnew)).kind === 'stored') mended += 1;
  }
  return { kind: 'repaired', mended, left: bad.length - mended };
}

async function readAgain(
  { site, scope, open }: Precache,
  report: Report,
): Promise<Verified & { bad: SiteFile[] }> {
  const { files } = site;
  const cache = await open().catch(() => undefined);
  const missing: string[] = [];
  const broken: string[] = [];
  const later = new Set<string>();
  const bad: SiteFile[] = [];
  for (const [done, file] of files.entries()) {
    report({ done, total: files.length });
    const { state } = await readStored(file, cache, scope);
    if (state === 'sound') continue;
    bad.push(file);
    if (state === 'broken') broken.push(file.url);
    else if (file.later === undefined) missing.push(file.url);
    else later.add(file.later);
  }
  report({ done: files.length, total: files.length });
  return { kind: 'verified', total: files.length, missing, broken, later: [...later], bad };
}
