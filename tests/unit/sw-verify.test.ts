import { describe, expect, it } from 'vitest';
import type { Progress } from '../../src/device/offline-store';
import type { Precache } from '../../src/sw-fetch';
import { repair, verify } from '../../src/sw-verify';
import { aNetwork, aPrecache, FILES, noNetwork } from './a-precache';

const quiet = () => {};

function stocked() {
  const all = aPrecache();
  all.store();
  return all;
}

describe('reading the offline store again', () => {
  it('finds every file sound that lies there as it was built', async () => {
    const { precache } = stocked();
    expect(await verify(precache, quiet)).toEqual({
      kind: 'verified',
      total: 4,
      missing: [],
      broken: [],
      later: [],
    });
  });

  it('tells what is not there from what is another content', async () => {
    const { precache, stored, keyAt } = stocked();
    stored.delete(keyAt('en/index.html'));
    stored.set(keyAt('index.html'), new Response('<p>hom'));
    const answer = await verify(precache, quiet);
    expect(answer).toMatchObject({ missing: ['en/index.html'], broken: ['index.html'] });
  });

  it('takes a file whose content cannot be read as broken', async () => {
    const { precache, stored, keyAt } = stocked();
    const torn = new ReadableStream({ start: (controller) => controller.error(new Error('torn')) });
    stored.set(keyAt('x.css'), { clone: () => new Response(torn) } as Response);
    expect(await verify(precache, quiet)).toMatchObject({ missing: [], broken: ['x.css'] });
  });

  it('takes all files of a store that cannot be opened as missing', async () => {
    const { precache } = stocked();
    const shut = { ...precache, open: () => Promise.reject(new DOMException('no', 'UnknownError')) };
    expect((await verify(shut, quiet)).missing).toEqual(Object.keys(FILES));
  });

  it('does not call sound, nor store, what the build gave no digest', async () => {
    const { precache } = stocked();
    const site = { ...precache.site, files: [{ url: 'index.html', integrity: '' }] };
    const answer = await verify({ ...precache, site }, quiet);
    expect(answer.missing).toEqual(['index.html']);
    expect(await repair({ ...precache, site }, aNetwork(FILES), quiet)).toMatchObject({ mended: 0, left: 1 });
  });

  it('tells how far it is, from nothing to all', async () => {
    const { precache } = stocked();
    const told: Progress[] = [];
    await verify(precache, (progress) => told.push(progress));
    expect(told.map(({ done }) => done)).toEqual([0, 1, 2, 3, 4]);
    expect(told.every(({ total }) => total === 4)).toBe(true);
  });
});

describe('mending the offline store', () => {
  it('fetches only what is not sound, and finds all sound afterwards', async () => {
    const { precache, stored, keyAt } = stocked();
    stored.delete(keyAt('en/index.html'));
    stored.set(keyAt('index.html'), new Response('<p>hom'));
    const asked: string[] = [];
    const network: typeof fetch = (input, init) => {
      asked.push(String(input));
      return aNetwork(FILES)(input, init);
    };
    expect(await repair(precache, network, quiet)).toEqual({ kind: 'repaired', mended: 2, left: 0 });
    expect(asked).toEqual(['https://site/index.html', 'https://site/en/index.html']);
    expect(await verify(precache, quiet)).toMatchObject({ missing: [], broken: [] });
  });

  it('leaves all as it was without network, with another content on the host, or without room', async () => {
    const { precache, stored, keyAt } = stocked();
    stored.set(keyAt('index.html'), new Response('<p>hom'));
    const none = { kind: 'repaired', mended: 0, left: 1 };
    expect(await repair(precache, noNetwork, quiet)).toEqual(none);
    expect(await repair(precache, aNetwork({}), quiet)).toEqual(none);
    expect(await repair(precache, aNetwork({ 'index.html': '<p>new home' }), quiet)).toEqual(none);
    const put = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));
    const cache = await precache.open();
    const full: Precache = { ...precache, open: async () => ({ ...cache, put }) };
    expect(await repair(full, aNetwork(FILES), quiet)).toEqual(none);
    expect(await stored.get(keyAt('index.html'))?.clone().text()).toBe('<p>hom');
  });
});
