import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { contentOf } from '../../build/page-content';
import { fetchedFor } from '../built-files';
import { BUDGETS } from './budgets';
import { type Modules, modulesOf, read, scriptsOf, sent, stored, whatGrew } from './built-site';

/** Not one after the other: a pack takes seconds. */
const compress = promisify(brotliCompress);
const root = path.join(import.meta.dirname, '../..');
/** By module, of the last time that somebody looked and found them right: `npm run sizes`. */
const RECORD = path.join(import.meta.dirname, 'sizes.json');
const recorded = JSON.parse(readFileSync(RECORD, 'utf8')) as Record<string, Modules>;

const guides = readdirSync(path.join(root, 'guides'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name }) => [`${name}/index.html`, `en/${name}/index.html`])
  .filter((page) => existsSync(path.join(root, 'dist', page)));

const sum = (files: string[]) => files.reduce((bytes, file) => bytes + sent(file), 0);

function expectWithin(bytes: number, budget: number, kind: string, scripts: string[]): void {
  const grown = bytes > budget ? whatGrew(modulesOf(scripts), recorded[kind] ?? {}) : '';
  expect(
    bytes,
    `${kind}: ${bytes} of ${budget} bytes; grown since they were recorded:\n${grown}`,
  ).toBeLessThanOrEqual(budget);
}

describe.each(guides)('%s', (page) => {
  const { script, page: html, together } = BUDGETS.guide;
  const scripts = scriptsOf(page);

  it(`needs at most ${script} bytes of script until it answers`, () => {
    expectWithin(sum(scripts), script, 'guide', scripts);
  });

  it(`needs at most ${together} bytes until it answers, and no style sheet of its own`, () => {
    expect(read(page).toString()).not.toMatch(/rel="stylesheet" (?!disabled)/);
    expectWithin(sent(page), html, 'guide', scripts);
    expectWithin(sent(page) + sum(scripts), together, 'guide', scripts);
  });
});

describe.each([
  ['home', 'index.html'],
  ['home', 'en/index.html'],
  ['staff', 'staff/index.html'],
  ['report', 'report/index.html'],
] as const)('%s: %s', (kind, page) => {
  const budget = BUDGETS[kind];
  it(`needs at most ${budget.page} bytes, and ${budget.script} of script`, () => {
    const scripts = scriptsOf(page);
    expectWithin(sent(page), budget.page, kind, scripts);
    expectWithin(sum(scripts), budget.script, kind, scripts);
  });
});

it(`all that works offline comes in at most ${BUDGETS.offline} bytes`, () => {
  const files = stored();
  const urls = files.map(({ url }) => url);
  expectWithin(sum(fetchedFor(files)), BUDGETS.offline, 'offline', urls);
});

it(`a guide adds at most ${BUDGETS.eachGuide} bytes a language to that`, async () => {
  const pages = stored().filter(({ packed }) => packed?.in.startsWith('pages-'));
  const packWithout = (left: string[]) =>
    compress(Buffer.concat(pages.flatMap(({ url }) => (left.includes(url) ? [] : [read(url)]))));
  const { length: whole } = await packWithout([]);
  await Promise.all(
    guides.map(async (page) => {
      const parts = page.split('/');
      const locale = parts[0] === 'en' ? 'en' : 'vi';
      const id = parts.at(-2) ?? '';
      const modules = pages
        .map(({ url }) => url)
        .filter((file) => {
          const [only, ...more] = Object.keys(modulesOf([file]));
          return more.length === 0 && only?.replace(/\.md$/, '').endsWith(`/${id}/${locale}`);
        });
      expect(modules.length, `the modules of ${id} in ${locale}`).toBeGreaterThan(0);
      const { length: without } = await packWithout([contentOf(page), ...modules]);
      expectWithin(whole - without, BUDGETS.eachGuide, 'offline', modules);
    }),
  );
});

it('a budget that is not kept names what grew', () => {
  expect(
    whatGrew({ 'src/a.ts': 900, 'src/b.ts': 10, 'src/c.ts': 5 }, { 'src/a.ts': 100, 'src/c.ts': 5 }),
  ).toBe('+800 src/a.ts\n+10 src/b.ts');
});

it('there are pages to measure', () => {
  expect(guides.length).toBeGreaterThanOrEqual(8);
});
