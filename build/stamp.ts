import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Published } from '../src/device/version';
import type { Site, SiteFile } from '../src/sw-site';
import { packUp } from './packs';
import { contentOf, pageOf } from './page-content';
import { type BuiltFile, inTwoParts } from './two-parts';

/** Where the host tells which version it gives out; never stored anywhere. */
const PUBLISHED = 'version.json';
const WORKER = 'sw.js';
/** What works without network. The system keeps its own copy of an installed site's pictures. */
const STORED = /\.(html|js|css|svg|png|webp|jpe?g|webmanifest|json)$/;
const NOT_STORED = /^(404\.html|sw\.js|version\.json|icon-.*\.png)$/;
/** In each page, so that it can tell the worker which version it is of. */
const OWN_ID = /(<html[^>]*) data-version(?:="[^"]*")?/;

interface Build {
  version: string;
  /** `YYYY-MM-DD` */
  date: string;
  worker: string;
  guides: readonly string[];
  limit?: number | undefined;
}

/**
 * Makes a folder of built files a version: its id goes into each page, and `sw.js` (from the code `worker`) and
 * `version.json` are written. The id is that of the contents: the same files are the same version, whenever and wherever
 * they are built. May be done again after files were changed. `guides`: their ids in the home screen's order; above `limit`
 * bytes the last of them are stored later.
 */
export function stampVersion(folder: string, { version, date, worker, guides, limit }: Build): Published {
  const names = filesIn(folder);
  const pages = names.filter((name) => name.endsWith('.html'));
  const stamp = (id: string) => {
    for (const page of pages) {
      const file = path.join(folder, page);
      writeFileSync(file, readFileSync(file, 'utf8').replace(OWN_ID, `$1 data-version="${id}"`));
    }
  };
  stamp('');
  const known = new Set(names);
  // Of a page its content is stored; the page itself is not, but it is of the version like any other file.
  const isWhole = (name: string) => contentOf(name) !== name && known.has(contentOf(name));
  const stored = names.filter((name) => STORED.test(name) && !NOT_STORED.test(name) && !isWhole(name));
  const built = () => stored.map((name) => fileOf(folder, name));
  const whole = pages.filter(isWhole).map((name) => fileOf(folder, name));
  const id = idOf([...inTwoParts(built(), guides, limit), ...whole], `${version} ${date}\n${worker}`);
  stamp(id);
  const now = built();
  const files = packUp(folder, inTwoParts(now, guides, limit));
  const site: Site = { name: { version, date, id }, files };
  writeFileSync(path.join(folder, WORKER), `self.site=${JSON.stringify(site)};\n${worker}`);
  const bytes = now.reduce((sum, file) => sum + file.bytes, 0);
  const published: Published = { format: 1, version, date, id, files: files.length, bytes };
  writeFileSync(path.join(folder, PUBLISHED), `${JSON.stringify(published, null, 2)}\n`);
  return published;
}

function idOf(files: SiteFile[], rest: string): string {
  const hash = createHash('sha256').update(rest);
  for (const { url, integrity, later } of files)
    hash.update(`\n${url} ${integrity}${later === undefined ? '' : ' later'}`);
  return hash.digest('hex').slice(0, 8);
}

/** A file that was cut off on its way must not be stored, or it would be a white screen for ever. */
function fileOf(folder: string, url: string): BuiltFile {
  const content = readFileSync(path.join(folder, url));
  const digest = createHash('sha256').update(content).digest('base64');
  const page = pageOf(url);
  return { url, ...(page !== undefined && { page }), integrity: `sha256-${digest}`, bytes: content.length };
}

/** In the order of names: that of the folder is another on each disk, and would make another version of the same files. */
export function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath ?? entry.path, entry.name)))
    .map((name) => name.replaceAll(path.sep, '/'))
    .sort();
}
