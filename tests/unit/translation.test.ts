import { expect, it } from 'vitest';
import { compileGuide } from '../../src/guide/compile';
import { compareTranslation } from '../../src/guide/translation';
import { aGuide, BRANCHING, guideText } from './a-guide';

const compare = (body: string) =>
  compareTranslation(
    aGuide(),
    'guides/thu/en.md',
    compileGuide('guides/thu/en.md', 'thu', 'en', guideText(body)),
  ).map(({ line, message }) => `${line}: ${message}`);

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
