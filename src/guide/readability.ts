import type { Compiled } from './compile';
import type { Block, Inline, Step } from './guide';
import { plainText } from './inline';
import type { Problem } from './problem';

/** Figures from the design: what a person of 75 reads without losing the thread. */
const MOST_ACTIONS = 5;
const MOST_WORDS = 70;
const LONGEST_SENTENCE = 25;

/** Warnings about steps that are too full or sentences that are too long. Words are parted by spaces. */
export function checkReadability(file: string, { guide, lines }: Compiled): Problem[] {
  if (!guide) return [];
  return guide.steps.flatMap((step) => {
    const line = lines.get(step.id) ?? 1;
    return warnings(step).map((message) => ({ file, line, col: 1, severity: 'warning' as const, message }));
  });
}

function warnings(step: Step): string[] {
  const found: string[] = [];
  const shown = step.blocks.filter((block) => !(block.kind === 'callout' && block.tone === 'note'));
  const actions = shown.reduce((sum, block) => sum + (block.kind === 'actions' ? block.items.length : 0), 0);
  if (actions > MOST_ACTIONS)
    found.push(`${actions} actions on "${step.id}"; at most ${MOST_ACTIONS}: make two steps`);
  const words = shown.flatMap(texts).reduce((sum, text) => sum + count(text), 0);
  if (words > MOST_WORDS) found.push(`${words} words on "${step.id}"; at most ${MOST_WORDS}: make two steps`);
  const everything = [...step.blocks, ...step.trouble.flatMap((entry) => entry.blocks)];
  for (const sentence of everything.flatMap(texts).flatMap(sentences)) {
    const length = count(sentence);
    if (length <= LONGEST_SENTENCE) continue;
    found.push(
      `a sentence of ${length} words on "${step.id}"; at most ${LONGEST_SENTENCE}: "${sentence.slice(0, 40)}…"`,
    );
  }
  return found;
}

function texts(block: Block): string[] {
  switch (block.kind) {
    case 'paragraph':
      return [plainText(block.text)];
    case 'actions':
    case 'list':
    case 'checklist':
      return block.items.map(plainText);
    case 'callout':
      return block.blocks.flatMap(texts);
    case 'table':
      return [block.head, ...block.rows].flat().map((cell: Inline[]) => plainText(cell));
    case 'link':
    case 'phone':
    case 'picture':
      return [];
    default:
      return block satisfies never;
  }
}

function sentences(text: string): string[] {
  return text.split(/[.!?…]+\s+|:\s+/);
}

function count(text: string): number {
  return text.split(/\s+/).filter((word) => word !== '').length;
}
