import { report, type Text } from './text';

/**
 * Far beyond any guide that a person can walk through, and small enough that no text, whatever is in it, keeps the
 * lexer busy: its time grows with the square of a paragraph, and its stack with the depth of quotes and lists.
 */
const LONGEST_FILE = 200_000;
const LONGEST_LINE = 2_000;
const LONGEST_RUN = 8_000;
const DEEPEST = 8;

const NESTED = new RegExp(`^(?:[ \\t]*(?:>|(?:[-+*]|\\d{1,9}[.)])(?=[ \\t]|$))){${DEEPEST}}`);

/** Whether a text is small and flat enough to be read; each thing that is not is reported. `body` is where it begins. */
export function isReadable(source: Text, body: number): boolean {
  const before = source.problems.length;
  if (source.text.length > LONGEST_FILE) {
    report(
      source,
      0,
      `the file has ${source.text.length} characters; at most ${LONGEST_FILE}: make two guides`,
    );
    return false;
  }
  let run = 0;
  let at = body;
  for (const line of source.text.slice(body).split('\n')) {
    if (line.length > LONGEST_LINE) {
      report(
        source,
        at,
        `a line of ${line.length} characters; at most ${LONGEST_LINE}: part it with an empty line`,
      );
    }
    if (NESTED.test(line) || /^[ \t]{40}/.test(line)) {
      report(source, at, `lists or quotes more than ${DEEPEST} deep; write them one below the other`);
    }
    run = line.trim() === '' ? 0 : run + line.length;
    if (run > LONGEST_RUN && run - line.length <= LONGEST_RUN) {
      report(source, at, `${LONGEST_RUN} characters without an empty line; part the text with one`);
    }
    at += line.length + 1;
  }
  return source.problems.length === before;
}
