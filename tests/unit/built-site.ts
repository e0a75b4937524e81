import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { SiteFile } from '../../src/sw-site';
import { bytesSent, scriptsIn, storedBy } from '../built-files';

const root = path.join(import.meta.dirname, '../..');
export const DIST = path.join(root, 'dist');
/** How many modules a failing budget names. */
const NAMED = 12;

/** A file's bytes as hosts send it. */
export function sent(file: string): number {
  return bytesSent(read(file));
}

export function read(file: string): Buffer {
  return readFileSync(path.join(DIST, file));
}

/** The scripts that a page asks for by itself. */
export function scriptsOf(page: string): string[] {
  return scriptsIn(read(page).toString());
}

/** All files of the offline store, as the worker has them. */
export function stored(): readonly SiteFile[] {
  return storedBy(read('sw.js').toString());
}

/** Bytes before compression, by module. */
export type Modules = Record<string, number>;

/** Which modules these files are made of, as the build noted it. */
export function modulesOf(files: string[]): Modules {
  const noted = path.join(root, 'node_modules/.cache/tung-buoc/module-sizes.json');
  const all = (existsSync(noted) ? JSON.parse(readFileSync(noted, 'utf8')) : {}) as Record<string, Modules>;
  const found: Modules = {};
  for (const file of files)
    for (const [module, bytes] of Object.entries(all[file] ?? {}))
      found[module] = (found[module] ?? 0) + bytes;
  return found;
}

/** What is to be looked at when a budget is not kept: what grew since the sizes on record, most first. */
export function whatGrew(now: Modules, before: Modules): string {
  const names = [...new Set([...Object.keys(now), ...Object.keys(before)])];
  const grown = names
    .map((name) => ({ name, by: (now[name] ?? 0) - (before[name] ?? 0) }))
    .filter(({ by }) => by > 0)
    .sort((a, b) => b.by - a.by);
  if (grown.length === 0) return 'no module grew: look at the page itself, or at the style inside';
  return grown
    .slice(0, NAMED)
    .map(({ name, by }) => `+${by} ${name}`)
    .join('\n');
}
