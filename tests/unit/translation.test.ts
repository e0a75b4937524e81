import { expect, it } from 'vitest';
import { compileGuide } from '../../src/guide/compile';
import { compareTranslation } from '../../src/guide/translation';
import { aGuide, BRANCHING, guideText } from './a-guide';

const compare = (body: string, reference = BRANCHING) => {
  const compiled = compileGuide('guides/thu/en.md', 'thu', 'en', guideText(body));
  compareTranslation(aGuide(reference), compiled);
  return compiled.problems.map(({ line, message }) => `${line}: ${message}`);
};

it('a translation with the same steps, ways and blocks is sound', () => {
  expect(compare(BRANCHING)).toEqual([]);
});

it('names a step that is missing, one too many, another way on, and other blocks', () => {
  expect(compare(BRANCHING.replace('{#otp}', '{#code}').replace('(#otp)', '(#code)')).join('\n')).toMatch(
    /has no step "code"[\s\S]*"otp" \(Nhận mã\) is not translated/,
  );
  expect(compare(BRANCHING.replace('[Tiếp tục](#otp)', '[Xong](#end)')).join('\n')).toMatch(
    /"android" leads to end; in the reference to otp/,
  );
  expect(compare(BRANCHING.replace('- [ ] Thẻ', 'Thẻ')).join('\n')).toMatch(
    /^11: "bring" holds paragraph; the reference checklist/m,
  );
});

it.each([
  [
    'a screen of other parts',
    '```screen\napp: A\n*button: B\n```',
    '```screen\napp: A\n*link: B\n```',
    /this phone has app, \*link; in the reference app, \*button/,
  ],
  [
    'a screen with another tap',
    '```screen\n*button: A\nbutton: B\n```',
    '```screen\nbutton: A\n*button: B\n```',
    /this phone has button, \*button/,
  ],
  ['another address', '[a](https://a.vn/)', '[a](https://b.vn/)', /the address https:\/\/b\.vn\//],
  ['another number', '[1022](tel:1022)', '[1023](tel:1023)', /the address tel:1023/],
  ['fewer items', '- một\n- hai', '- one', /1 item\(s\); in the reference 2/],
  ['another tone', '> [!TIP]\n> a', '> [!CAUTION]\n> a', /the tone CAUTION/],
  ['another picture', '![a](a.webp)', '![a](b.webp)', /the file b\.webp/],
  ['fewer rows', '| a |\n| - |\n| b |\n| c |', '| a |\n| - |\n| b |', /1 row\(s\) of 1/],
])('names %s, at its line', (_name, there, here, message) => {
  const step = (block: string) => `## A {#a}\n\nMột.\n\n${block}\n`;
  expect(compare(step(here), step(there))).toEqual([expect.stringMatching(message)]);
  expect(compare(step(here), step(there))[0]).toMatch(/^13: /);
  expect(compare(step(there), step(there))).toEqual([]);
});

it('names what differs on the cover, in trouble entries, and in the front matter', () => {
  const reference = 'Một.\n\n## A {#a}\n\n### Nếu\n\n[1022](tel:1022)\n';
  expect(compare(reference.replace('Một.', '- one'), reference)[0]).toMatch(/^1: the cover holds list/);
  expect(compare(reference.replace('[1022](tel:1022)', 'None.'), reference)[0]).toMatch(
    /"Nếu" holds paragraph/,
  );
  const compiled = compileGuide(
    'guides/thu/en.md',
    'thu',
    'en',
    guideText(BRANCHING).replace('minutes: 10', 'minutes: 12'),
  );
  compareTranslation(aGuide(), compiled);
  expect(compiled.problems.map(({ line, message }) => `${line}: ${message}`)).toEqual([
    '4: minutes is 12; in the reference 10',
  ]);
});
