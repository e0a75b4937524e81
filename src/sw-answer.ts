import { NOT_HERE } from './screens/address';
import { fetchInto, type Precache } from './sw-fetch';
import { fileNamed, findFile, keyOf, type SiteFile } from './sw-site';

/**
 * What a page or a part of one is answered with. `served` is the version that pages come from; `others` lie beside it: a
 * page that was opened before goes on with the parts of its own version, and a file that the store has lost and the host
 * has no longer leads to a page that is whole in another.
 */
export async function answer(
  request: Request,
  served: Precache,
  others: readonly Precache[],
  fetchAnew: typeof fetch,
): Promise<Response> {
  const { scope } = served;
  const name = fileNamed(request.url, scope);
  const isPage = request.mode === 'navigate';
  const known = findFile(served.site, name);
  const isKnown = known !== undefined;
  for (const version of isKnown || !isPage ? [served, ...others] : []) {
    const file = findFile(version.site, name);
    const response = file && (await find(version, file, fetchAnew));
    if (response) return response;
  }
  if (!isPage) return fetchAnew(request);
  if (!isKnown) return unknownPage(request, served, fetchAnew);
  return known.later === undefined ? fetchAnew(request) : pageToCome(request, served, fetchAnew);
}

/** A guide that has not come yet, asked for without network: its language's home page says so. */
async function pageToCome(request: Request, { scope }: Precache, fetchAnew: typeof fetch): Promise<Response> {
  const [, locale = ''] = /^(en\/)?/.exec(fileNamed(request.url, scope)) ?? [];
  const home = () => Response.redirect(scope + locale + NOT_HERE, 302);
  return fetchAnew(request).then((response) => (response.ok ? response : home()), home);
}

/** Stored, or fetched once more as it was built. */
async function find(
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

/** Without its last slash an address would be a page with wrong relative links; one that does not exist leads home. */
async function unknownPage(
  request: Request,
  { site, scope }: Precache,
  fetchAnew: typeof fetch,
): Promise<Response> {
  const withSlash = new URL(request.url);
  withSlash.pathname += '/';
  if (findFile(site, fileNamed(withSlash.href, scope))) return Response.redirect(withSlash.href, 301);
  const home = () => Response.redirect(scope, 302);
  return fetchAnew(request).then((response) => (response.ok ? response : home()), home);
}
