type Severity = 'error' | 'warning';

/** What a warning is about, so that tools can tell a full step from a guide that is due for checking. */
export type Rule =
  | 'readability'
  | 'picture'
  | 'words'
  | 'address'
  | 'look-alike'
  | 'sources'
  | 'freshness'
  | 'translation';

/** Something to mend in a guide: a value, collected, never thrown. Lines and columns count from 1. */
export interface Problem {
  file: string;
  line: number;
  col: number;
  severity: Severity;
  message: string;
  rule?: Rule;
}

/** As compilers print it, so that editors can jump to the place. */
export function formatProblem(problem: Problem): string {
  const { file, line, col, severity, message } = problem;
  return `${file}:${line}:${col}: ${severity}: ${message}`;
}

/** As one JSON document, for other programs. */
export function problemsAsJson(problems: Problem[]): string {
  return JSON.stringify({ problems, ...count(problems) }, null, 2);
}

/**
 * As annotations of GitHub's workflows:
 * https://docs.github.com/actions/reference/workflow-commands-for-github-actions#setting-an-error-message
 */
export function problemAsAnnotation({ file, line, col, severity, message }: Problem): string {
  const data = (text: string) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  const property = (text: string) => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
  return `::${severity} file=${property(file)},line=${line},col=${col}::${data(message)}`;
}

/** How many errors and warnings there are. */
export function count(problems: Problem[]): { errors: number; warnings: number } {
  const errors = problems.filter((problem) => problem.severity === 'error').length;
  return { errors, warnings: problems.length - errors };
}

/** By file, then by place. */
export function byPlace(a: Problem, b: Problem): number {
  return a.file.localeCompare(b.file) || a.line - b.line || a.col - b.col;
}
