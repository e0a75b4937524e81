import type { VersionName } from './device/version';
import type { GuideId } from './guide/guide';

/** A file that works without network; `url` is relative to the site's root, `integrity` is `sha256-<base64>`. */
export interface SiteFile {
  url: string;
  integrity: string;
  /** Of a page's content: the page that it is asked for as. Its style is put in from other files (src/sw-page.ts). */
  page?: string;
  /** Another file that holds it too, so many bytes long, behind those before it in the list: for who wants most of them. */
  packed?: { in: string; bytes: number };
  /** The guide that it belongs to, where that is not stored at once: a large site comes in two parts. */
  later?: GuideId;
}

/** One version of the site. */
export interface Site {
  name: VersionName;
  files: readonly SiteFile[];
}

/** Where a file is stored: by its content, so that what is the same in two versions is there once. */
export function keyOf({ url, integrity }: SiteFile, scope: string): string {
  return `${scope}${url}?${encodeURIComponent(integrity)}`;
}

/** What an address names below the site's root: `vneid/` is `vneid/index.html`. */
export function fileNamed(address: string, scope: string): string {
  const { origin, pathname } = new URL(address);
  const name = (origin + pathname).slice(scope.length);
  return name.replace(/(^|\/)(index\.html)?$/, '$1index.html');
}

/** The file of a version that is asked for by this name: a page by its own, not by that of its content. */
export function findFile({ files }: Site, name: string): SiteFile | undefined {
  return files.find(({ url, page }) => (page ?? url) === name);
}
