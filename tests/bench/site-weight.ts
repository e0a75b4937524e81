import type { SiteFile } from '../../src/sw-site';
import { bytesSent, fetchedFor, scriptsIn, storedBy } from '../built-files';
import type { Files } from './floor';

/** What a built site weighs, in bytes as hosts send them (brotli). */
export interface Weight {
  /** Files that work without network: those stored at once, and all. */
  files: { first: number; all: number };
  /** Bytes that are fetched for them, most of them in packs. */
  stored: { first: number; all: number };
  /** The page of a guide that weighs most until it answers: itself, and its script. */
  guide: Page;
  home: Page;
}

interface Page {
  page: number;
  script: number;
}

const GUIDE_PAGE = / data-guide="/;

/** The weight of a built site, from its files by address. */
export function weigh(files: Files): Weight {
  const known = new Map<string, number>();
  const sent = (address: string): number => {
    const bytes = known.get(address) ?? bytesSent(files.get(address) ?? Buffer.of());
    known.set(address, bytes);
    return bytes;
  };
  const sum = (addresses: string[]) => addresses.reduce((bytes, address) => bytes + sent(address), 0);
  const pageAt = (address: string): Page => ({
    page: sent(address),
    script: sum(scriptsIn(files.get(address)?.toString() ?? '').map((file) => `/${file}`)),
  });
  const stored = storedBy(files.get('/sw.js')?.toString() ?? '');
  const at = (list: readonly SiteFile[]) => fetchedFor(list).map((url) => `/${url}`);
  const first = stored.filter(({ later }) => later === undefined);
  const guides = [...files.keys()].filter(
    (address) => address.endsWith('/index.html') && GUIDE_PAGE.test(files.get(address)?.toString() ?? ''),
  );
  const pages = guides.map(pageAt).sort((a, b) => b.page + b.script - (a.page + a.script));
  const [guide] = pages;
  if (!guide) throw new Error('no page of a guide');
  return {
    files: { first: first.length, all: stored.length },
    stored: { first: sum(at(first)), all: sum(at(stored)) },
    guide,
    home: pageAt('/index.html'),
  };
}
