import { fetchInto, type Precache, readStored } from './sw-fetch';
import { putTogether, styleFiles } from './sw-page';
import { findFile, keyOf, type SiteFile } from './sw-site';

/** A file of a version, stored, or fetched once more as it was built; undefined where it is not to be had. Never rejects. */
export async function find(
  version: Precache,
  file: SiteFile,
  fetchAnew: typeof fetch,
): Promise<Response | undefined> {
  try {
    const stored = await (await version.open()).match(keyOf(file, version.scope));
    if (stored) return stored;
  } catch {
    // A store that does not open is an empty one.
  }
  const fetched = await fetchInto(version, file, fetchAnew);
  return fetched.kind === 'not-come' ? undefined : fetched.response;
}

/**
 * The page that a stored content is of, with its style; undefined where not all of that is to be had: rather none than one
 * without style. Never rejects.
 */
export async function findPage(
  version: Precache,
  file: SiteFile,
  fetchAnew: typeof fetch,
): Promise<Response | undefined> {
  try {
    const response = await find(version, file, fetchAnew);
    const content = (await response?.text()) ?? '';
    const names = styleFiles(content);
    if (!response || !names) return undefined;
    const cache = await version.open().catch(() => undefined);
    const css = await Promise.all(names.map((name) => findStyle(version, cache, name, fetchAnew)));
    if (css.includes(undefined)) return undefined;
    // Of the content, not of the page, are its length and how it was compressed.
    const headers = new Headers(response.headers);
    for (const name of ['Content-Length', 'Content-Encoding']) headers.delete(name);
    return new Response(putTogether(content, css.join('')), { headers });
  } catch {
    return undefined;
  }
}

/** Read with its digest, unlike other files: the pages' policy refuses any other style, and many pages share one file. */
async function findStyle(
  version: Precache,
  cache: Pick<Cache, 'match'> | undefined,
  name: string,
  fetchAnew: typeof fetch,
): Promise<string | undefined> {
  const file = findFile(version.site, name);
  if (!file) return undefined;
  const stored = await readStored(file, cache, version.scope);
  if (stored.state === 'sound') return new TextDecoder().decode(stored.content);
  const fetched = await fetchInto(version, file, fetchAnew);
  return fetched.kind === 'not-come' ? undefined : fetched.response.text();
}
