export type Severity = 'error' | 'warning';

/** Something to mend in a guide: a value, collected, never thrown. Lines and columns count from 1. */
export interface Problem {
  file: string;
  line: number;
  col: number;
  severity: Severity;
  message: string;
}

/** As compilers print it, so that editors can jump to the place. */
export function formatProblem(problem: Problem): string {
  const { file, line, col, severity, message } = problem;
  return `${file}:${line}:${col}: ${severity}: ${message}`;
}

/** By file, then by place. */
export function byPlace(a: Problem, b: Problem): number {
  return a.file.localeCompare(b.file) || a.line - b.line || a.col - b.col;
}
