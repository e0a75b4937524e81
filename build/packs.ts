import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { packedType } from '../src/sw-packed';
import type { SiteFile } from '../src/sw-site';
import { isOfGuide } from './guide-files';

/** Named by its content, or a host that still gives out the last version's would have it fetched for nothing. */
const PACK = /^(app|pages)-[0-9a-f]{8}\.pack\.txt$/;

/**
 * Writes the files that are stored at once into packs, one behind the other: in one piece what pages have in common is sent once,
 * and a bad line answers twice in place of a hundred times. Pages, which change with each version, are apart from the app. Answers
 * the list with where each file lies.
 */
export function packUp(folder: string, files: readonly SiteFile[]): SiteFile[] {
  for (const name of readdirSync(folder)) if (PACK.test(name)) rmSync(path.join(folder, name));
  const packable = files.filter(({ url, later }) => later === undefined && packedType(url) !== undefined);
  const isPage = ({ url }: SiteFile) => url.endsWith('.html') || isOfGuide(url);
  const packed = new Map([
    ...pack(folder, 'pages', packable.filter(isPage)),
    ...pack(
      folder,
      'app',
      packable.filter((file) => !isPage(file)),
    ),
  ]);
  return files.map((file) => {
    const place = packed.get(file);
    return place ? { ...file, packed: place } : file;
  });
}

function pack(folder: string, kind: string, files: SiteFile[]): [SiteFile, SiteFile['packed']][] {
  const contents = files.map(({ url }) => readFileSync(path.join(folder, url)));
  const all = Buffer.concat(contents);
  const name = `${kind}-${createHash('sha256').update(all).digest('hex').slice(0, 8)}.pack.txt`;
  writeFileSync(path.join(folder, name), all);
  return files.map((file, i) => [file, { in: name, bytes: contents[i]?.length ?? 0 }]);
}
