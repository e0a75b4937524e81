import type { Compiled } from './compile';
import type { Block, Step } from './guide';
import { type Passage, passagesOf, wordsIn } from './passages';
import { placeOf, type Text, warn } from './text';

/** Figures from the design: what a person of 75 reads without losing the thread. */
const MOST_ACTIONS = 5;
const MOST_WORDS = 70;
const LONGEST_SENTENCE = 25;

/** Warns of steps that are too full, of sentences that are too long, and of steps on the phone without a picture. */
export function checkReadability({ draft, source, headings }: Compiled): void {
  for (const passage of draft ? passagesOf(source, { blocks: draft.cover, trouble: [] }) : []) {
    checkSentences(source, passage);
  }
  for (const step of draft?.steps ?? []) {
    const heading = headings.get(step.id) ?? 0;
    const passages = passagesOf(source, step);
    checkActions(source, step, heading);
    checkWords(source, passages, heading);
    checkPicture(source, step, passages, heading);
    for (const passage of passages) checkSentences(source, passage);
  }
}

function checkActions(source: Text, { blocks }: Step, heading: number): void {
  const lists = blocks.filter((block) => block.kind === 'actions');
  const actions = lists.flatMap((list) => list.items);
  const first = actions[MOST_ACTIONS];
  if (!first) return;
  const message = `${actions.length} actions on one step; at most ${MOST_ACTIONS}: make two steps`;
  warn(source, placeOf(source, first) || heading, 'readability', message);
}

function checkWords(source: Text, passages: Passage[], heading: number): void {
  const words = passages
    .filter((passage) => passage.part === 'step')
    .reduce((sum, passage) => sum + wordsIn(passage.text), 0);
  if (words <= MOST_WORDS) return;
  warn(source, heading, 'readability', `${words} words on one step; at most ${MOST_WORDS}: make two steps`);
}

function checkSentences(source: Text, { text, at }: Passage): void {
  for (const sentence of text.split(/[.!?…]+\s+|:\s+/)) {
    const words = wordsIn(sentence);
    if (words <= LONGEST_SENTENCE) continue;
    const start = `${sentence.trim().slice(0, 40)}…`;
    warn(
      source,
      at,
      'readability',
      `a sentence of ${words} words; at most ${LONGEST_SENTENCE}: make two of "${start}"`,
    );
  }
}

/** Only where something is done on the phone: a question or a list of what to bring is no picture's matter. */
function checkPicture(source: Text, { blocks, next }: Step, passages: Passage[], heading: number): void {
  const pictured = blocks.some((block) => block.kind === 'phone' || block.kind === 'picture');
  const labelled = passages.some((passage) => passage.part === 'step' && passage.labelled);
  const onPhone = blocks.some(isActions) || (labelled && next.kind !== 'choice');
  if (pictured || !onPhone) return;
  warn(
    source,
    heading,
    'picture',
    'something is done here, and no picture shows it; draw the phone with "```screen", or write "-" instead of "1." where no phone is touched',
  );
}

function isActions(block: Block): boolean {
  return block.kind === 'actions';
}
