import { NOT_HERE } from './screens/address';
import type { Precache } from './sw-fetch';
import { find, findPage } from './sw-find';
import { fileNamed, findFile } from './sw-site';

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
  const name = fileNamed(request.url, served.scope);
  const answered = answerBy(name, request, [served, ...others], fetchAnew);
  const isToCome = request.mode === 'navigate' && findFile(served.site, name)?.later !== undefined;
  return isToCome ? orHome(answered, name, served.scope) : answered;
}

async function answerBy(
  name: string,
  request: Request,
  [served, ...others]: readonly [Precache, ...Precache[]],
  fetchAnew: typeof fetch,
): Promise<Response> {
  const isPage = request.mode === 'navigate';
  const isKnown = findFile(served.site, name) !== undefined;
  for (const version of isKnown || !isPage ? [served, ...others] : []) {
    const response = await findNamed(version, name, isPage, fetchAnew);
    if (response) return response;
  }
  return isPage && !isKnown ? unknownPage(request, served, fetchAnew) : fetchAnew(request);
}

/** A page by its name, any other file by its own; the bare content of a page is for those who ask for it as a part only. */
async function findNamed(
  version: Precache,
  name: string,
  isPage: boolean,
  fetchAnew: typeof fetch,
): Promise<Response | undefined> {
  const { site } = version;
  const file = findFile(site, name) ?? (isPage ? undefined : site.files.find(({ url }) => url === name));
  if (!file) return undefined;
  return file.page === name ? findPage(version, file, fetchAnew) : find(version, file, fetchAnew);
}

/** Who asked for a page and sees nothing come for so long (ms) had better be told. */
const TOO_LONG = 20_000;

/** A guide that was to come later and does not come now: its language's home page says so. */
async function orHome(answered: Promise<Response>, name: string, scope: string): Promise<Response> {
  const [, locale = ''] = /^(en\/)?/.exec(name) ?? [];
  const home = () => Response.redirect(scope + locale + NOT_HERE, 302);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLong = new Promise<Response>((resolve) => {
    timer = setTimeout(() => resolve(home()), TOO_LONG);
  });
  const come = answered.then((response) => (response.ok ? response : home()), home);
  return Promise.race([come, tooLong]).finally(() => clearTimeout(timer));
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
