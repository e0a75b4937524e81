import { describe, expect, it, vi } from 'vitest';
import { answer } from '../../src/sw-answer';
import { aNetwork, aPrecache, noNetwork } from './a-precache';

const OLD = { 'index.html': 'old home', 'gone/index.html': 'old page', 'assets/old.js': 'old part' };
const NEW = { 'index.html': 'new home', 'vneid/index.html': 'new page', 'assets/new.js': 'new part' };

function twoVersions() {
  const old = aPrecache(OLD);
  const served = aPrecache(NEW, old.stored);
  old.store();
  served.store();
  const ask = async (path: string, mode: 'navigate' | 'cors', network: typeof fetch = noNetwork) => {
    // Node makes no request of a page.
    const request = { url: `https://site/${path}`, mode } as Request;
    const response = await answer(request, served.precache, [old.precache], network);
    return response.status === 200
      ? response.text()
      : `${response.status} ${response.headers.get('Location')}`;
  };
  return { ask, served };
}

describe('what is asked for', () => {
  it('is a page of the version that is served, whatever follows the address', async () => {
    const { ask } = twoVersions();
    for (const path of ['', '?from=qr', 'index.html']) expect(await ask(path, 'navigate')).toBe('new home');
    expect(await ask('vneid/?a=1', 'navigate')).toBe('new page');
  });

  it('is a part of whichever version has it: a page that was open before goes on', async () => {
    const { ask } = twoVersions();
    expect(await ask('assets/new.js', 'cors')).toBe('new part');
    expect(await ask('assets/old.js', 'cors')).toBe('old part');
  });

  it('is never a page that only the other version has: that leads home', async () => {
    const { ask } = twoVersions();
    expect(await ask('gone/', 'navigate')).toBe('302 https://site/');
    expect(await ask('vneid', 'navigate')).toBe('301 https://site/vneid/');
  });

  it('is fetched as it was built where the store has lost it, and stored again', async () => {
    const { ask, served } = twoVersions();
    served.stored.delete(served.keyAt('index.html'));
    expect(await ask('', 'navigate', aNetwork(NEW))).toBe('new home');
    expect(await ask('', 'navigate')).toBe('new home');
  });

  it('is whole in the other version where it is lost and the host has another content by now', async () => {
    const { ask, served } = twoVersions();
    served.stored.delete(served.keyAt('index.html'));
    expect(await ask('', 'navigate', aNetwork({ 'index.html': 'the newest home' }))).toBe('old home');
  });
});

describe('a guide that has not come yet', () => {
  const FILES = {
    'index.html': 'home',
    'en/index.html': 'English',
    'vneid/index.html': 'vi',
    'en/vneid/index.html': 'en',
  };
  const ask = async (path: string, network: typeof fetch, stored = ['index.html', 'en/index.html']) => {
    const site = aPrecache(FILES, new Map(), (url) => (url.includes('vneid') ? 'vneid' : undefined));
    site.store();
    for (const url of Object.keys(FILES)) if (!stored.includes(url)) site.stored.delete(site.keyAt(url));
    const request = { url: `https://site/${path}`, mode: 'navigate' } as Request;
    const response = await answer(request, site.precache, [], network);
    return response.status === 200 ? response.text() : response.headers.get('Location');
  };

  it('leads to the home page of its language without network, which is told', async () => {
    expect(await ask('vneid/?from=qr', noNetwork)).toBe('https://site/#not-here');
    expect(await ask('en/vneid/', noNetwork)).toBe('https://site/en/#not-here');
    expect(await ask('vneid/', async () => new Response('', { status: 502 }))).toBe('https://site/#not-here');
  });

  it('leads there too where the line says nothing at all for 20 seconds', async () => {
    vi.useFakeTimers();
    try {
      const asked = ask('vneid/', () => new Promise(() => {}));
      await vi.advanceTimersByTimeAsync(19_000);
      expect(await Promise.race([asked, 'still waiting'])).toBe('still waiting');
      await vi.advanceTimersByTimeAsync(1_000);
      expect(await asked).toBe('https://site/#not-here');
    } finally {
      vi.useRealTimers();
    }
  });

  it('is fetched where there is network, and is what the host has by now where that is another', async () => {
    expect(await ask('vneid/', aNetwork(FILES))).toBe('vi');
    expect(
      await ask('vneid/', async (_, init) =>
        init?.integrity ? new Response('', { status: 404 }) : new Response('newer'),
      ),
    ).toBe('newer');
  });

  it('never leads home from home: a lost home page is asked for from the host', async () => {
    await expect(ask('', noNetwork, [])).rejects.toThrow();
  });
});
