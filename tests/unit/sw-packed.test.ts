import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { install } from '../../src/sw-install';
import { packsWanted } from '../../src/sw-packed';
import { verify } from '../../src/sw-verify';
import { aNetwork, aPrecache, FILES, noNetwork } from './a-precache';

const PACK = 'pages-0a1b2c3d.pack.txt';
const names = Object.keys(FILES);
const whole = Buffer.from(Object.values(FILES).join(''));
/** Below that many bytes of a pack it is cheaper to have the files one by one. */
const half = whole.length / 2;

/** A device, and a version all of whose files lie in one pack, too. */
function aDevice(stored?: Map<string, Response>) {
  const device = aPrecache(FILES, stored);
  const files = device.precache.site.files.map((file) => ({
    ...file,
    packed: { in: PACK, bytes: Buffer.byteLength(FILES[file.url as keyof typeof FILES]) },
  }));
  const precache = { ...device.precache, site: { ...device.precache.site, files } };
  return { ...device, precache };
}

/** A line on which the pack comes like this, and other files as they were built; `asked`: what was asked for, in order. */
function aLine(pack: () => Promise<Response>, others: typeof fetch = aNetwork(FILES)) {
  const asked: string[] = [];
  const line: typeof fetch = (input, init) => {
    const name = String(input).replace('https://site/', '');
    asked.push(name);
    return name === PACK ? pack() : others(input, init);
  };
  return { asked, line };
}

/** A body that comes in pieces of these lengths, and then breaks off or ends. */
function inPieces(content: Uint8Array, lengths: number[], breaks = false): ReadableStream {
  let at = 0;
  let turn = 0;
  return new ReadableStream({
    pull(stream) {
      if (at >= content.length) return breaks ? stream.error(new TypeError('network error')) : stream.close();
      const length = lengths[turn % lengths.length] ?? 1;
      turn += 1;
      stream.enqueue(content.subarray(at, at + length));
      at += length;
    },
  });
}

const aBody =
  (body: BodyInit, headers = {}) =>
  async () =>
    new Response(body, { headers });
const MISSING = { missing: [], broken: [] };

describe('a version that comes in a pack', () => {
  it('comes by one request, as it was built, with its own type and what the host says of security', async () => {
    const { precache, stored, keyAt } = aDevice();
    const headers = {
      'Content-Type': 'text/plain',
      'Content-Length': '999',
      'Content-Encoding': 'br',
      ETag: '"pack"',
      'Permissions-Policy': 'camera=(self)',
    };
    const { asked, line } = aLine(aBody(whole, headers));
    expect(await install(precache, line)).toEqual({ kind: 'whole', fetched: names.length });
    expect(asked).toEqual([PACK]);
    expect(await verify(precache, () => {})).toMatchObject(MISSING);
    const types = names.map((name) => Object.fromEntries(stored.get(keyAt(name))?.headers ?? []));
    expect(types).toEqual(
      ['text/html', 'text/html', 'text/javascript', 'text/css'].map((type) => ({
        'content-type': `${type}; charset=utf-8`,
        'permissions-policy': 'camera=(self)',
      })),
    );
  });

  it('in whatever pieces, broken off wherever: what came whole stays, and only the rest is fetched by itself', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(whole.length),
        fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 5 }),
        fc.boolean(),
        async (length, pieces, breaks) => {
          const { precache } = aDevice();
          const { asked, line } = aLine(aBody(inPieces(whole.subarray(0, length), pieces, breaks)));
          expect(await install(precache, line)).toEqual({ kind: 'whole', fetched: names.length });
          const ends = names.map((_, i) =>
            Buffer.byteLength(
              Object.values(FILES)
                .slice(0, i + 1)
                .join(''),
            ),
          );
          expect(asked).toEqual([PACK, ...names.filter((_, i) => (ends[i] ?? 0) > length)]);
          expect(await verify(precache, () => {})).toMatchObject(MISSING);
        },
      ),
    );
  });

  it('with a bit flipped anywhere: the file that it fell on is fetched by itself, the others are taken', async () => {
    for (let at = 0; at < whole.length; at += 1) {
      const flipped = Uint8Array.from(whole, (byte, i) => (i === at ? byte ^ 1 : byte));
      const { precache } = aDevice();
      const { asked, line } = aLine(aBody(flipped));
      expect((await install(precache, line)).kind).toBe('whole');
      expect(asked).toHaveLength(2);
      expect(await verify(precache, () => {})).toMatchObject(MISSING);
    }
  });

  it.each([
    ['no such file', async () => new Response('', { status: 404 })],
    ['a page to log in', aBody('<!doctype html><title>Log in</title>')],
    ['another version’s', aBody('x'.repeat(500))],
    ['no answer', () => noNetwork('')],
  ])('that the host does not have (%s) comes file by file', async (_, pack) => {
    const { precache } = aDevice();
    const { asked, line } = aLine(pack);
    expect(await install(precache, line)).toEqual({ kind: 'whole', fetched: names.length });
    // Of an empty file anything is the beginning.
    expect(asked.filter((name) => name !== 'x.css')).toEqual([PACK, ...names.slice(0, -1)]);
  });

  it('of which a file comes neither in the pack nor by itself is not whole, and keeps what came', async () => {
    const device = aDevice();
    const cut = aLine(aBody(whole.subarray(0, -3)), noNetwork);
    expect(await install(device.precache, cut.line)).toEqual({ kind: 'not-come', url: 'assets/app.js' });
    // Most of it is there now: the rest comes by itself.
    const { asked, line } = aLine(aBody(whole));
    expect((await install(device.precache, line)).kind).toBe('whole');
    expect(asked.filter((name) => name !== 'x.css')).toEqual(['assets/app.js']);
  });

  it('for which there is no room takes away what it brought, and nothing else', async () => {
    const { precache, stored } = aDevice(new Map([['https://site/old?x', new Response('old')]]));
    const cache = await precache.open();
    let room = 2;
    const put: typeof cache.put = (key, response) => {
      room -= 1;
      return room < 0
        ? Promise.reject(new DOMException('full', 'QuotaExceededError'))
        : cache.put(key, response);
    };
    const full = { ...precache, open: async () => ({ ...cache, put }) };
    const { asked, line } = aLine(aBody(whole));
    expect(await install(full, line)).toEqual({ kind: 'no-room', url: PACK });
    expect(asked).toEqual([PACK]);
    expect([...stored.keys()]).toEqual(['https://site/old?x']);
  });
});

it('a pack is wanted while more than half of its bytes are missing, whichever files they are of', () => {
  const { precache, keyAt } = aDevice();
  const bytesOf = (name: string) => Buffer.byteLength(FILES[name as keyof typeof FILES]);
  fc.assert(
    fc.property(fc.subarray(names), (there) => {
      const missing = whole.length - there.reduce((sum, name) => sum + bytesOf(name), 0);
      const wanted = packsWanted(precache.site, precache.scope, new Set(there.map(keyAt)));
      expect(wanted).toEqual(missing > half ? [PACK] : []);
    }),
  );
});
