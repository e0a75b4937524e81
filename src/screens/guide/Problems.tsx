import problems from 'virtual:problems';
import type { GuideId, Locale, StepId } from '../../guide/guide';
import { formatProblem } from '../../guide/problem';
import './Problems.css';

interface Props {
  guide: GuideId;
  locale: Locale;
  /** The step on screen; none on the cover. */
  step: StepId | undefined;
}

/**
 * In development only: what is to be mended in the guide, in place. Those of the step on screen are open; the others
 * lead to their steps. Not translated: it speaks as `npm run check` does.
 */
export function Problems({ guide, locale, step }: Props) {
  const own = problems.filter((problem) => problem.guide?.id === guide && problem.guide.locale === locale);
  const here = own.filter((problem) => problem.step === step);
  const elsewhere = own.filter((problem) => problem.step !== step);
  if (own.length === 0) return null;
  return (
    <aside class="problems" lang="en">
      {here.map((problem) => (
        <p data-severity={problem.severity}>{formatProblem(problem)}</p>
      ))}
      {elsewhere.length > 0 && (
        <details>
          <summary>{elsewhere.length} more in this guide</summary>
          {elsewhere.map((problem) => (
            <p data-severity={problem.severity}>
              <a href={`#${problem.step ?? 'cover'}`}>{problem.step ?? 'cover'}</a> {formatProblem(problem)}
            </p>
          ))}
        </details>
      )}
    </aside>
  );
}
