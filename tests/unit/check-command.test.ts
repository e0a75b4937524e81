import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { check } from '../../build/check';
import { compileAll } from '../../build/compile-all';
import { formatPage } from '../../build/format-page';
import { newGuide } from '../../build/new-guide';
import { guideText } from './a-guide';

const repository = path.join(import.meta.dirname, '../..');
let root = '';
let said: string[] = [];

async function put(file: string, text: string) {
  await mkdir(path.dirname(path.join(root, file)), { recursive: true });
  await writeFile(path.join(root, file), text);
}

beforeAll(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'tung-buoc-check-'));
  await put('guides/tot/vi.md', guideText('## Một {#one}\n\nBác đợi.\n'));
  await put('guides/hong/vi.md', guideText('## Một\n\nMột, hai: <b>100%</b>\n'));
});
afterAll(() => rm(root, { recursive: true }));
beforeEach(() => {
  said = [];
  vi.spyOn(console, 'log').mockImplementation((line: string) => void said.push(line));
  vi.spyOn(console, 'error').mockImplementation((line: string) => void said.push(line));
});

describe('npm run check', () => {
  it('names every problem of all guides with its place, then how many there are; an error is exit code 1', async () => {
    expect(await check(root, [])).toBe(1);
    expect(said).toEqual([
      expect.stringMatching(/^guides\/hong\/vi\.md:1:1: warning: nobody has followed/),
      expect.stringMatching(
        /^guides\/hong\/vi\.md:9:1: error: the step has no id; write "## Một \{#step-id\}"/,
      ),
      expect.stringMatching(/^guides\/hong\/vi\.md:11:11: error: raw HTML is not allowed: <b>/),
      expect.stringMatching(/^guides\/tot\/vi\.md:1:1: warning: nobody has followed/),
      '2 error(s), 2 warning(s)',
    ]);
  });

  it.each(['guides/tot', 'guides/tot/', 'guides/tot/vi.md', './guides/tot'])(
    'of %s alone, warnings are exit code 0',
    async (name) => {
      expect(await check(root, [name], root)).toBe(0);
      expect(said.at(-1)).toBe('0 error(s), 1 warning(s)');
    },
  );

  it('takes a path from the folder it is called in, and whole', async () => {
    expect(await check(root, [path.join(root, 'guides/tot')], '/')).toBe(0);
    expect(await check(root, ['tot'], path.join(root, 'guides'))).toBe(0);
  });

  it('says so where a path names no guide, and where an option is unknown', async () => {
    expect(await check(root, ['guides/to'], root)).toBe(1);
    expect(said).toEqual(['guides/to: there is no guide; name a folder or a file below guides/']);
    expect(await check(root, ['--format=xml'])).toBe(1);
    expect(said.at(-1)).toMatch(/write --format=text, --format=json, --format=github/);
  });

  it('as JSON it is one document', async () => {
    expect(await check(root, ['--format=json'])).toBe(1);
    const { problems, errors, warnings } = JSON.parse(said.join('\n'));
    expect([problems.length, errors, warnings]).toEqual([4, 2, 2]);
    expect(problems[1]).toMatchObject({
      file: 'guides/hong/vi.md',
      line: 9,
      col: 1,
      severity: 'error',
      step: 'step-1',
    });
  });

  it('for GitHub each is an annotation, with what means something there escaped', async () => {
    await check(root, ['--format=github', 'guides/hong'], root);
    expect(said[1]).toMatch(/^::error file=guides\/hong\/vi\.md,line=9,col=1::the step has no id/);
    await put('guides/hong/en.md', guideText('## A {#a}\n\n[x](https://a%b.vn)\n'));
    said = [];
    await check(root, ['--format=github', 'guides/hong/en.md'], root);
    await rm(path.join(root, 'guides/hong/en.md'));
    expect(said.join('\n')).toContain('https://a%25b.vn');
  });
});

describe('npm run new-guide', () => {
  it('makes a guide in both languages without an error, last on the home screen, warned of for freshness alone', async () => {
    const { exitCode, says } = await newGuide(root, ['doi-so']);
    expect([exitCode, says]).toEqual([0, expect.stringContaining('guides/doi-so/vi.md')]);
    const { guides, problems } = await compileAll(root);
    const made = guides.filter(({ id }) => id === 'doi-so');
    expect(made.map(({ locale, order }) => [locale, order])).toEqual([
      ['vi', 2],
      ['en', 2],
    ]);
    const own = problems.filter(({ file }) => file.startsWith('guides/doi-so'));
    expect(own.map(({ rule }) => rule)).toEqual(['freshness', 'freshness']);
  });

  it.each([
    [['Đổi Số'], /small letters/],
    [['staff'], /address of the app itself/],
    [['tot'], /is there already; nothing was changed/],
    [[], /npm run new-guide <id>/],
    [['a', 'b'], /npm run new-guide <id>/],
    [['../x'], /small letters/],
  ])('refuses %j', async (args, message) => {
    const before = await readFile(path.join(root, 'guides/tot/vi.md'), 'utf8');
    const { exitCode, says } = await newGuide(root, args);
    expect([exitCode, says]).toEqual([1, expect.stringMatching(message)]);
    expect(await readFile(path.join(root, 'guides/tot/vi.md'), 'utf8')).toBe(before);
  });
});

describe('what is about a folder', () => {
  it('a name that the app needs, a name that is no address, a guide without its reference, a picture that is not there', async () => {
    const other = await mkdtemp(path.join(os.tmpdir(), 'tung-buoc-check-'));
    await cp(path.join(root, 'guides/tot'), path.join(other, 'guides/report'), { recursive: true });
    await cp(path.join(root, 'guides/tot'), path.join(other, 'guides/Tốt'), { recursive: true });
    await mkdir(path.join(other, 'guides/chi-tieng-anh'));
    await writeFile(
      path.join(other, 'guides/chi-tieng-anh/en.md'),
      guideText('## A {#a}\n\nB.\n\n![C](c.webp)\n'),
    );
    const { problems } = await compileAll(other);
    await rm(other, { recursive: true });
    const errors = problems
      .filter(({ severity }) => severity === 'error')
      .map(({ file, line, message }) => `${file}:${line} ${message}`);
    expect(errors.sort()).toEqual([
      expect.stringMatching(/^guides\/Tốt:1 .*small letters/),
      expect.stringMatching(/^guides\/chi-tieng-anh\/en\.md:13 there is no picture "c\.webp"/),
      expect.stringMatching(/^guides\/chi-tieng-anh\/vi\.md:1 the guide has no vi\.md/),
      expect.stringMatching(/^guides\/report:1 "report" is an address of the app itself/),
    ]);
  });
});

it('the page that teaches the format shows the examples as they are: else run `npm run docs`', async () => {
  expect(await readFile(path.join(repository, 'guides/README.md'), 'utf8')).toBe(
    await formatPage(repository),
  );
});
