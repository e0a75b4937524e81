import { compileGuide } from '../../src/guide/compile';
import { hiddenIn } from '../../src/guide/hidden';
import type { Payload } from './payloads';

/** A guide that compiles and is full of payloads, as the text that it is made of. */
export interface HostileGuide {
  id: string;
  text: string;
  /** What reaches the reader as it was written, by step. */
  steps: { step: string; text: string }[];
}

const A_GUIDE = 40;

/** A payload as one line of text: what a guide can say at all. Undefined where it has what no guide may hold. */
export function asLine(text: string): string | undefined {
  const line = text.replaceAll(/\s+/g, ' ').trim().normalize('NFC');
  return hiddenIn(line).length > 0 ? undefined : line;
}

/** Text that says these very letters, whatever they mean in Markdown. */
function escaped(line: string): string {
  return line.replaceAll(/[!-/:-@[-`{-~]/g, '\\$&');
}

/** Where words of an author come to stand. `line` is the payload, `safe` the same as Markdown that says it. */
const PLACES: ((line: string, safe: string) => string)[] = [
  (_line, safe) => safe,
  (_line, safe) => `1. ${safe}`,
  (_line, safe) => `- [ ] ${safe}`,
  (_line, safe) => `- ${safe}`,
  (_line, safe) => `**${safe}** *${safe}*`,
  (line) => `${'`'.repeat(4)} ${line} ${'`'.repeat(4)}`,
  (_line, safe) => `> [!NOTE]\n> ${safe}`,
  (_line, safe) => `| ${safe} | b |\n| --- | --- |\n| a | ${safe} |`,
  (_line, safe) => `[${safe}](https://canary.example/x)`,
  (_line, safe) => `Xem [${safe}](tel:19000368) nhé`,
  (line) =>
    `\`\`\`screen\nbutton: ${line}\ncheck: [x] ${line}\nitem: ${line} | ${line}\n*icons: ${line} | *x\n\`\`\``,
  (line) =>
    `\`\`\`screen\nfield: ${line} | ${line}\nstore: ${line} | ${line} | ${line}\ndialog: ${line} | ${line} | x | *${line}\n\`\`\``,
];

/**
 * Guides with a step for each payload, which is its title and a choice, and stands in one in `thinned` of the other places
 * that take it: over all payloads each place has as many.
 */
export function hostileGuides(all: Payload[], thinned = 1): HostileGuide[] {
  const sayable = all.flatMap(({ id, text }) => {
    const line = asLine(text);
    return line === undefined || line === '' ? [] : [{ id, line }];
  });
  const parts = Array.from({ length: Math.ceil(sayable.length / A_GUIDE) }, (_, i) =>
    sayable.slice(i * A_GUIDE, (i + 1) * A_GUIDE),
  );
  return parts.map((part, i) => hostileGuide(`hostile-${i + 1}`, part, thinned));
}

function hostileGuide(id: string, lines: { id: number; line: string }[], thinned: number): HostileGuide {
  const [first = { line: '' }, second = first] = lines;
  const head = [
    `title: ${JSON.stringify(first.line)}`,
    `summary: ${JSON.stringify(second.line)}`,
    'minutes: 1',
    'order: 1',
    `app: ${JSON.stringify(first.line)}`,
    'sources:',
    `  - { url: "https://canary.example/", date: "2026", what: ${JSON.stringify(second.line)} }`,
  ];
  const pieces = [
    `---\n${head.join('\n')}\n---`,
    escaped(first.line),
    ...lines.flatMap(({ id: number, line }, i) => {
      const safe = escaped(line);
      const next = lines[i + 1];
      const places = PLACES.filter((_, k) => (k + number) % thinned === 0).map((place) => place(line, safe));
      return [
        `## ${safe} {#p-${number}}`,
        ...places,
        next ? `- [${safe}](#p-${next.id})\n- [${safe}](#end)` : `[${safe}](#end)`,
        ...(number % thinned === 0 ? [`### ${safe}\n\n${safe}`] : []),
      ];
    }),
  ];
  const text = withoutRefused(id, pieces);
  const steps = lines
    .map(({ id: number, line }) => ({ step: `p-${number}`, text: line }))
    .filter(({ step }) => text.includes(`{#${step}}`));
  return { id, text, steps };
}

/** Leaves out the pieces that the compiler refuses: there it has done its part. */
function withoutRefused(id: string, pieces: string[]): string {
  const text = `${pieces.join('\n\n')}\n`;
  const wrong = new Set(errorsIn(id, text).map(({ line }) => line));
  if (wrong.size === 0) return text;
  let line = 1;
  const kept = pieces.filter((piece) => {
    const own = piece.split('\n').map((_, i) => line + i);
    line += own.length + 1;
    return !own.some((one) => wrong.has(one));
  });
  if (kept.length === pieces.length) throw new Error(`${id}: an error stands in no piece`);
  // It names so many at a time.
  return withoutRefused(id, kept);
}

function errorsIn(id: string, text: string) {
  const { problems } = compileGuide(`guides/${id}/vi.md`, id, 'vi', text);
  return problems.filter(({ severity }) => severity === 'error');
}
