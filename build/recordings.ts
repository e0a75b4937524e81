import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { type Guide, LOCALES, type StepId } from '../src/guide/guide';
import type { Problem } from '../src/guide/problem';

/** What every browser of the last ten years can play. */
const ENDINGS = ['mp3', 'm4a'];
/** Two minutes of speech in one channel at 64 kbit/s. */
const MOST_BYTES = 1_000_000;

/** Recordings of one guide in one language. */
interface Recordings {
  /** By step: the file below the guide's folder; its content's digest follows, so that a new one is a new address. */
  steps: Record<StepId, string>;
  /** The same files by themselves. */
  files: string[];
  problems: Problem[];
}

/** `audio/<locale>/<step-id>.mp3` below a guide's folder, and what is wrong there. `folder` is its way from `root`. */
export async function readRecordings(
  root: string,
  folder: string,
  draft: Pick<Guide, 'locale' | 'steps'>,
): Promise<Recordings> {
  const found: Recordings = { steps: {}, files: [], problems: [] };
  const place = `audio/${draft.locale}`;
  for (const name of await namesIn(path.join(root, folder, place))) {
    const file = `${place}/${name}`;
    const content = await readFile(path.join(root, folder, file));
    const step = name.replace(/\.[^.]*$/, '');
    const wrong =
      wrongWith(name, content, draft) ?? (found.steps[step] && `the step has two recordings; keep one`);
    if (wrong) {
      found.problems.push({ file: `${folder}/${file}`, line: 1, col: 1, severity: 'error', message: wrong });
      continue;
    }
    const digest = createHash('sha256').update(content).digest('hex').slice(0, 8);
    found.steps[step] = `${file}?${digest}`;
    found.files.push(file);
  }
  return found;
}

/** What lies in a guide's `audio` folder and belongs to no language. */
export async function strayRecordings(root: string, folder: string): Promise<Problem[]> {
  const names = await namesIn(path.join(root, folder, 'audio'));
  return names
    .filter((name) => !LOCALES.some((locale) => locale === name))
    .map((name) => ({
      file: `${folder}/audio/${name}`,
      line: 1,
      col: 1,
      severity: 'error',
      message: `recordings lie in audio/${LOCALES.join('/ or audio/')}/`,
    }));
}

async function namesIn(folder: string): Promise<string[]> {
  if (!existsSync(folder)) return [];
  return (await readdir(folder)).filter((name) => !name.startsWith('.')).sort();
}

function wrongWith(name: string, content: Buffer, { steps }: Pick<Guide, 'steps'>): string | undefined {
  const [, step = name, ending = ''] = /^(.*)\.([^.]*)$/.exec(name) ?? [];
  if (!ENDINGS.includes(ending)) return `a recording ends in .${ENDINGS.join(' or .')}`;
  if (!steps.some(({ id }) => id === step)) {
    return `there is no step "${step}"; the steps are ${steps.map(({ id }) => id).join(', ')}`;
  }
  if (content.length > MOST_BYTES) {
    return `${Math.ceil(content.length / 1000)} kB; at most ${MOST_BYTES / 1000} kB: save it in one channel, 64 kbit/s or less`;
  }
  return isA(ending, content) ? undefined : `what is inside is no .${ending}; save it as one`;
}

function isA(ending: string, content: Buffer): boolean {
  const text = (from: number, to: number) => content.toString('latin1', from, to);
  if (ending === 'm4a') return text(4, 8) === 'ftyp';
  return text(0, 3) === 'ID3' || (content[0] === 0xff && ((content[1] ?? 0) & 0xe0) === 0xe0);
}
