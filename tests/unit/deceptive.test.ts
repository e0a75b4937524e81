import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { compileAll, errorsOf } from '../../build/compile-all';
import { compileGuide } from '../../src/guide/compile';
import { formatProblem } from '../../src/guide/problem';
import { compileBody } from './a-guide';

const step = (markdown: string) => `## Một {#one}\n\n${markdown}\n`;
const problems = (markdown: string) => compileBody(step(markdown)).problems.map(formatProblem);
const errors = (markdown: string) => problems(markdown).filter((line) => line.includes(': error: '));
const warnings = (markdown: string) => problems(markdown).filter((line) => line.includes(': warning: '));

/** Schemes that run something, open something or leave the browser, plain and as they are disguised. */
const ADDRESSES = [
  ...[
    'javascript',
    'data',
    'intent',
    'file',
    'vbscript',
    'blob',
    'content',
    'market',
    'about',
    'ftp',
    'http',
    'sms',
    'mailto',
    'view-source',
    'android-app',
    'itms-apps',
    'zalo',
    'ws',
    'filesystem',
    'livescript',
    'mocha',
    'feed',
    'jar',
    'chrome',
    'res',
  ].flatMap((scheme) => [
    `${scheme}:x`,
    `${scheme}://x.example/`,
    `${scheme.toUpperCase()}:x`,
    `${scheme[0]}\\${scheme.slice(1)}:x`,
    `&#${scheme.charCodeAt(0)};${scheme.slice(1)}:x`,
    `&#x${scheme.charCodeAt(0).toString(16)};${scheme.slice(1)}&colon;x`,
    `%${scheme.charCodeAt(0).toString(16)}${scheme.slice(1)}:x`,
    `<${scheme.slice(0, 2)}\t${scheme.slice(2)}:x>`,
    `< ${scheme}:x>`,
    `\u0001${scheme}:x`,
    `https:${scheme}:x`,
    `https://a.example\\@${scheme}:x`,
  ]),
  '//a.example/',
  '/staff/',
  '../staff/',
  'staff/',
  '?x',
  '',
  'https://a@b.example/',
  'https://a.example:pass@b.example/',
  'https:/a.example',
  'https:\\\\a.example',
  'https://a',
  'https://a.example/\\b',
  'https://a.example/"onclick=x',
  'https://a.example/&#x202E;x',
  'https://a.example/%E2%80%AEx',
  'https://a.example/%FF%E2%80%AEx',
  'https://a.example/%0d%0ax',
  'https://a.example/%00',
  'https://a.example/?q=%E2%80%8B',
  'tel:113;ext=1',
  'tel:*21%23',
  'tel:12',
  'TEL:19000368x',
];

describe('an address that is none of the web, or hides something, is refused', () => {
  it.each(ADDRESSES)('%j', (address) => {
    for (const text of [`[bấm](${address})`, `Bác [bấm](${address}) nhé.`]) {
      const { guide } = compileBody(step(text));
      // Where it is no link to Markdown either, it is only text.
      const hrefs = JSON.stringify(guide?.steps ?? []).match(/"href":"[^"]*"/g) ?? [];
      expect(hrefs, text).toEqual([]);
    }
    const picture = compileBody(step(`![hình](${address})`)).guide;
    expect(JSON.stringify(picture?.steps ?? [])).not.toContain('"file"');
  });

  it('and named with its place', () => {
    expect(errors('A\n\n[x](JaVaScRiPt:alert(1))')).toEqual([
      'guides/thu/vi.md:13:1: error: a link may lead to "https://…", "tel:" and digits, or a step "#step-id", not to "JaVaScRiPt:alert(1)"',
    ]);
    expect(errors('<data:text/html,x>')[0]).toMatch(/:11:1: error: a link may lead to/);
    expect(errors('[x](https://a.example/%E2%80%AEgpj.exe)')[0]).toMatch(/hides a character \(U\+202E\)/);
    expect(errors('[x](https://a.example/?a&#x41;)')[0]).toMatch(
      /write the character itself instead of &#x41;/,
    );
  });

  it('but for plain ones', () => {
    for (const address of [
      'https://vneid.gov.vn',
      'https://a.example:8080/b%20c?d=%C4%91&e#f',
      'tel:+84281234567',
    ])
      expect(problems(`[bấm](${address})`).filter((line) => !line.includes('nobody'))).toEqual([]);
  });

  it('in the sources too', () => {
    for (const url of [
      'javascript:alert(1)//a.b',
      'https://a@b.example/',
      'https://[a.b',
      'https://a.example/%E2%80%8B',
      'data:text/html,a.b',
    ]) {
      const head = `---\ntitle: A\nsummary: B\nminutes: 1\norder: 1\nsources:\n  - { url: ${JSON.stringify(url)}, date: "2026", what: "x" }\n---\n`;
      const { guide, problems: found } = compileGuide('a.md', 'a', 'vi', head + step('A'));
      expect(guide, url).toBeUndefined();
      expect(found.map(formatProblem).join('\n')).toMatch(/a\.md:6:1: error: source 1: /);
    }
  });
});

describe('a link does not say one thing and lead to another', () => {
  it.each([
    [
      '[vneid.gov.vn](https://vneid-gov.example)',
      /the link says "vneid\.gov\.vn" but leads to "vneid-gov\.example"/,
    ],
    [
      '[Vào https://vneid.gov.vn/x nhé](https://vneid.gov.vn.example/)',
      /but leads to "vneid\.gov\.vn\.example"/,
    ],
    ['[VNEID.GOV.VN](https://evil.example/vneid.gov.vn)', /leads to "evil\.example"/],
    ['Xem [gov.vn](https://gov.vn.example) nhé', /leads to "gov\.vn\.example"/],
    ['[1900 0368](tel:0900000000)', /the link says "1900 0368" but calls 0900000000/],
    ['Gọi [1022 ngay](tel:10222)', /calls 10222/],
  ])('%s', (text, message) => {
    expect(errors(text).join('\n')).toMatch(message);
  });

  it.each([
    '[vneid.gov.vn](https://www.vneid.gov.vn/huong-dan)',
    '[gov.vn](https://vneid.gov.vn)',
    '[Gọi 24 giờ: 1900 0368](tel:19000368)',
    '[+84 28 1234 567](tel:0281234567)',
    '[Trang của bộ](https://bocongan.gov.vn)',
    '[Xong.Bác vào đây](https://vneid.gov.vn)',
  ])('%s is fine', (text) => {
    expect(errors(text)).toEqual([]);
  });
});

describe('nothing in a guide is hidden, wherever it stands', () => {
  const HIDDEN = [
    '\u00AD',
    '\u034F',
    '\u061C',
    '\u115F',
    '\u1160',
    '\u180E',
    '\u200B',
    '\u200C',
    '\u200D',
    '\u200E',
    '\u200F',
    '\u2028',
    '\u2029',
    '\u202A',
    '\u202B',
    '\u202C',
    '\u202D',
    '\u202E',
    '\u2060',
    '\u2063',
    '\u2066',
    '\u2067',
    '\u2068',
    '\u2069',
    '\u2800',
    '\u3164',
    '\uFE0F',
    '\uFEFF',
    '\uFFA0',
    '\u{E0001}',
    '\u{E0041}',
    '\u{E0100}',
    '\u0001',
    '\u001B',
    '\u007F',
    '\u0085',
  ];
  const PLACES: Record<string, (x: string) => string> = {
    'a paragraph': (x) => `a${x}b`,
    'a code word': (x) => `Chạm \`a${x}b\`.`,
    'an address': (x) => `[x](https://a.example/b${x}c)`,
    'a screen': (x) => `\`\`\`screen\n*button: a${x}b\n\`\`\``,
    'a list': (x) => `- a${x}b`,
    'a call-out': (x) => `> [!TIP]\n> a${x}b`,
    'a table': (x) => `| a${x}b | c |\n| - | - |\n| 1 | 2 |`,
    'a trouble entry': (x) => `### a${x}b\n\nc`,
  };

  it.each(Object.entries(PLACES))('%s', (_name, place) => {
    for (const character of HIDDEN) {
      const code = `U+${character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}`;
      const { guide, source, problems: found } = compileBody(step(place(character)));
      expect(guide, code).toBeUndefined();
      const one = found.find(({ message }) => message.includes(code));
      expect(one?.severity, code).toBe('error');
      // At its very place.
      const line = source.text.split('\n')[(one?.line ?? 0) - 1] ?? '';
      expect(line.slice((one?.col ?? 0) - 1)).toMatch(new RegExp(`^${character}`, 'u'));
    }
  });

  it('the front matter, also as an escape', () => {
    const head = (title: string) => `---\ntitle: "${title}"\nsummary: B\nminutes: 1\norder: 1\n---\n`;
    const messages = (title: string) =>
      compileGuide('a.md', 'a', 'vi', head(title) + step('A'))
        .problems.map(formatProblem)
        .join('\n');
    expect(messages('a\u202Eb')).toMatch(
      /a\.md:2:10: error: a character that turns the direction of the text \(U\+202E\)/,
    );
    expect(messages('a\\u202Eb')).toMatch(/a\.md:2:10: error: write the character itself instead of \\u202E/);
    expect(messages('a\\x41b')).toMatch(/instead of \\x41/);
    expect(messages('a \\"b\\" \\\\u0041')).not.toMatch(/error/);
  });

  it('a message shows what it speaks of', () => {
    expect(errors('[x](java\u202Escript:x)').join('\n')).toContain('java‹U+202E›script:x');
    expect(errors('[x](java\u202Escript:x)').join('\n')).not.toContain('\u202E');
  });

  it('but pictures of several characters are whole', () => {
    expect(errors('Cả nhà 👨‍👩‍👧 gọi ☎️ số 1️⃣ 👍🏽 ❤️‍🔥 nhé.')).toEqual([]);
    expect(errors('👨\u200D').join('\n')).toMatch(/U\+200D/);
    expect(errors('a\u200D👨').join('\n')).toMatch(/U\+200D/);
  });

  it('one message for a row of them', () => {
    expect(errors(`a${'\u200B\u200C\u{E0041}'.repeat(200)}b`)).toHaveLength(1);
  });
});

describe('what looks like a letter and is another is warned of', () => {
  it.each([
    ['Mở `VN\u0435ID`.', /"VNеID" has a letter that only looks like another \("е" U\+0435\)/],
    ['vn\u0435id.gov.vn', /"vnеid\.gov\.vn"/],
    ['```screen\napp: \u041CoMo\n```', /"МoMo"/],
    ['\uFF36\uFF2E\uFF25\uFF29\uFF24', /letters that only look like/],
    ['\u{1D42F}neid', /U\+1D42F/],
    ['tạ\u0131', /U\+0131/],
    ['[x](https://vn\u0435id.gov.vn)', /has letters beyond a-z \("е" U\+0435\)/],
    ['[x](https://vnẹid.vn)', /has letters beyond a-z \("ẹ" U\+1EB9\)/],
    ['[x](https://xn--vnid-f3d.vn/)', /"xn--vnid-f3d" is a name in code/],
    ['[x](https://a.xn--p1ai)', /"xn--p1ai" is a name in code/],
    ['[x](https://192.168.1.1/)', /does not say whose it is/],
  ])('%s', (text, message) => {
    expect(warnings(text).join('\n')).toMatch(message);
    expect(compileBody(step(text)).guide).toBeDefined();
  });

  it.each([
    'Đường dẫn ở trên, 5 µm, 20°C, 1º, № 5, “Đồng ý”, 10.000 ₫',
    'Số 1–2 × 3 ≥ 4 → Ω',
    'café naïve Ångström Œuvre',
  ])('%s is fine', (text) => {
    expect(warnings(text).filter((line) => line.includes('letter'))).toEqual([]);
  });
});

it('the guides of this repository have none of it', async () => {
  const library = await compileAll(path.join(import.meta.dirname, '../..'));
  expect(errorsOf(library)).toEqual([]);
  expect(library.problems.filter(({ rule }) => rule === 'look-alike')).toEqual([]);
});
