import { keyOf, type Site, type SiteFile } from './sw-site';

/** The files of a version, and where they lie. */
export interface Precache {
  site: Site;
  /** The site's root, ending in a slash. */
  scope: string;
  open(): Promise<Pick<Cache, 'match' | 'put' | 'delete' | 'keys'>>;
}

/** What became of a file that was fetched: another content than the build's never counts as come. */
export type Fetched = { kind: 'stored' | 'no-room'; response: Response } | { kind: 'not-come' };

/** Fetches a file past the browser's cache, and stores it when all of it has come as it was built. Never rejects. */
export async function fetchInto(
  { scope, open }: Precache,
  file: SiteFile,
  fetchAnew: typeof fetch,
): Promise<Fetched> {
  const { integrity } = file;
  // Without a digest anything would do.
  if (integrity === '') return { kind: 'not-come' };
  let response: Response;
  try {
    const answer = await fetchAnew(scope + file.url, {
      integrity,
      cache: 'reload',
      credentials: 'same-origin',
    });
    if (!answer.ok) return { kind: 'not-come' };
    const content = await answer.arrayBuffer();
    // Made anew: one that came by a redirection may not answer for a page (hosts that hide `index.html` redirect).
    response = new Response(content, { headers: answer.headers });
  } catch {
    return { kind: 'not-come' };
  }
  try {
    await (await open()).put(keyOf(file, scope), response.clone());
    return { kind: 'stored', response };
  } catch {
    return { kind: 'no-room', response };
  }
}

/** A stored file: as it was built, another content, or not there. */
type Stored = { state: 'sound'; content: ArrayBuffer } | { state: 'missing' | 'broken' };

/** Reads a file again from where it is stored. Never rejects. */
export async function readStored(
  file: SiteFile,
  cache: Pick<Cache, 'match'> | undefined,
  scope: string,
): Promise<Stored> {
  let stored: Response | undefined;
  try {
    stored = await cache?.match(keyOf(file, scope));
  } catch {
    // The same as not there: a page that asks for it gets nothing.
  }
  if (!stored) return { state: 'missing' };
  try {
    const content = await stored.arrayBuffer();
    return (await digest(content)) === file.integrity ? { state: 'sound', content } : { state: 'broken' };
  } catch {
    return { state: 'broken' };
  }
}

/** As `integrity` has it. */
export async function digest(content: BufferSource): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', content));
  return `sha256-${btoa(String.fromCharCode(...bytes))}`;
}
