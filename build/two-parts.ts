import type { SiteFile } from '../src/sw-site';
import { guideOf } from './guide-files';

/**
 * What a first visit stores at once, in bytes before compression: text shrinks to a quarter, so that this is 15 seconds of a line
 * with 400 kbit/s; files that wait for answers, and an old tablet that checks them, take as long again (`npm run bench`: `install`).
 */
export const FIRST_PART = 3_000_000;

/** A file of the offline store as it lies in the built folder. */
export interface BuiltFile extends SiteFile {
  bytes: number;
}

/**
 * The files in the order in which a device stores them. Above `limit` bytes guides are marked as to come later, all of a guide
 * or nothing, from the first in the home screen's order (`guides`, by id) that has no room any more. The app's own files and
 * the first guide are never later.
 */
export function inTwoParts(
  files: readonly BuiltFile[],
  guides: readonly string[],
  limit = FIRST_PART,
): SiteFile[] {
  const ofGuide = new Map<string, BuiltFile[]>(guides.map((id) => [id, []]));
  const first: BuiltFile[] = [];
  for (const file of files) (ofGuide.get(guideOf(file.url) ?? '') ?? first).push(file);
  let bytes = sum(first);
  let isFull = false;
  const later: SiteFile[] = [];
  for (const [place, id] of guides.entries()) {
    const own = ofGuide.get(id) ?? [];
    bytes += sum(own);
    isFull ||= place > 0 && bytes > limit;
    if (isFull) later.push(...pagesLast(own).map((file) => ({ ...listed(file), later: id })));
    else first.push(...own);
  }
  const byName = first.sort((a, b) => (a.url < b.url ? -1 : 1));
  return [...byName.map(listed), ...later];
}

function listed({ bytes: _, ...file }: BuiltFile): SiteFile {
  return file;
}

/** A page that is there has all that it needs: it is fetched after that. */
function pagesLast(files: BuiltFile[]): BuiltFile[] {
  const isPage = ({ url }: BuiltFile) => url.endsWith('.html');
  return [...files.filter((file) => !isPage(file)), ...files.filter(isPage)];
}

function sum(files: BuiltFile[]): number {
  return files.reduce((total, { bytes }) => total + bytes, 0);
}
