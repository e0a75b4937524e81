import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { contentOf } from '../../build/page-content';
import { BUDGETS } from './budgets';
import { type Modules, modulesOf, read, scriptsOf, sent, storedFiles, whatGrew } from './built-site';

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

it(`all that is stored for offline use is at most ${BUDGETS.offline} bytes`, () => {
  const files = storedFiles();
  expectWithin(sum(files), BUDGETS.offline, 'offline', files);
});

it(`a guide adds at most ${BUDGETS.eachGuide} bytes a language to what is stored`, () => {
  for (const page of guides) {
    const parts = page.split('/');
    const locale = parts[0] === 'en' ? 'en' : 'vi';
    const id = parts.at(-2) ?? '';
    const modules = storedFiles().filter((file) => {
      const [only, ...more] = Object.keys(modulesOf([file]));
      return more.length === 0 && only?.replace(/\.md$/, '').endsWith(`/${id}/${locale}`);
    });
    expect(modules.length, `the modules of ${id} in ${locale}`).toBeGreaterThan(0);
    expectWithin(sent(contentOf(page)) + sum(modules), BUDGETS.eachGuide, 'offline', modules);
  }
});

it('a budget that is not kept names what grew', () => {
  expect(
    whatGrew({ 'src/a.ts': 900, 'src/b.ts': 10, 'src/c.ts': 5 }, { 'src/a.ts': 100, 'src/c.ts': 5 }),
  ).toBe('+800 src/a.ts\n+10 src/b.ts');
});

it('there are pages to measure', () => {
  expect(guides.length).toBeGreaterThanOrEqual(8);
});
