import type { Compiled } from './compile';
import { type Guide, type Step, ways } from './guide';
import type { Problem } from './problem';

/**
 * What differs between a translation and its reference in steps, ways on, and the kinds of blocks: they are
 * walked as one guide in two languages, and counted by the same step ids.
 */
export function compareTranslation(reference: Guide, file: string, { guide, lines }: Compiled): Problem[] {
  if (!guide) return [];
  const error = (step: string, message: string): Problem => {
    return { file, line: lines.get(step) ?? 1, col: 1, severity: 'error', message };
  };
  const problems: Problem[] = [];
  for (const step of guide.steps) {
    if (!reference.steps.some(({ id }) => id === step.id)) {
      problems.push(
        error(step.id, `the reference guide has no step "${step.id}"; take it out, or add it there too`),
      );
    }
  }
  for (const [i, step] of reference.steps.entries()) {
    const own = guide.steps.find(({ id }) => id === step.id);
    if (!own) problems.push(error('', `the step "${step.id}" (${step.title}) is not translated; add it`));
    else if (guide.steps[i]?.id !== step.id)
      problems.push(error(own.id, `"${own.id}" is number ${i + 1} in the reference`));
    else problems.push(...compareStep(step, own).map((message) => error(own.id, message)));
  }
  return problems;
}

function compareStep(reference: Step, step: Step): string[] {
  const problems: string[] = [];
  const there = ways(reference.next).join(', ');
  const here = ways(step.next).join(', ');
  if (here !== there) problems.push(`"${step.id}" leads to ${here}; in the reference to ${there}`);
  const kinds = (of: Step) => of.blocks.map(({ kind }) => kind).join(', ');
  if (kinds(step) !== kinds(reference)) {
    problems.push(`"${step.id}" holds ${kinds(step)}; the reference ${kinds(reference)}`);
  }
  if (step.trouble.length !== reference.trouble.length) {
    problems.push(
      `"${step.id}" has ${step.trouble.length} trouble entries; the reference ${reference.trouble.length}`,
    );
  }
  return problems;
}
