import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Results } from './site';

const PAGE = 'docs/performance.md';

/** What each measure is called on the page, and what `quality.md` wants of it. */
const ROWS: [name: string, words: string, goal: string][] = [
  ['firstPaint', 'first paint', ''],
  ['readable', 'a guide’s first step can be read, cold', '≤ 1.0 × floor'],
  ['next', '… “next” has been pressed and has answered', '≤ 1.1 × floor'],
  ['ready', '… all that the script adds is there', ''],
  ['bytes', 'bytes until then', '≤ 45 kB'],
  ['requests', 'requests until then', ''],
  ['blocked', 'time in which the page could not answer', ''],
  ['step', 'one step by a finger, median', '≤ 1.5 × floor'],
  ['stepP95', 'one step by a finger, 95 of 100', '≤ 50 ms'],
  ['hurried', 'one step upon the other, median', ''],
  ['offline', 'reload without a line, readable', '≤ 1.5 × floor'],
  ['install', 'everything stored for offline use', ''],
  ['heap30', 'heap after 30 steps', ''],
  [
    'heap1000',
    'heap after 1,000 steps, with what the engine has compiled since',
    '≤ +10 % of the one after 30',
  ],
  ['held30', 'of it the script’s own objects after 30 steps', ''],
  ['held1000', '… after 1,000 steps', ''],
];

/** Brings the table of the last run on `docs/performance.md` up to date. */
export function record(root: string, results: Results): void {
  recordPart(root, 'figures', table(results));
}

/** Puts a text on the page, between the two marks of this name. */
export function recordPart(root: string, name: 'figures' | 'scale', text: string): void {
  const [begin, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const file = path.join(root, PAGE);
  const page = readFileSync(file, 'utf8');
  const [before, after] = [page.indexOf(begin), page.indexOf(end)];
  if (before < 0 || after < before) throw new Error(`${PAGE} has no ${begin} … ${end} to write between`);
  writeFileSync(file, `${page.slice(0, before)}${begin}\n${text}${page.slice(after)}`);
}

function table({ browser, rounds, measures }: Results): string {
  const number = (value: number) => Math.round(value).toLocaleString('en');
  const rows = ROWS.flatMap(([name, words, goal]) => {
    const found = measures[name];
    if (!found) return [];
    const { site, floor, ratio } = found;
    const range = `${number(site.median)} (${number(site.least)} to ${number(site.most)})`;
    return [`| ${words} | ${range} | ${number(floor.median)} | **${ratio.toFixed(2)}** | ${goal} |`];
  });
  return `Chromium ${browser}, ${rounds} rounds in turns; ms or bytes, median (least to most).

| measure | site | floor | ratio | goal |
| --- | --- | --- | --- | --- |
${rows.join('\n')}

`;
}
