import { readFileSync } from 'node:fs';
import path from 'node:path';
import Ajv from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { compileGuide } from '../../src/guide/compile';
import { GUIDE_ICONS } from '../../src/guide/guide';
import { guideText } from './a-guide';

const read = (name: string) =>
  JSON.parse(readFileSync(path.join(import.meta.dirname, '../..', name), 'utf8'));
const schema = read('schema/guide.schema.json');
const valid = new Ajv({ formats: { date: true } }).compile(schema);

const SOUND = `title: Một
summary: Hai
minutes: 10
order: 1
icon: shop
verified: "2026-11-24"
app: "VNeID 2.2.6"
hotline: "1900 0368"
sources:
  - { url: "https://example.org/a", date: "2026-01", what: "mọi điều" }
`;

describe('editors and the checker say the same of front matter', () => {
  it.each([
    ['sound', SOUND],
    ['the least', 'title: A\nsummary: B\nminutes: 1\norder: 1\n'],
    ['a key missing', SOUND.replace('title: Một\n', '')],
    ['an unknown key', `${SOUND}titel: A\n`],
    ['empty text', SOUND.replace('Một', '" "')],
    ['minutes in words', SOUND.replace('10', 'lâu')],
    ['minutes below one', SOUND.replace('10', '0')],
    ['half a minute', SOUND.replace('10', '1.5')],
    ['an icon that is not drawn', SOUND.replace('shop', 'cat')],
    ['a day without quotes in another form', SOUND.replace('"2026-11-24"', '24/11/2026')],
    ['a source without address', SOUND.replace('https://example.org/a', 'example')],
    ['a source with a name before its host', SOUND.replace('example.org/a', 'a@example.org/a')],
    ['a source with a space', SOUND.replace('example.org/a', 'example.org/a b')],
    ['a source that runs something', SOUND.replace('https://example.org/a', 'javascript:alert(1)//a.b')],
    ['a hotline that is no number', SOUND.replace('1900 0368', 'gọi công an')],
    ['a hotline from abroad', SOUND.replace('1900 0368', '+84 28 1234 567')],
    ['a source without its day', SOUND.replace(', date: "2026-01"', '')],
    ['a source with more', SOUND.replace('what:', 'who: x, what:')],
    ['sources that are no list', SOUND.replace(/sources:[\s\S]*/, 'sources: a\n')],
  ])('%s', (_name, yaml) => {
    const { problems } = compileGuide('vi.md', 'a', 'vi', guideText('## A {#a}\n', `---\n${yaml}---\n`));
    const sound = !problems.some(({ severity }) => severity === 'error');
    expect(valid(parse(yaml)), JSON.stringify(valid.errors)).toBe(sound);
  });
});

it('the schema and the snippets offer each icon there is', () => {
  expect(schema.properties.icon.enum).toEqual(GUIDE_ICONS);
  const snippets = read('.vscode/tung-buoc.code-snippets');
  expect(JSON.stringify(snippets)).toContain(`|${GUIDE_ICONS.join(',')}|`);
});

it('each snippet is a construct that compiles', () => {
  const snippets = Object.values(read('.vscode/tung-buoc.code-snippets')) as {
    prefix: string;
    body: string[];
  }[];
  /** The text as it stands when all places keep what they offer. */
  const filled = (body: string[]) =>
    body
      .join('\n')
      .replace(/\$\{\d+\|([^,|]*)[^}]*\}/g, '$1')
      .replace(/\$\{\d+:([^}]*)\}/g, '$1')
      .replaceAll('$0', '');
  for (const { prefix, body } of snippets) {
    const text = filled(body).replaceAll('(#step-id)', '(#end)');
    const whole =
      prefix === 'guide'
        ? `${text.replace('https://', 'https://example.org/')}\n## A {#a}\n`
        : guideText(prefix === 'step' ? text : `## A {#a}\n\n${text}`);
    if (prefix === 'source') continue;
    const { problems } = compileGuide('vi.md', 'a', 'vi', whole);
    expect(problems, prefix).toEqual([]);
  }
});
