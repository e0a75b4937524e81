import { LOCALES } from '../src/guide/guide';

/** The text of a guide, by the end of its path: its id and its language. */
export const GUIDE_FILE = /(?:^|\/)guides\/([a-z0-9-]+)\/([a-z]{2})\.md$/;
/** What a page needs of a guide beside what stands in it already. */
const PART = /^\0virtual:(outline|drawings)\/([a-z0-9-]+)\/([a-z]{2})$/;
/** The digest is eight characters long, and may hold a `-` itself. */
const CHUNK = /^assets\/(?:outline|drawings)-([a-z0-9-]+)-[a-z]{2}-.{8}\.js$/;

/** The name of a script that holds this module: `outline-vneid-vi`, `drawings-vneid-vi`; otherwise what the bundler calls it. */
export function chunkName(module: string | null | undefined): string {
  const [, part, guide, locale] = PART.exec(module ?? '') ?? [];
  return part ? `${part}-${guide}-${locale}` : '[name]';
}

/** Whether a built script holds a part of a guide. */
export function isOfGuide(url: string): boolean {
  return CHUNK.test(url);
}

/** The guide that a built file may belong to: its page and pictures lie below its name, its scripts are named by it. */
export function guideOf(url: string): string | undefined {
  const named = CHUNK.exec(url)?.[1];
  if (named) return named;
  const parts = url.split('/');
  // Vietnamese has no folder of its own: a guide may have that name.
  const inFolder = LOCALES.some((locale) => locale !== 'vi' && locale === parts[0]);
  const folders = inFolder ? parts.slice(1) : parts;
  return folders.length > 1 ? folders[0] : undefined;
}
