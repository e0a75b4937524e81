import { CONTENT } from '../src/screens/address';

/** What a host gives out at a page's address. */
const PAGE = 'index.html';

/** The file of a page's content, below the site's root. */
export function contentOf(page: string): string {
  return replaceName(page, PAGE, CONTENT);
}

/** The page that this file is the content of, if it is that of any. */
export function pageOf(file: string): string | undefined {
  const page = replaceName(file, CONTENT, PAGE);
  return page === file ? undefined : page;
}

/** A page's style from these files, in a way that src/sw-page.ts can repeat: their contents one after the other, nothing between. */
export function styleOf(files: ReadonlyMap<string, string>): string {
  return `<style data-files="${[...files.keys()].join(' ')}">${[...files.values()].join('')}</style>`;
}

/**
 * A finished page with a template in the place of its style; even an empty style would be looked at by the policy, which stays
 * that of the whole page.
 */
export function withoutStyle(page: string): string {
  return page.replace(/<style( data-files="[^"]*")>[\s\S]*?<\/style>/, '<template$1></template>');
}

function replaceName(file: string, name: string, other: string): string {
  return file === name || file.endsWith(`/${name}`) ? file.slice(0, -name.length) + other : file;
}
