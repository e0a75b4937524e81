import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Example, guideAround, readExamples } from '../../build/examples';
import { compileGuide } from '../../src/guide/compile';
import { TONES } from '../../src/guide/guide';
import { PHONE_KINDS } from '../../src/guide/phone-part';
import { formatProblem } from '../../src/guide/problem';

const { body, screen } = await readExamples(path.join(import.meta.dirname, '../..'));
const compile = (text: string) => {
  const { source, before } = guideAround(text);
  const { guide, problems } = compileGuide('vi.md', 'example', 'vi', source);
  const shown = problems.map((problem) => formatProblem({ ...problem, line: problem.line - before }));
  return { guide, problems: shown };
};

describe.each<Example>([...body, ...screen])('$name', ({ text, bad }) => {
  it('compiles without a problem as it is taught', () => {
    expect(compile(text).problems).toEqual([]);
    expect(compile(text).guide).toBeDefined();
  });

  it.each(bad)('is told what to write instead: $says', ({ text: wrong, says, at }) => {
    const { guide, problems } = compile(wrong);
    expect(guide).toBeUndefined();
    const found = problems.find((problem) => problem.includes(says));
    expect(found, problems.join('\n')).toBeDefined();
    if (at) expect(found).toMatch(new RegExp(`^vi\\.md:${at}: error: `));
  });
});

it('there is an example of each kind of the drawn phone, each tone, and each kind of block', () => {
  expect(screen.map(({ name }) => name)).toEqual(
    expect.arrayContaining(PHONE_KINDS.map((kind) => `screen-${kind}`)),
  );
  expect(screen).toHaveLength(PHONE_KINDS.length);
  const all = body.map(({ text }) => text).join('\n');
  for (const tone of TONES) expect(all).toContain(`[!${tone.toUpperCase()}]`);
});
