import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Plugin, ResolvedConfig } from 'vite';
import { LineCounter, parseDocument } from 'yaml';
import { LOCALES, type Locale } from '../src/guide/guide';
import type { Problem } from '../src/guide/problem';
import type { SpokenWords } from '../src/guide/spoken-words';

/** Beside the guides: how words and numbers are said aloud. */
const FILE = 'spoken-words.yaml';
const NEEDED = ['digits', 'of', 'to', 'point', 'slash', 'hidden', 'hours', 'date', 'month', 'words'] as const;
const ALL = [...NEEDED, 'day', 'early', 'months'];

/** What is said aloud, by language, and what is wrong with the file. Without a file everything is said as written. */
export async function readSpokenWords(
  root: string,
  folder = 'guides',
): Promise<{ languages: Partial<Record<Locale, SpokenWords>>; problems: Problem[] }> {
  const file = path.join(root, folder, FILE);
  if (!existsSync(file)) return { languages: {}, problems: [] };
  const lines = new LineCounter();
  const document = parseDocument(await readFile(file, 'utf8'), { lineCounter: lines, prettyErrors: false });
  const problems: Problem[] = [];
  const report = (offset: number, message: string) => {
    const { line, col } = lines.linePos(offset);
    problems.push({ file: `${folder}/${FILE}`, line, col, severity: 'error', message });
  };
  for (const error of document.errors) report(error.pos[0], error.message);
  if (problems.length > 0) return { languages: {}, problems };
  const at = (keys: string[]) =>
    (document.getIn(keys, true) as { range?: [number] } | undefined)?.range?.[0] ?? 0;
  const languages = (document.toJS() ?? {}) as Partial<Record<Locale, SpokenWords>>;
  for (const [locale, language] of Object.entries(languages)) {
    if (!LOCALES.some((one) => one === locale))
      report(at([locale]), `"${locale}" is no language of the guides`);
    for (const [keys, message] of wrongIn(language)) report(at([locale, ...keys]), message);
  }
  return { languages, problems };
}

/** `virtual:spoken-words/vi` and its like: one language's part of the file. */
export function spokenWords(): Plugin {
  const prefix = '\0virtual:spoken-words/';
  let config: ResolvedConfig;
  return {
    name: 'tung-buoc:spoken-words',
    configResolved(resolved) {
      config = resolved;
    },
    async load(id) {
      if (!id.startsWith(prefix)) return undefined;
      const file = path.join(config.root, 'guides', FILE);
      // Vite would look for one that is not there as for an import, and fail.
      if (existsSync(file)) this.addWatchFile(file);
      const { languages } = await readSpokenWords(config.root);
      return `export default ${JSON.stringify(languages[id.slice(prefix.length) as Locale] ?? null)};`;
    },
  };
}

function wrongIn(language: SpokenWords): [keys: string[], message: string][] {
  const wrong: [string[], string][] = [];
  const given = new Map<string, unknown>(Object.entries(language ?? {}));
  for (const key of NEEDED) if (!given.has(key)) wrong.push([[], `"${key}" is missing`]);
  for (const [key, value] of given) {
    if (!ALL.includes(key)) wrong.push([[key], `unknown key "${key}"; known keys are ${ALL.join(', ')}`]);
    else if (key === 'digits' || key === 'months') {
      const wanted = key === 'digits' ? 10 : 12;
      if (!Array.isArray(value) || value.length !== wanted || !value.every(isText))
        wrong.push([[key], `"${key}" is a list of ${wanted} words`]);
    } else if (key === 'words') {
      for (const [word, said] of Object.entries(value ?? {}))
        if (!isText(said)) wrong.push([[key, word], `say "${word}" in words; put them in quotation marks`]);
    } else if (!isText(value)) wrong.push([[key], `"${key}" is a text; put it in quotation marks`]);
  }
  return wrong;
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}
