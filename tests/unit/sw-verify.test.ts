import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Progress } from '../../src/device/offline-store';
import { type Precache, repair, verify } from '../../src/sw-verify';

const FILES = {
  'index.html': '<p>home',
  'en/index.html': '<p>English',
  'assets/app.js': 'let a',
  'x.css': '',
};
const quiet = () => {};

/** A store of the files above, and what lies in it; the way of storing is a plain map. */
function aPrecache() {
  const stored = new Map<string, Response>();
  const cache: Awaited<ReturnType<Precache['open']>> = {
    match: async (key) => stored.get(String(key))?.clone(),
    put: async (key, response) => void stored.set(String(key), response),
  };
  const keyOf = (url: string) => `https://site/${url}?revision=1`;
  const precache: Precache = {
    entries: Object.entries(FILES).map(([url, content]) => ({ url, integrity: digest(content) })),
    keyOf,
    open: async () => cache,
  };
  for (const [url, content] of Object.entries(FILES)) stored.set(keyOf(url), new Response(content));
  return { precache, stored, keyOf };
}

const digest = (content: string) => `sha256-${createHash('sha256').update(content).digest('base64')}`;

/** The network as browsers are with `integrity`: another content is refused. */
function aNetwork(files: Record<string, string>): typeof fetch {
  return async (input, init) => {
    const content = files[String(input)];
    if (content === undefined) return new Response('', { status: 404 });
    if (init?.integrity !== digest(content)) throw new TypeError('Failed to fetch');
    return new Response(content);
  };
}

const noNetwork: typeof fetch = () => Promise.reject(new TypeError('Failed to fetch'));

describe('reading the offline store again', () => {
  it('finds every file sound that lies there as it was built', async () => {
    const { precache } = aPrecache();
    expect(await verify(precache, quiet)).toEqual({ kind: 'verified', total: 4, missing: [], broken: [] });
  });

  it('tells what is not there from what is another content', async () => {
    const { precache, stored, keyOf } = aPrecache();
    stored.delete(keyOf('en/index.html'));
    stored.set(keyOf('index.html'), new Response('<p>hom'));
    const answer = await verify(precache, quiet);
    expect(answer).toMatchObject({ missing: ['en/index.html'], broken: ['index.html'] });
  });

  it('takes a file whose content cannot be read as broken', async () => {
    const { precache, stored, keyOf } = aPrecache();
    const torn = new ReadableStream({ start: (controller) => controller.error(new Error('torn')) });
    stored.set(keyOf('x.css'), { clone: () => new Response(torn) } as Response);
    expect(await verify(precache, quiet)).toMatchObject({ missing: [], broken: ['x.css'] });
  });

  it('takes all files of a store that cannot be opened as missing', async () => {
    const { precache } = aPrecache();
    const shut = { ...precache, open: () => Promise.reject(new DOMException('no', 'UnknownError')) };
    expect((await verify(shut, quiet)).missing).toEqual(Object.keys(FILES));
  });

  it('does not call sound what the build gave no digest', async () => {
    const { precache } = aPrecache();
    const answer = await verify({ ...precache, entries: [{ url: 'index.html' }] }, quiet);
    expect(answer.broken).toEqual(['index.html']);
  });

  it('tells how far it is, from nothing to all', async () => {
    const { precache } = aPrecache();
    const told: Progress[] = [];
    await verify(precache, (progress) => told.push(progress));
    expect(told.map(({ done }) => done)).toEqual([0, 1, 2, 3, 4]);
    expect(told.every(({ total }) => total === 4)).toBe(true);
  });
});

describe('mending the offline store', () => {
  it('fetches only what is not sound, and finds all sound afterwards', async () => {
    const { precache, stored, keyOf } = aPrecache();
    stored.delete(keyOf('en/index.html'));
    stored.set(keyOf('index.html'), new Response('<p>hom'));
    const asked: string[] = [];
    const network: typeof fetch = (input, init) => {
      asked.push(String(input));
      return aNetwork(FILES)(input, init);
    };
    expect(await repair(precache, network, quiet)).toEqual({ kind: 'repaired', mended: 2, left: 0 });
    expect(asked).toEqual(['index.html', 'en/index.html']);
    expect(await verify(precache, quiet)).toMatchObject({ missing: [], broken: [] });
  });

  it('leaves all as it was without network, with another content on the host, or without room', async () => {
    const { precache, stored, keyOf } = aPrecache();
    stored.set(keyOf('index.html'), new Response('<p>hom'));
    const none = { kind: 'repaired', mended: 0, left: 1 };
    expect(await repair(precache, noNetwork, quiet)).toEqual(none);
    expect(await repair(precache, aNetwork({}), quiet)).toEqual(none);
    expect(await repair(precache, aNetwork({ 'index.html': '<p>new home' }), quiet)).toEqual(none);
    const { match } = await precache.open();
    const put = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));
    const full = { ...precache, open: async () => ({ match, put }) };
    expect(await repair(full, aNetwork(FILES), quiet)).toEqual(none);
    expect(await stored.get(keyOf('index.html'))?.clone().text()).toBe('<p>hom');
  });
});
