import type { Problem, Severity } from './problem';

/**
 * A guide's file while it is being compiled: its text, and the problems found so far. Offsets count UTF-16
 * units from the start of `text`.
 */
export interface Text {
  file: string;
  text: string;
  problems: Problem[];
}

/**
 * The text as every later stage may expect it: no byte order mark, LF line ends, composed (NFC) letters, and
 * none of the characters that Markdown itself forbids.
 */
export function normalise(raw: string): string {
  return raw
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .replaceAll('\0', '\uFFFD')
    .toWellFormed()
    .normalize('NFC');
}

/** Notes a problem at an offset. */
export function report(source: Text, offset: number, message: string, severity: Severity = 'error'): void {
  const before = source.text.slice(0, offset);
  const line = before.split('\n').length;
  const col = offset - before.lastIndexOf('\n');
  source.problems.push({ file: source.file, line, col, severity, message });
}

/**
 * Where a token of the Markdown lexer stands. The lexer gives no positions, and strips quote marks and
 * indentation from nested tokens, so the first line is looked for from where the parent began.
 */
export function locate(source: Text, raw: string, from: number): number {
  const firstLine = raw.trimStart().split('\n', 1)[0] ?? '';
  const found = firstLine === '' ? -1 : source.text.indexOf(firstLine, from);
  return found === -1 ? from : found;
}
