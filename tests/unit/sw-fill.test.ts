import { describe, expect, it } from 'vitest';
import type { Precache } from '../../src/sw-fetch';
import { fill } from '../../src/sw-fill';
import { install } from '../../src/sw-install';
import { repair, verify } from '../../src/sw-verify';
import { aNetwork, aPrecache, FILES, noNetwork } from './a-precache';

const quiet = () => {};
const GUIDES = Array.from({ length: 8 }, (_, i) => `g${i}`);

/** The app's files, and guides of two files each, the page last; all but the first guide come later. */
function aLargeSite(note = '', stored = new Map<string, Response>()) {
  const own = GUIDES.flatMap((id) => [
    [`assets/guide-${id}.js`, `${id} says`],
    [`${id}/index.html`, `<p>${id}${note}`],
  ]);
  const files: Record<string, string> = { ...FILES, ...Object.fromEntries(own) };
  const later = (url: string) => GUIDES.slice(1).find((id) => url.includes(id));
  return { files, network: aNetwork(files), ...aPrecache(files, stored, later) };
}

type Large = ReturnType<typeof aLargeSite>;
const laterHere = async ({ precache }: Large) => (await verify(precache, quiet)).later;

async function installed(): Promise<Large> {
  const site = aLargeSite();
  expect(await install(site.precache, site.network)).toEqual({ kind: 'whole', fetched: 6 });
  return site;
}

async function filled(): Promise<Large> {
  const site = await installed();
  await fill(site.precache, site.network);
  await fill(site.precache, site.network);
  expect(await laterHere(site)).toEqual([]);
  return site;
}

describe('a large site', () => {
  it('is whole on a first visit when its first part is there; what is to come is told from what is lost', async () => {
    const site = await installed();
    const found = await verify(site.precache, quiet);
    expect(found).toMatchObject({ missing: [], broken: [], later: GUIDES.slice(1), total: 20 });
    site.stored.delete(site.keyAt('index.html'));
    site.stored.set(site.keyAt('g3/index.html'), new Response('<p>g'));
    const harmed = await verify(site.precache, quiet);
    expect(harmed).toMatchObject({
      missing: ['index.html'],
      broken: ['g3/index.html'],
      later: GUIDES.slice(1),
    });
  });

  it('is filled some files at a time, one after the other, in the order of the home screen', async () => {
    const site = await installed();
    const asked: string[] = [];
    let atOnce = 0;
    const network: typeof fetch = async (input, init) => {
      atOnce += 1;
      expect(atOnce).toBe(1);
      asked.push(String(input).replace('https://site/', ''));
      const response = await site.network(input, init);
      atOnce -= 1;
      return response;
    };
    expect(await fill(site.precache, network)).toEqual({ kind: 'filled', came: 10, left: 4 });
    expect(await laterHere(site)).toEqual(['g6', 'g7']);
    expect(await fill(site.precache, network)).toEqual({ kind: 'filled', came: 4, left: 0 });
    expect(await fill(site.precache, network)).toEqual({ kind: 'filled', came: 0, left: 0 });
    expect(asked).toEqual(GUIDES.slice(1).flatMap((id) => [`assets/guide-${id}.js`, `${id}/index.html`]));
  });

  it('stops at the first file that does not come as it was built, keeps what came and goes on there the next time', async () => {
    const site = await installed();
    const other = aNetwork({ ...site.files, 'assets/guide-g2.js': '<p>log in' });
    expect(await fill(site.precache, other)).toEqual({ kind: 'filled', came: 2, left: 12 });
    expect(await fill(site.precache, noNetwork)).toEqual({ kind: 'filled', came: 0, left: 12 });
    expect(await laterHere(site)).toEqual(GUIDES.slice(2));
    expect(await fill(site.precache, site.network)).toEqual({ kind: 'filled', came: 10, left: 2 });
  });

  it('for which there is no room takes away what it brought this time, and nothing else', async () => {
    const site = await installed();
    const before = [...site.stored.keys()];
    const cache = await site.precache.open();
    let room = 3;
    const put: typeof cache.put = (key, response) => {
      room -= 1;
      return room < 0
        ? Promise.reject(new DOMException('full', 'QuotaExceededError'))
        : cache.put(key, response);
    };
    const full: Precache = { ...site.precache, open: async () => ({ ...cache, put }) };
    expect(await fill(full, site.network)).toEqual({ kind: 'filled', came: 0, left: 14 });
    expect([...site.stored.keys()]).toEqual(before);
    const shut = { ...site.precache, open: () => Promise.reject(new Error('refused')) };
    expect(await fill(shut, site.network)).toEqual({ kind: 'filled', came: 0, left: 14 });
  });

  it('is made whole at once where staff want it', async () => {
    const site = await installed();
    expect(await repair(site.precache, noNetwork, quiet)).toEqual({ kind: 'repaired', mended: 0, left: 14 });
    expect(await repair(site.precache, site.network, quiet)).toEqual({
      kind: 'repaired',
      mended: 14,
      left: 0,
    });
    expect(await laterHere(site)).toEqual([]);
  });
});

describe('a new version of a large site', () => {
  it('takes no guide away from a device that had it, and takes over what has not changed', async () => {
    const old = await filled();
    const next = aLargeSite(' anew', old.stored);
    const asked: string[] = [];
    const counted: typeof fetch = (input, init) => {
      asked.push(String(input));
      return next.network(input, init);
    };
    expect((await install(next.precache, counted)).kind).toBe('whole');
    expect(asked).toHaveLength(GUIDES.length);
    expect(await laterHere(next)).toEqual([]);
    expect(await laterHere(old)).toEqual([]);
  });

  it('wants of the later guides only those that the device has', async () => {
    const old = await installed();
    const some = ['assets/guide-g1.js', 'g1/index.html', 'assets/guide-g2.js'];
    for (const url of some) old.stored.set(old.keyAt(url), new Response(old.files[url]));
    const next = aLargeSite(' anew', old.stored);
    expect(await install(next.precache, next.network)).toEqual({ kind: 'whole', fetched: 2 });
    expect(await laterHere(next)).toEqual(GUIDES.slice(2));
    expect(await fill(next.precache, next.network)).toMatchObject({ came: 10, left: 1 });
  });

  it('takes no guide away either where the version before has stored whole pages, and this one leaves their style out', async () => {
    const old = await filled();
    const own = GUIDES.map((id) => [`${id}/content.html`, `<p>${id}`]);
    const files: Record<string, string> = { ...FILES, ...Object.fromEntries(own) };
    const later = (url: string) => GUIDES.slice(1).find((id) => url.includes(id));
    const next = aPrecache(files, old.stored, later);
    expect(await install(next.precache, aNetwork(files))).toEqual({ kind: 'whole', fetched: GUIDES.length });
    expect((await verify(next.precache, quiet)).later).toEqual([]);
  });

  it('is not whole where a guide that the device has does not come', async () => {
    const old = await filled();
    const next = aLargeSite(' anew', old.stored);
    const lacking = aNetwork({ ...next.files, 'g5/index.html': 'another' });
    expect(await install(next.precache, lacking)).toEqual({ kind: 'not-come', url: 'g5/index.html' });
    expect(await laterHere(old)).toEqual([]);
  });
});
