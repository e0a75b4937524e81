import { digest, type Precache } from './sw-fetch';
import { keyOf, type Site, type SiteFile } from './sw-site';

/** Kinds of files that are packed, by the end of their name: text, which is smaller in one piece. What they are told to be to a browser. */
const TYPES: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  json: 'application/json',
  webmanifest: 'application/manifest+json',
};

/** The type of a file that may be packed; undefined for others. */
export function packedType(url: string): string | undefined {
  return TYPES[url.slice(url.lastIndexOf('.') + 1)];
}

/** What the host says of the pack alone. */
const OF_THE_PACK = ['Content-Length', 'Content-Encoding', 'ETag', 'Last-Modified', 'Accept-Ranges'];

/** Where files came from a pack to: their keys, and whether there was room for all of them. */
export interface Unpacked {
  brought: string[];
  hasRoom: boolean;
}

/** The packs of which more than half is not there yet: below that its files by themselves are fewer bytes. `there`: keys. */
export function packsWanted(site: Site, scope: string, there: ReadonlySet<string>): string[] {
  const bytes = new Map<string, { all: number; missing: number }>();
  for (const file of site.files) {
    if (!file.packed) continue;
    const sum = bytes.get(file.packed.in) ?? { all: 0, missing: 0 };
    sum.all += file.packed.bytes;
    if (!there.has(keyOf(file, scope))) sum.missing += file.packed.bytes;
    bytes.set(file.packed.in, sum);
  }
  return [...bytes].filter(([, { all, missing }]) => missing > all / 2).map(([name]) => name);
}

/**
 * Fetches a pack, and stores those of its files that are not there, each as soon as it has come with its own digest: what a line
 * brought before it broke stays. What does not come so has to be fetched by itself. Never rejects.
 */
export async function unpack(
  precache: Precache,
  pack: string,
  there: ReadonlySet<string>,
  fetchAnew: typeof fetch,
): Promise<Unpacked> {
  const { site, scope } = precache;
  const brought: string[] = [];
  try {
    const cache = await precache.open();
    // What the reader asks for meanwhile goes first.
    const asked = { cache: 'reload', credentials: 'same-origin', priority: 'low' } as const;
    const answer = await fetchAnew(scope + pack, asked);
    if (!answer.ok || !answer.body) return { brought, hasRoom: true };
    const take = taking(answer.body);
    for (const file of site.files) {
      if (file.packed?.in !== pack) continue;
      const content = await take(file.packed.bytes);
      if (!content) break;
      const key = keyOf(file, scope);
      if (there.has(key) || (await digest(content)) !== file.integrity) continue;
      try {
        await cache.put(key, new Response(content, { headers: headersOf(file, answer) }));
      } catch {
        return { brought, hasRoom: false };
      }
      brought.push(key);
    }
  } catch {
    // The line broke.
  }
  return { brought, hasRoom: true };
}

/** The host's, so that what it says of security holds for what comes from the store, too. */
function headersOf({ url }: SiteFile, pack: Response): Headers {
  const headers = new Headers(pack.headers);
  for (const name of OF_THE_PACK) headers.delete(name);
  headers.set('Content-Type', packedType(url) ?? 'text/plain');
  return headers;
}

/** Takes so many bytes off a stream, one time after the other; undefined where it ends before. */
function taking(
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
): (bytes: number) => Promise<Uint8Array<ArrayBuffer> | undefined> {
  const reader = stream.getReader();
  let rest = new Uint8Array(0);
  return async (bytes) => {
    const piece = new Uint8Array(bytes);
    for (let filled = 0; filled < bytes; ) {
      if (rest.length === 0) {
        const { value, done } = await reader.read();
        if (done) return undefined;
        rest = value;
      }
      const part = rest.subarray(0, bytes - filled);
      piece.set(part, filled);
      filled += part.length;
      rest = rest.subarray(part.length);
    }
    return piece;
  };
}
