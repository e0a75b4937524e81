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

describe('a page that is stored without its style', () => {
  const STYLED = '<style data-files="a.css assets/b.css">a{}b{}</style>home';
  const FILES = {
    'content.html': '<template data-files="a.css assets/b.css"></template>home',
    'a.css': 'a{}',
    'assets/b.css': 'b{}',
  };
  /** A device that has this version, and one before it that stored pages whole. */
  function aDevice() {
    const old = aPrecache(OLD);
    const served = aPrecache(FILES, old.stored);
    old.store();
    served.store();
    const respond = (
      path: string,
      mode: string,
      network: typeof fetch = noNetwork,
      others = [old.precache],
    ) => answer({ url: `https://site/${path}`, mode } as Request, served.precache, others, network);
    const ask = async (...about: Parameters<typeof respond>) => (await respond(...about)).text();
    return { served, respond, ask };
  }

  it('is answered with it, whoever asks for the page', async () => {
    const { ask } = aDevice();
    for (const path of ['', 'index.html', '?from=qr']) expect(await ask(path, 'navigate')).toBe(STYLED);
    for (const path of ['', 'index.html']) expect(await ask(path, 'cors')).toBe(STYLED);
  });

  it('is answered as it is stored to a part of a page that asks for the content, and is no page by that name', async () => {
    const { ask, respond } = aDevice();
    expect(await ask('content.html', 'cors')).toBe(FILES['content.html']);
    expect((await respond('content.html', 'navigate')).headers.get('Location')).toBe('https://site/');
  });

  it('keeps its headers but for what is true of the stored content only, and is no redirection', async () => {
    const { served, respond } = aDevice();
    const headers = {
      'Content-Type': 'text/html',
      'Content-Length': '52',
      'Content-Encoding': 'br',
      'X-Own': '1',
    };
    served.stored.set(served.keyAt('content.html'), new Response(FILES['content.html'], { headers }));
    const response = await respond('', 'navigate');
    expect(Object.fromEntries(response.headers)).toEqual({ 'content-type': 'text/html', 'x-own': '1' });
    expect(response).toMatchObject({ status: 200, redirected: false });
  });

  it.each([
    ['lost', undefined],
    ['damaged', 'b{'],
  ])('is mended from the network where a style sheet is %s', async (_, content) => {
    const { served, ask } = aDevice();
    served.stored.delete(served.keyAt('assets/b.css'));
    if (content) served.stored.set(served.keyAt('assets/b.css'), new Response(content));
    expect(await ask('', 'navigate', aNetwork(FILES))).toBe(STYLED);
    expect(await ask('', 'navigate')).toBe(STYLED);
  });

  it.each(['a.css', 'content.html'] as const)(
    'comes from the version before or not at all, never unstyled, where %s is lost and there is no network',
    async (url) => {
      const { served, ask } = aDevice();
      served.stored.delete(served.keyAt(url));
      expect(await ask('', 'navigate')).toBe('old home');
      await expect(ask('', 'navigate', noNetwork, [])).rejects.toThrow();
      // Damaged so that nothing can be put in.
      served.stored.set(served.keyAt(url), new Response('<p>ho'));
      expect(await ask('', 'navigate')).toBe('old home');
      await expect(ask('', 'navigate', noNetwork, [])).rejects.toThrow();
    },
  );

  it('is what the host has by now where its own style sheet is nowhere any more', async () => {
    const { served, ask } = aDevice();
    served.stored.delete(served.keyAt('a.css'));
    const host: typeof fetch = async (_, init) =>
      init?.integrity ? new Response('', { status: 404 }) : new Response('the newest home');
    expect(await ask('', 'navigate', host, [])).toBe('the newest home');
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
