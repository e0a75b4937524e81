import { createHash } from 'node:crypto';
import { pageOf } from '../../build/page-content';
import type { Precache } from '../../src/sw-fetch';
import { keyOf } from '../../src/sw-site';

export const FILES = {
  'index.html': '<p>home',
  'en/index.html': '<p>English',
  'assets/app.js': 'let a',
  'x.css': '',
};
const SCOPE = 'https://site/';

/**
 * A version of these files, all of them stored; the way of storing is a plain map, which another version may be given to
 * lie in. `later`: the guide of a file that is not stored at once. `keyAt` is where a file of this version is stored.
 */
export function aPrecache(
  files: Record<string, string> = FILES,
  stored = new Map<string, Response>(),
  later: (url: string) => string | undefined = () => undefined,
) {
  const cache: Awaited<ReturnType<Precache['open']>> = {
    match: async (key) => stored.get(String(key))?.clone(),
    put: async (key, response) => void stored.set(String(key), response),
    delete: async (key) => stored.delete(String(key)),
    keys: async () => [...stored.keys()].map((url) => new Request(url)),
  };
  const list = Object.entries(files).map(([url, content]) => {
    const guide = later(url);
    const page = pageOf(url);
    return {
      url,
      integrity: digest(content),
      ...(page !== undefined && { page }),
      ...(guide !== undefined && { later: guide }),
    };
  });
  const precache: Precache = {
    site: { name: { version: '0', date: '2026-01-01', id: digest(JSON.stringify(files)) }, files: list },
    scope: SCOPE,
    open: async () => cache,
  };
  const keyAt = (url: string) => keyOf({ url, integrity: digest(files[url] ?? '') }, SCOPE);
  const store = () => {
    for (const [url, content] of Object.entries(files)) stored.set(keyAt(url), new Response(content));
  };
  return { precache, stored, keyAt, store };
}

/** The network as browsers are with `integrity`: another content is refused. */
export function aNetwork(files: Record<string, string>): typeof fetch {
  return async (input, init) => {
    const content = files[String(input).replace(SCOPE, '')];
    if (content === undefined) return new Response('', { status: 404 });
    if (init?.integrity !== digest(content)) throw new TypeError('Failed to fetch');
    return new Response(content);
  };
}

export const noNetwork: typeof fetch = () => Promise.reject(new TypeError('Failed to fetch'));

function digest(content: string): string {
  return `sha256-${createHash('sha256').update(content).digest('base64')}`;
}
