import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compileGuide } from '../../src/guide/compile';
import { formatProblem } from '../../src/guide/problem';
import { anyGuide } from './any-guide';
import { asMarkdown } from './as-markdown';

it('a tree printed as Markdown and compiled again is the same tree', () => {
  fc.assert(
    fc.property(anyGuide, (guide) => {
      const { guide: again, problems } = compileGuide('vi.md', 'thu', 'vi', asMarkdown(guide));
      expect(problems.filter(({ severity }) => severity === 'error').map(formatProblem)).toEqual([]);
      expect({ ...again, revision: '' }).toEqual(guide);
    }),
    { numRuns: 300 },
  );
});
