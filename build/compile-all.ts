import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';
import { checkGuide, type Surroundings } from '../src/guide/check';
import { type Compiled, compileGuide } from '../src/guide/compile';
import { type Block, type Card, type Guide, ID, LOCALES, type Locale } from '../src/guide/guide';
import { byPlace, type Problem } from '../src/guide/problem';
import { placeOf, positionOf, report } from '../src/guide/text';
import { compareTranslation } from '../src/guide/translation';
import type { WordsToExplain } from '../src/guide/words-to-explain';
import type { StepPlace } from '../src/report/to-mend';
import { qrCode } from './qr';
import { readRecordings, strayRecordings } from './recordings';
import { readSpokenWords } from './spoken-words';
import { svgProblem } from './svg-picture';

/** Everything under `guides/`, compiled and checked. */
export interface Library {
  guides: Guide[];
  /** Every guide that has a step, also where it does not compile: what can be shown while it is being written. */
  drafts: Guide[];
  problems: (Problem & Place)[];
  /** Pictures beside the guides, as `<guide>/<file>`. */
  pictures: string[];
  /** Steps read aloud by a person, as `<guide>/audio/<locale>/<file>`. */
  recordings: string[];
  /** Where each step of the drafts is written. */
  places: StepPlace[];
}

/** The guide and step that a problem stands in; neither for one that is about a folder. */
interface Place {
  guide?: { id: string; locale: Locale };
  step?: string;
}

/** Folders and addresses of the site beside the guides. */
const TAKEN = ['assets', 'en', 'gallery', 'helping', 'privacy', 'report', 'staff'];

/** Why a guide cannot have this name; undefined where it can. */
export function folderProblem(id: string): string | undefined {
  if (!ID.test(id)) {
    return 'a guide folder is named with small letters a-z, digits and "-"';
  }
  return TAKEN.includes(id) ? `"${id}" is an address of the app itself; name the guide otherwise` : undefined;
}

/** Compiles and checks all guides below a folder. A file's name in problems is its way from `root`. */
export async function compileAll(root: string, folder = 'guides', today = currentDay()): Promise<Library> {
  const { problems } = await readSpokenWords(root, folder);
  const library: Library = { guides: [], drafts: [], problems, pictures: [], recordings: [], places: [] };
  const base = path.join(root, folder);
  const around = { today, words: await wordsToExplain(base) };
  const entries = await readdir(base, { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.isDirectory())
      await compileFolder(library, around, root, path.posix.join(folder, entry.name), entry.name);
  }
  const byOrder = (a: Guide, b: Guide) => a.order - b.order || (a.id < b.id ? -1 : 1);
  library.guides.sort(byOrder);
  library.drafts.sort(byOrder);
  library.problems.sort(byPlace);
  return library;
}

/** The problems that stop a build. */
export function errorsOf({ problems }: Library): Problem[] {
  return problems.filter((problem) => problem.severity === 'error');
}

function currentDay(): string {
  return new Date().toISOString().slice(0, 10);
}

async function wordsToExplain(base: string): Promise<WordsToExplain> {
  const file = path.join(base, 'words-to-explain.yaml');
  return existsSync(file) ? (parse(await readFile(file, 'utf8')) as WordsToExplain) : {};
}

/** What the home screen shows of the guides in one locale. */
export function cardsOf(guides: Guide[], locale: Locale): Card[] {
  return guides
    .filter((guide) => guide.locale === locale)
    .map(({ id, title, summary, minutes, order, icon, app, verified }) => ({
      id,
      locale,
      title,
      summary,
      minutes,
      order,
      icon,
      ...(app !== undefined && { app: nameOf(app) }),
      ...(verified !== undefined && { verified }),
    }));
}

/** The app's own name: its line begins with it, and goes on with versions and sources. */
function nameOf(app: string): string {
  return (app.split(/[,;:.(]/, 1)[0] ?? '').trim();
}

async function compileFolder(
  library: Library,
  around: Surroundings,
  root: string,
  folder: string,
  id: string,
): Promise<void> {
  const wrong = folderProblem(id);
  if (wrong) {
    library.problems.push(problem(folder, wrong));
    return;
  }
  const compiled = new Map<Locale, Compiled>();
  for (const locale of LOCALES) {
    const file = `${folder}/${locale}.md`;
    if (!existsSync(path.join(root, file))) continue;
    const result = compileGuide(file, id, locale, await readFile(path.join(root, file), 'utf8'));
    checkGuide(result, locale, around);
    await checkPictures(result, path.join(root, folder));
    await addRecordings(library, result, root, folder);
    compiled.set(locale, result);
  }
  library.problems.push(...(await strayRecordings(root, folder)));
  const reference = compiled.get('vi');
  if (!reference && compiled.size > 0)
    library.problems.push(
      problem(`${folder}/vi.md`, 'the guide has no vi.md, which is the reference; write it'),
    );
  for (const [locale, result] of compiled) {
    if (locale !== 'vi' && reference?.draft) compareTranslation(reference.draft, result);
    collect(library, result, { id, locale });
  }
}

function collect(
  library: Library,
  { draft, source, headings }: Compiled,
  guide: Place['guide'] & object,
): void {
  const starts = [...headings].map(([step, at]) => ({ step, line: positionOf(source, at).line }));
  library.problems.push(
    ...source.problems.map((found) => {
      const step = starts.filter(({ line }) => line <= found.line).at(-1)?.step;
      return { ...found, guide, ...(step !== undefined && { step }) };
    }),
  );
  if (!draft) return;
  addQrCodes(draft);
  for (const block of blocksOf(draft)) {
    const picture = block.kind === 'picture' && `${guide.id}/${block.file}`;
    if (picture && !library.pictures.includes(picture)) library.pictures.push(picture);
  }
  library.drafts.push(draft);
  library.places.push(
    ...starts.map(({ step, line }) => ({
      guide: guide.id,
      locale: guide.locale,
      revision: draft.revision,
      step,
      file: source.file,
      line,
    })),
  );
  if (!source.problems.some(({ severity }) => severity === 'error')) library.guides.push(draft);
}

/** Web addresses as QR codes, which the app only draws. */
export function addQrCodes(guide: Guide): void {
  for (const block of blocksOf(guide)) {
    if (block.kind === 'link' && block.href.startsWith('https:')) block.qr = qrCode(block.href);
  }
}

/** What the pure compiler cannot know: that a picture is there, and is nothing but a picture. */
async function checkPictures({ draft, source }: Compiled, folder: string): Promise<void> {
  for (const block of draft ? blocksOf(draft) : []) {
    if (block.kind !== 'picture') continue;
    const file = path.join(folder, block.file);
    const at = placeOf(source, block);
    if (!existsSync(file)) {
      report(source, at, `there is no picture "${block.file}" beside the guide; put it there`);
      continue;
    }
    const wrong = file.endsWith('.svg') && svgProblem(await readFile(file, 'utf8'));
    if (wrong) report(source, at, `the picture "${block.file}" ${wrong}`);
  }
}

/** Recordings belong to the guide's steps, and stop a build like its text where they do not fit. */
async function addRecordings(
  library: Library,
  { draft }: Compiled,
  root: string,
  folder: string,
): Promise<void> {
  if (!draft) return;
  const { steps, files, problems } = await readRecordings(root, folder, draft);
  if (files.length > 0) draft.recordings = steps;
  library.recordings.push(...files.map((file) => `${draft.id}/${file}`));
  library.problems.push(
    ...problems.map((found) => ({ ...found, guide: { id: draft.id, locale: draft.locale } })),
  );
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
