// Builds the site, unless nothing that goes into it has changed since the last time.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { cache, root, run } from './install.mjs';

/** All that goes into a build, besides the packages. */
export const INPUTS = [
  'build',
  'guides',
  'public',
  'src',
  'index.html',
  'LICENSE',
  'package.json',
  'package-lock.json',
  'tsconfig.base.json',
  'tsconfig.json',
  'vite.config.ts',
];
const SETTINGS = ['KILL_SWITCH', 'SITE_BASE', 'SITE_URL', 'SOURCE_DATE_EPOCH'];

/** Brings `dist/` up to date. Ends the program when the build fails. */
export function buildOnce() {
  const wanted = fingerprint();
  const stamp = path.join(cache, 'built');
  const built =
    existsSync(path.join(root, 'dist/sw.js')) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted;
  if (built) return;
  run('npm', ['run', '--silent', 'build']);
  mkdirSync(cache, { recursive: true });
  writeFileSync(stamp, wanted);
}

/** Over names and contents, not times: a fresh checkout of the same files is the same. */
function fingerprint() {
  const hash = createHash('sha256');
  for (const name of SETTINGS) hash.update(`${name}=${process.env[name] ?? ''}\n`);
  for (const file of INPUTS.flatMap(files))
    hash.update(`${file}\n`).update(readFileSync(path.join(root, file)));
  return hash.digest('hex');
}

/**
 * @param {string} input
 * @returns {string[]}
 */
function files(input) {
  const full = path.join(root, input);
  if (statSync(full).isFile()) return [input];
  return readdirSync(full, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath ?? entry.path, entry.name)))
    .sort();
}
