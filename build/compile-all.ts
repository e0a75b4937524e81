import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { type Compiled, compileGuide } from '../src/guide/compile';
import { type Block, type Card, type Guide, LOCALES, type Locale } from '../src/guide/guide';
import { byPlace, type Problem } from '../src/guide/problem';
import { checkReadability } from '../src/guide/readability';
import { compareTranslation } from '../src/guide/translation';
import { qrCode } from './qr';

/** Everything under `guides/`, compiled and checked. */
export interface Library {
  guides: Guide[];
  /** Every guide that there is a file of, also where it does not compile. */
  files: Pick<Guide, 'id' | 'locale'>[];
  problems: Problem[];
  /** Pictures beside the guides, as `<guide>/<file>`. */
  pictures: string[];
}

/** Compiles and checks all guides below a folder. A file's name in problems is its way from `root`. */
export async function compileAll(root: string, folder = 'guides'): Promise<Library> {
  const library: Library = { guides: [], files: [], problems: [], pictures: [] };
  const base = path.join(root, folder);
  const entries = await readdir(base, { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.isDirectory())
      await compileFolder(library, root, path.posix.join(folder, entry.name), entry.name);
  }
  library.guides.sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));
  library.problems.sort(byPlace);
  return library;
}

/** What the home screen shows of the guides in one locale. */
export function cardsOf(guides: Guide[], locale: Locale): Card[] {
  return guides
    .filter((guide) => guide.locale === locale)
    .map(({ id, title, summary, minutes, order, icon }) => ({
      id,
      locale,
      title,
      summary,
      minutes,
      order,
      icon,
    }));
}

async function compileFolder(library: Library, root: string, folder: string, id: string): Promise<void> {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) {
    library.problems.push(problem(folder, 'a guide folder is named with small letters a-z, digits and "-"'));
    return;
  }
  const compiled = new Map<Locale, Compiled>();
  for (const locale of LOCALES) {
    const file = `${folder}/${locale}.md`;
    if (!existsSync(path.join(root, file))) continue;
    library.files.push({ id, locale });
    const result = compileGuide(file, id, locale, await readFile(path.join(root, file), 'utf8'));
    compiled.set(locale, result);
    library.problems.push(...result.problems, ...checkReadability(file, result));
    if (result.guide) {
      library.guides.push(result.guide);
      for (const block of blocksOf(result.guide)) finishBlock(library, root, folder, file, id, block);
    }
  }
  const reference = compiled.get('vi');
  if (!reference && compiled.size > 0)
    library.problems.push(
      problem(`${folder}/vi.md`, 'the guide has no vi.md, which is the reference; write it'),
    );
  for (const [locale, result] of compiled) {
    if (locale === 'vi' || !reference?.guide) continue;
    library.problems.push(...compareTranslation(reference.guide, `${folder}/${locale}.md`, result));
  }
}

/** What the pure compiler cannot know: that a picture is there, and how an address looks as a QR code. */
function finishBlock(
  library: Library,
  root: string,
  folder: string,
  file: string,
  id: string,
  block: Block,
): void {
  if (block.kind === 'link' && block.href.startsWith('https:')) block.qr = qrCode(block.href);
  if (block.kind !== 'picture') return;
  if (!existsSync(path.join(root, folder, block.file))) {
    library.problems.push(problem(file, `the picture "${block.file}" is not in ${folder}; put it there`));
  }
  const picture = `${id}/${block.file}`;
  if (!library.pictures.includes(picture)) library.pictures.push(picture);
}

function blocksOf(guide: Guide): Block[] {
  const nested = (block: Block): Block[] =>
    block.kind === 'callout' ? [block, ...block.blocks.flatMap(nested)] : [block];
  const steps = guide.steps.flatMap((step) => [
    ...step.blocks,
    ...step.trouble.flatMap((entry) => entry.blocks),
  ]);
  return [...guide.cover, ...steps].flatMap(nested);
}

function problem(file: string, message: string): Problem {
  return { file, line: 1, col: 1, severity: 'error', message };
}
