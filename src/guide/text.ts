import { visible } from './hidden';
import type { Problem, Rule } from './problem';

/**
 * A guide's file while it is being compiled: its text, and the problems found so far. Offsets count UTF-16
 * units from the start of `text`.
 */
export interface Text {
  file: string;
  text: string;
  problems: Problem[];
  /** Where each line begins. */
  lines: number[];
  /** Where each block and each list item stands, for checks of what they say. */
  places: Map<object, number>;
}

/** Line and column, both from 1. */
export interface Position {
  line: number;
  col: number;
}

/** More would hide the first, which usually caused the others. */
const MOST_PROBLEMS = 100;

/** Begins on a file. */
export function textOf(file: string, raw: string): Text {
  const text = normalise(raw);
  const lines = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines.push(at + 1);
  return { file, text, problems: [], lines, places: new Map() };
}

/**
 * The text as every later stage may expect it: no byte order mark, LF line ends, composed (NFC) letters, and
 * none of the characters that Markdown itself forbids.
 */
function normalise(raw: string): string {
  return raw
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .replaceAll('\0', '\uFFFD')
    .toWellFormed()
    .normalize('NFC');
}

/** The line and column of an offset. */
export function positionOf({ lines }: Pick<Text, 'lines'>, offset: number): Position {
  let low = 0;
  let high = lines.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((lines[middle] ?? 0) <= offset) low = middle;
    else high = middle;
  }
  return { line: low + 1, col: offset - (lines[low] ?? 0) + 1 };
}

/** Notes an error at an offset. */
export function report(source: Text, offset: number, message: string): void {
  add(source, { file: source.file, ...positionOf(source, offset), severity: 'error', message });
}

/** Notes at an offset what does not stop a build. */
export function warn(source: Text, offset: number, rule: Rule, message: string): void {
  add(source, { file: source.file, ...positionOf(source, offset), severity: 'warning', message, rule });
}

function add({ problems }: Text, problem: Problem): void {
  // It may quote what is written, and is read where that would turn it round.
  if (problems.length < MOST_PROBLEMS) problems.push({ ...problem, message: visible(problem.message) });
  else if (problems.length === MOST_PROBLEMS) {
    problems.push({
      ...problem,
      severity: 'error',
      message: 'there is more to mend; mend what is above first',
    });
  }
}

/** Where a block or a list item stands. */
export function placeOf({ places }: Text, thing: object): number {
  return places.get(thing) ?? 0;
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
