import { describe, expect, it } from 'vitest';
import { compileGuide } from '../../src/guide/compile';
import type { Block } from '../../src/guide/guide';
import { formatProblem } from '../../src/guide/problem';
import { aGuide, compileBody, guideText } from './a-guide';

const blocks = (markdown: string): Block[] => aGuide(`## Một {#one}\n\n${markdown}\n`).steps[0].blocks;
const messages = (body: string) => compileBody(body).problems.map(formatProblem);

describe('what each construct becomes', () => {
  it('text before the first step is the cover', () => {
    expect(aGuide('Xin chào **bác**.\n\n## Một {#one}\n').cover).toEqual([
      { kind: 'paragraph', text: ['Xin chào ', { kind: 'strong', text: ['bác'] }, '.'] },
    ]);
  });

  it('a numbered list is the actions of the step, words in backticks a label', () => {
    expect(blocks('1. Chạm `Gửi yêu cầu`\n2. Đợi')).toEqual([
      { kind: 'actions', items: [['Chạm ', { kind: 'label', text: 'Gửi yêu cầu' }], ['Đợi']] },
    ]);
  });

  it('a list of tasks is a checklist, and an ordinary list stays one', () => {
    expect(blocks('- [ ] Thẻ\n- [ ] Kính')).toEqual([{ kind: 'checklist', items: [['Thẻ'], ['Kính']] }]);
    expect(blocks('- một\n- hai')).toEqual([{ kind: 'list', items: [['một'], ['hai']] }]);
  });

  it('lists of different kinds next to each other stay apart', () => {
    expect(blocks('- [ ] Thẻ\n\n- một').map(({ kind }) => kind)).toEqual(['checklist', 'list']);
  });

  it.each(['NOTE', 'TIP', 'IMPORTANT', 'WARNING', 'CAUTION'])('a quote marked %s is a call-out', (marker) => {
    expect(blocks(`> [!${marker}]\n> Một.\n>\n> Hai.`)).toEqual([
      {
        kind: 'callout',
        tone: marker.toLowerCase(),
        blocks: [
          { kind: 'paragraph', text: ['Một.'] },
          { kind: 'paragraph', text: ['Hai.'] },
        ],
      },
    ]);
  });

  it('a number or an address alone is shown large, in a sentence it is part of the text', () => {
    expect(blocks('[1900 0368](tel:19000368)')).toEqual([
      { kind: 'link', href: 'tel:19000368', text: '1900 0368' },
    ]);
    expect(blocks('Gọi [1022](tel:1022) nhé')).toEqual([
      { kind: 'paragraph', text: ['Gọi ', { kind: 'link', href: 'tel:1022', text: ['1022'] }, ' nhé'] },
    ]);
  });

  it('a screen is a list of parts, one of which may be what to tap', () => {
    expect(blocks('```screen\napp: VNeID\nfield: Số | 08\n*button: Gửi\n```')).toEqual([
      {
        kind: 'phone',
        parts: [
          { kind: 'app', text: 'VNeID' },
          { kind: 'field', text: 'Số', value: '08' },
          { kind: 'button', text: 'Gửi', tap: true },
        ],
      },
    ]);
  });

  it('a picture and a table keep their text', () => {
    expect(blocks('![Màn hình](man-hinh.webp)')).toEqual([
      { kind: 'picture', file: 'man-hinh.webp', alt: 'Màn hình' },
    ]);
    expect(blocks('| a | b |\n| - | - |\n| 1 | 2 |')).toEqual([
      { kind: 'table', head: [['a'], ['b']], rows: [[['1'], ['2']]] },
    ]);
  });

  it('a heading of depth three opens a trouble entry, closed until asked for', () => {
    const [step] = aGuide('## Một {#one}\n\nA.\n\n### Nếu không được\n\nB.\n').steps;
    expect(step.blocks).toHaveLength(1);
    expect(step.trouble).toEqual([
      { title: 'Nếu không được', blocks: [{ kind: 'paragraph', text: ['B.'] }] },
    ]);
  });
});

describe('where a step leads', () => {
  it('to the next heading, by a lone link elsewhere, by a list of links to a choice, from the last to the end', () => {
    expect(aGuide().steps.map((step) => step.next)).toEqual([
      { kind: 'to', step: 'which' },
      {
        kind: 'choice',
        options: [
          { label: 'Android', step: 'android' },
          { label: 'iPhone', step: 'iphone' },
        ],
      },
      { kind: 'to', step: 'otp' },
      { kind: 'to', step: 'otp' },
      { kind: 'end' },
    ]);
  });

  it('a link to #end ends the guide early', () => {
    const guide = aGuide(
      '## Một {#one}\n\n- [Có](#two)\n- [Không](#no)\n\n## Không {#no}\n\n[Xong](#end)\n\n## Hai {#two}\n',
    );
    expect(guide.steps[1]?.next).toEqual({ kind: 'end' });
  });
});

describe('problems', () => {
  it('are all named in one run, each with its place and what to write', () => {
    const found = messages(
      'Bìa <b>đậm</b>.\n\n## Không có id\n\n[Tiếp](#nowhere)\n\n![](x.webp)\n\n```screen\nbuton: X\n```\n',
    );
    expect(found).toHaveLength(6);
    expect(found[0]).toMatch(/^guides\/thu\/vi\.md:9:5: error: raw HTML/);
    expect(found.join('\n')).toMatch(
      /vi\.md:11:1: error: the step has no id; write "## Không có id \{#step-id\}"/,
    );
    expect(found.join('\n')).toMatch(/vi\.md:15:1: error: the picture has no alt text/);
    expect(found.join('\n')).toMatch(
      /vi\.md:18:1: error: unknown screen kind "buton"; known kinds are app, title/,
    );
    expect(found.join('\n')).toMatch(/vi\.md:13:1: error: no step has the id "nowhere"/);
  });

  it.each([
    ['an id used twice', '## A {#a}\n\n## B {#a}\n', /"a" is used twice/],
    ['an id that the app needs', '## A {#end}\n', /address of the app itself/],
    ['an id that is not ASCII', '## A {#mã}\n', /not a step id/],
    [
      'a step that nothing leads to',
      '## A {#a}\n\n[x](#c)\n\n## B {#b}\n\n## C {#c}\n',
      /nothing leads to the step "b"/,
    ],
    ['a step without a way to the end', '## A {#a}\n\n[x](#a)\n', /go round without a way to the end: a → a/],
    [
      'a circle, and what leads into it',
      '## A {#a}\n\n- [x](#b)\n- [y](#end)\n\n## B {#b}\n\n## C {#c}\n\n## D {#d}\n\n[x](#c)\n',
      /from "b" no way leads to the end[\s\S]*go round without a way to the end: c → d → c/,
    ],
    ['two ways on', '## A {#a}\n\n[x](#b)\n\n[y](#end)\n\n## B {#b}\n', /one way on/],
    ['a step link in a sentence', '## A {#a}\n\nXem [x](#a) nhé\n', /stands alone/],
    ['a script address', '## A {#a}\n\n[x](javascript:alert(1))\n', /a link may lead to/],
    ['an intent address', '## A {#a}\n\n[x](intent://scan)\n', /a link may lead to/],
    ['an unmarked quote', '## A {#a}\n\n> x\n', /a quote begins with/],
    ['a block of code', '## A {#a}\n\n```js\nx\n```\n', /not part of the guide format/],
    ['a heading of depth four', '## A {#a}\n\n#### B\n', /depth 4 has no place here/],
    ['an entity', '## A {#a}\n\nA&nbsp;B\n', /write the character itself/],
    ['a nested list', '## A {#a}\n\n1. x\n   - y\n', /one line of text/],
    ['two taps on a screen', '## A {#a}\n\n```screen\n*button: A\n*button: B\n```\n', /only one thing/],
    ['no step at all', 'Bìa.\n', /has no steps/],
  ])('%s', (_name, body, message) => {
    expect(messages(body).join('\n')).toMatch(message);
    expect(compileBody(body).guide).toBeUndefined();
  });

  it.each([
    ['none', '', /has no front matter/],
    ['a key missing', '---\ntitle: A\n---\n', /"minutes" is missing/],
    [
      'a wrong type',
      '---\ntitle: A\nsummary: B\nminutes: lâu\norder: 1\n---\n',
      /guides\/a\/vi\.md:4:1: error: "minutes" must be a whole number/,
    ],
    ['an unknown key', '---\ntitel: A\n---\n', /:2:1: error: unknown key "titel"/],
    ['a day that does not exist', '---\nverified: "2026-02-30"\n---\n', /day that exists/],
    [
      'a source without address',
      '---\nsources:\n  - { url: "x", date: "2026", what: "y" }\n---\n',
      /source 1: url must be/,
    ],
    ['broken YAML', '---\ntitle: "A\n---\n', /front matter:/],
  ])('front matter: %s', (_name, head, message) => {
    const { problems } = compileGuide('guides/a/vi.md', 'a', 'vi', guideText('## A {#a}\n', head));
    expect(problems.map(formatProblem).join('\n')).toMatch(message);
  });

  it('keep their line with CRLF, a byte order mark, and letters that are not composed', () => {
    const text = `\uFEFF${guideText('## Một {#one}\n\nx <i>y</i>\n').replaceAll('\n', '\r\n').normalize('NFD')}`;
    const { problems } = compileGuide('guides/a/vi.md', 'a', 'vi', text);
    expect(problems.map(formatProblem)).toEqual([
      expect.stringMatching(/^guides\/a\/vi\.md:11:3: error: raw HTML is not allowed: <i>/),
    ]);
  });
});

it('the revision follows the text of the body, and nothing else', () => {
  const head = '---\ntitle: Khác\nsummary: B\nminutes: 9\norder: 2\n---\n';
  const revision = (body: string, front?: string) =>
    compileGuide('guides/a/vi.md', 'a', 'vi', guideText(body, front)).guide?.revision;
  expect(revision('## A {#a}\n')).toMatch(/^[0-9a-f]{8}$/);
  expect(revision('## A {#a}\n', head)).toBe(revision('## A {#a}\n'));
  expect(revision('## B {#a}\n')).not.toBe(revision('## A {#a}\n'));
});

describe('a guide with errors can still be looked at', () => {
  const draft = (body: string) => compileBody(body).draft;

  it('each step has an id of its own, and leads to a step that exists', () => {
    const found = draft('## A {#a}\n\n- [x](#a)\n- [y](#nowhere)\n\n## B\n\n## C {#a}\n\n[z](#gone)\n');
    expect(found?.steps.map(({ id }) => id)).toEqual(['a', 'step-2', 'step-3']);
    expect(found?.steps.map(({ next }) => next)).toEqual([
      {
        kind: 'choice',
        options: [
          { label: 'x', step: 'a' },
          { label: 'y', step: 'end' },
        ],
      },
      { kind: 'to', step: 'step-3' },
      { kind: 'end' },
    ]);
  });

  it('what can be read is shown, what cannot is left out', () => {
    const found = draft('## A {#a}\n\nMột <b>hai</b>.\n\n```screen\nbuton: X\nbutton: Y\n```\n');
    expect(found?.steps[0].blocks).toEqual([
      { kind: 'paragraph', text: ['Một hai.'] },
      { kind: 'phone', parts: [{ kind: 'button', text: 'Y' }] },
    ]);
  });

  it('a sound guide is its own draft, and without a step there is none', () => {
    const { guide, draft: same } = compileBody('## A {#a}\n');
    expect(same).toBe(guide);
    expect(draft('Bìa.\n')).toBeUndefined();
  });
});
