import { describe, expect, it } from 'vitest';
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
