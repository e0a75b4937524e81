import { describe, expect, it } from 'vitest';
import { install } from '../../src/sw-install';
import { verify } from '../../src/sw-verify';
import { aNetwork, aPrecache, FILES, noNetwork } from './a-precache';

const NEXT = {
  ...FILES,
  'index.html': '<p>new home',
  'assets/app.js': 'let b',
  'en/new/index.html': '<p>new',
};
const quiet = () => {};
const MISSING = { kind: 'verified', missing: [], broken: [] };

/** A device that has one version, and the next one that is to lie in the same store. */
function aDevice() {
  const old = aPrecache();
  old.store();
  return { old, next: aPrecache(NEXT, old.stored) };
}

function counting(network: typeof fetch) {
  const asked: string[] = [];
  const counted: typeof fetch = (input, init) => {
    asked.push(String(input).replace('https://site/', ''));
    return network(input, init);
  };
  return { asked, counted };
}

describe('a new version', () => {
  it('takes over what has not changed and fetches the rest', async () => {
    const { old, next } = aDevice();
    const { asked, counted } = counting(aNetwork(NEXT));
    expect(await install(next.precache, counted)).toEqual({ kind: 'whole', fetched: 3 });
    expect(asked.sort()).toEqual(['assets/app.js', 'en/new/index.html', 'index.html']);
    expect(await verify(next.precache, quiet)).toMatchObject(MISSING);
    expect(await verify(old.precache, quiet)).toMatchObject(MISSING);
  });

  it('does not take over a stored file that has become another content', async () => {
    const { old, next } = aDevice();
    old.stored.set(old.keyAt('en/index.html'), new Response('<p>Engl'));
    expect((await install(next.precache, aNetwork(NEXT))).kind).toBe('whole');
    expect(await verify(next.precache, quiet)).toMatchObject(MISSING);
  });

  it.each(Object.keys(NEXT).filter((url) => !Object.hasOwn(FILES, url) || url.match(/^index|app/)))(
    'of which %s does not come as it was built is not whole, and leaves the old one whole',
    async (url) => {
      const faults: Record<string, () => Promise<Response>> = {
        cut: async () =>
          new Response(new ReadableStream({ pull: (stream) => stream.error(new Error('cut')) })),
        'status 500': async () => new Response('', { status: 500 }),
        'another content': () =>
          aNetwork({ [url]: '<p>log in' })(`https://site/${url}`, { integrity: 'sha256-' }),
        'no network': () => noNetwork(''),
      };
      for (const fault of Object.values(faults)) {
        const { old, next } = aDevice();
        const network: typeof fetch = (input, init) =>
          String(input).endsWith(`site/${url}`) ? fault() : aNetwork(NEXT)(input, init);
        expect(await install(next.precache, network)).toEqual({ kind: 'not-come', url });
        expect(await verify(old.precache, quiet)).toMatchObject(MISSING);
        // What came need not come again.
        const { asked, counted } = counting(aNetwork(NEXT));
        expect((await install(next.precache, counted)).kind).toBe('whole');
        expect(asked.length).toBeLessThanOrEqual(3);
        expect(asked).toContain(url);
      }
    },
  );

  it('for which there is no room takes away what it brought, and nothing else', async () => {
    const { old, next } = aDevice();
    const before = [...old.stored.keys()];
    const cache = await next.precache.open();
    let room = 1;
    const put: typeof cache.put = (key, response) => {
      room -= 1;
      if (room < 0) return Promise.reject(new DOMException('full', 'QuotaExceededError'));
      return cache.put(key, response);
    };
    const full = { ...next.precache, open: async () => ({ ...cache, put }) };
    expect((await install(full, aNetwork(NEXT))).kind).toBe('no-room');
    expect([...old.stored.keys()]).toEqual(before);
    expect(await verify(old.precache, quiet)).toMatchObject(MISSING);
  });

  it('is not whole where the store does not open', async () => {
    const { next } = aDevice();
    const shut = { ...next.precache, open: () => Promise.reject(new Error('refused')) };
    expect((await install(shut, aNetwork(NEXT))).kind).toBe('no-room');
  });
});
