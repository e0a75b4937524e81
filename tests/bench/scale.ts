import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { compileAll } from '../../build/compile-all';
import { buildIn, copyInputs } from '../build-elsewhere';
import { browserVersion } from './browser';
import { filesBelow, serveCompressed } from './compressed-server';
import { type Figure, figureOf } from './figures';
import type { Files } from './floor';
import { putGuides } from './many-guides';
import { recordPart } from './performance-page';
import { openCold } from './site-measures';
import { type Weight, weigh } from './site-weight';

const COUNTS = [7, 50, 200];
const ROUNDS = 3;
const GUIDE = 'vneid';
const SURROUNDINGS = { PATH: process.env.PATH ?? '', SOURCE_DATE_EPOCH: '1790000000' };

interface Scale extends Weight {
  guides: number;
  /** Of the whole build, in ms. */
  build: number;
  /** Until the first step of a guide can be read, cold, on an old tablet and a bad line, in ms. */
  readable: Figure;
}

/**
 * `npm run bench:scale [-- --record]`: builds sites of more and more guides, copies of the real ones, and prints what grows; with
 * `--record` brings `docs/performance.md` up to date. Nothing of this repository's own build is touched.
 */
export async function bench(root: string, args: string[]): Promise<void> {
  const place = mkdtempSync(path.join(tmpdir(), 'tung-buoc-scale-'));
  try {
    const folder = path.join(place, 'site');
    copyInputs(folder);
    const first =
      (await compileAll(root)).guides.find(({ id, locale }) => id === GUIDE && locale === 'vi')?.steps[0]
        .id ?? '';
    const found: Scale[] = [];
    for (const guides of COUNTS) {
      putGuides(path.join(root, 'guides'), path.join(folder, 'guides'), guides);
      const begun = performance.now();
      await buildIn(folder, SURROUNDINGS);
      const build = performance.now() - begun;
      const files = filesBelow(path.join(folder, 'dist'));
      const readable = await readableIn(files, first);
      found.push({ guides, build, readable, ...weigh(files) });
      process.stderr.write('.');
    }
    process.stderr.write('\n');
    const text = table(found, await browserVersion());
    console.log(text);
    if (args.includes('--record')) recordPart(root, 'scale', text);
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

async function readableIn(files: Files, first: string): Promise<Figure> {
  const { address, close } = await serveCompressed(files);
  try {
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const { readable } = await openCold({ address, page: `${GUIDE}/`, first, cover: '' });
      times.push(readable ?? Number.NaN);
    }
    return figureOf(times);
  } finally {
    close();
  }
}

function table(found: Scale[], version: string): string {
  const number = (value: number) => Math.round(value).toLocaleString('en');
  const row = (name: string, value: (one: Scale) => string) =>
    `| ${name} | ${found.map(value).join(' | ')} |`;
  return [
    `Chromium ${version}; bytes as hosts send them (brotli). Bytes are exact; times are of one machine that did other work beside.`,
    '',
    row('guides, each in two languages', ({ guides }) => `**${guides}**`),
    `| --- |${' ---: |'.repeat(found.length)}`,
    row('the build, s', ({ build }) => (build / 1000).toFixed(0)),
    row('files stored at once', ({ files }) => number(files.first)),
    row('… and in all', ({ files }) => number(files.all)),
    row('bytes stored at once', ({ stored }) => number(stored.first)),
    row('… and in all', ({ stored }) => number(stored.all)),
    row('the heaviest page of a guide', ({ guide }) => number(guide.page)),
    row('… its script', ({ guide }) => number(guide.script)),
    row('the home page', ({ home }) => number(home.page)),
    row('… its script', ({ home }) => number(home.script)),
    row(
      'a guide’s first step can be read, cold, ms (least to most)',
      ({ readable }) => `${number(readable.median)} (${number(readable.least)} to ${number(readable.most)})`,
    ),
    '',
  ].join('\n');
}
