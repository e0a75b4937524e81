import { isMap, isScalar, LineCounter, parseDocument } from 'yaml';
import { isDay } from './day';
import { type Day, GUIDE_ICONS, type GuideIcon, type Source } from './guide';
import { sourceProblem, warnOfHost } from './link-address';
import { report, type Text, warn } from './text';

/** What the YAML head of a guide says. */
export interface FrontMatter {
  title: string;
  summary: string;
  minutes: number;
  order: number;
  icon: GuideIcon;
  verified?: Day;
  app?: string;
  sources: Source[];
  hotline?: string;
}

const KEYS = ['title', 'summary', 'minutes', 'order', 'icon', 'verified', 'app', 'sources', 'hotline'];
/** Characters; the longest list of sources that a reader can check is far below. */
const LONGEST = 40_000;
const FENCE = /^---\n([\s\S]*?)(?:^|\n)---(?:\n|$)/;

/**
 * Reads the head. `body` is the offset at which the Markdown begins; what is missing or of the wrong type is
 * reported, and stands in as an empty value so that the rest of the guide can be checked in the same run.
 */
export function readFrontMatter(source: Text): { head: FrontMatter; body: number } {
  const fence = FENCE.exec(source.text);
  if (!fence) {
    report(source, 0, 'the guide has no front matter; begin the file with "---", the keys, and "---"');
    return { head: empty(), body: 0 };
  }
  return { head: parse(source, fence[1] ?? '', '---\n'.length), body: fence[0].length };
}

function empty(): FrontMatter {
  return { title: '', summary: '', minutes: 0, order: 0, icon: 'shield', sources: [] };
}

function parse(source: Text, yaml: string, start: number): FrontMatter {
  if (yaml.length > LONGEST || /[[{]{9}/.test(yaml.replaceAll(/\s/g, ''))) {
    report(source, start, 'the front matter is too long or too deep; write "key: value" lines');
    return empty();
  }
  const document = parseDocument(yaml, {
    lineCounter: new LineCounter(),
    prettyErrors: false,
    version: '1.2',
  });
  for (const error of document.errors) report(source, start + error.pos[0], `front matter: ${error.message}`);
  if (document.errors.length > 0) return empty();
  if (!isMap(document.contents)) {
    report(source, start, 'front matter must be a list of "key: value" lines');
    return empty();
  }

  checkEscapes(source, yaml, start);
  const places = new Map<string, number>();
  for (const { key } of document.contents.items) {
    if (!isScalar(key)) continue;
    const name = String(key.value);
    const at = start + (key.range?.[0] ?? 0);
    places.set(name, at);
    if (!KEYS.includes(name)) report(source, at, `unknown key "${name}"; known keys are ${KEYS.join(', ')}`);
  }
  let contents: object;
  try {
    contents = document.toJS({ maxAliasCount: 0 }) as object;
  } catch (error) {
    report(source, start, `front matter: ${(error as Error).message}; write each value out`);
    return empty();
  }
  const values = new Map<string, unknown>(Object.entries(contents));
  return read({ source, values, at: (key) => places.get(key) ?? 0 });
}

/** YAML can write a character as its number; nobody who reads the file would see what it is. */
function checkEscapes(source: Text, yaml: string, start: number): void {
  for (const { 0: written, index } of yaml.matchAll(/\\(?:x[\da-f]{2}|u[\da-f]{4}|U[\da-f]{8}|[\s\S])/gi)) {
    if (/^\\[xuU0abefrvNLP_]/.test(written))
      report(source, start + index, `write the character itself instead of ${written}`);
  }
}

interface Fields {
  source: Text;
  values: Map<string, unknown>;
  /** Where a key stands; the file's start for one that is missing. */
  at(key: string): number;
}

function read(fields: Fields): FrontMatter {
  const verified = text(fields, 'verified', { optional: true });
  if (verified && !isDay(verified)) {
    report(fields.source, fields.at('verified'), 'verified must be a day that exists, written as 2026-11-24');
  }
  const app = text(fields, 'app', { optional: true });
  const hotline = text(fields, 'hotline', { optional: true });
  if (hotline && !/^\+?\d(?:[ .-]?\d){2,14}$/.test(hotline)) {
    report(fields.source, fields.at('hotline'), 'hotline must be a telephone number, written as "1900 0368"');
  }
  return {
    title: text(fields, 'title'),
    summary: text(fields, 'summary'),
    minutes: whole(fields, 'minutes'),
    order: whole(fields, 'order'),
    icon: icon(fields),
    sources: sources(fields),
    ...(verified && { verified }),
    ...(app && { app }),
    ...(hotline && { hotline }),
  };
}

function text(fields: Fields, key: string, { optional = false } = {}): string {
  const value = fields.values.get(key);
  if (value === undefined && optional) return '';
  if (typeof value === 'string' && value.trim() !== '') return value.trim();
  const wrong = value === undefined ? `"${key}" is missing` : `"${key}" must be text`;
  report(fields.source, fields.at(key), `${wrong}; write ${key}: "…" in the front matter`);
  return '';
}

function whole(fields: Fields, key: string): number {
  const value = fields.values.get(key);
  if (typeof value === 'number' && Number.isInteger(value) && value > 0) return value;
  const wrong = value === undefined ? `"${key}" is missing` : `"${key}" must be a whole number above 0`;
  report(fields.source, fields.at(key), `${wrong}; write ${key}: 20 in the front matter`);
  return 0;
}

function icon(fields: Fields): GuideIcon {
  const value = fields.values.get('icon');
  const found = GUIDE_ICONS.find((name) => name === value);
  if (value !== undefined && !found) {
    report(fields.source, fields.at('icon'), `icon must be one of ${GUIDE_ICONS.join(', ')}`);
  }
  return found ?? 'shield';
}

function sources(fields: Fields): Source[] {
  const value = fields.values.get('sources');
  const at = fields.at('sources');
  if (value === undefined) {
    warn(fields.source, at, 'sources', 'no sources; list where each claim comes from, as {url, date, what}');
    return [];
  }
  if (!Array.isArray(value)) {
    report(fields.source, at, 'sources must be a list of {url, date, what}');
    return [];
  }
  return value.filter((entry, index): entry is Source => {
    const problem = entryProblem(entry);
    if (problem) report(fields.source, at, `source ${index + 1}: ${problem}`);
    else warnOfHost(fields.source, (entry as Source).url, at);
    return problem === undefined;
  });
}

function entryProblem(entry: unknown): string | undefined {
  if (typeof entry !== 'object' || entry === null) return 'write {url, date, what}';
  const { url, date, what, ...others } = entry as Record<string, unknown>;
  const wrong = typeof url === 'string' ? sourceProblem(url) : 'url must be a full web address';
  if (wrong) return wrong;
  if (typeof date !== 'string' || !/^\d{4}(-\d{2}){0,2}$/.test(date)) {
    return 'date must be "2026", "2026-11" or "2026-11-24", in quotes';
  }
  if (typeof what !== 'string' || what.trim() === '') return 'what must say which claim comes from it';
  const unknown = Object.keys(others)[0];
  return unknown === undefined ? undefined : `unknown key "${unknown}"`;
}
