import { brotliCompressSync } from 'node:zlib';
import type { Site, SiteFile } from '../src/sw-site';

/** Bytes of a file as hosts send it (brotli). */
export function bytesSent(content: Buffer): number {
  return brotliCompressSync(content).length;
}

/** The scripts that a built page asks for by itself, below the site's root. */
export function scriptsIn(page: string): string[] {
  const found = page.matchAll(/(?:src|href)="[./]*(assets\/[^"]+\.js)"/g);
  return [...new Set([...found].map(([, file = '']) => file))];
}

/** All files of the offline store, as a built worker lists them in front of its code. */
export function storedBy(worker: string): readonly SiteFile[] {
  const site = JSON.parse(worker.slice(worker.indexOf('=') + 1, worker.indexOf(';\n'))) as Site;
  return site.files;
}

/** What a new device fetches to have these files: packs, and what lies in none. */
export function fetchedFor(files: readonly SiteFile[]): string[] {
  return [...new Set(files.map(({ url, packed }) => packed?.in ?? url))];
}
