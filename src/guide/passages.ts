import type { Block, Inline, Step } from './guide';
import { placeOf, type Text } from './text';

/** One piece of running text: a paragraph, an item, a cell. */
export interface Passage {
  /** Without marks. Words of the phone (labels) stand in it as the author wrote them. */
  text: string;
  /** The same without what the phone or somebody else says: labels, and words in quotation marks. */
  own: string;
  /** Whether it names a button or field of the phone. */
  labelled: boolean;
  /** Where it stands in the file. */
  at: number;
  /** Who reads it: everybody, the volunteer, or who asked for help. */
  part: 'step' | 'note' | 'trouble';
}

/** What a step says, in order: its blocks, then its trouble entries. */
export function passagesOf(source: Text, step: Pick<Step, 'blocks' | 'trouble'>): Passage[] {
  return [
    ...step.blocks.flatMap((block) => passages(source, block, 'step')),
    ...step.trouble.flatMap((entry) => entry.blocks.flatMap((block) => passages(source, block, 'trouble'))),
  ];
}

/** The number of words; they are parted by spaces. */
export function wordsIn(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

function passages(source: Text, block: Block, part: Passage['part'], outer = 0): Passage[] {
  const at = placeOf(source, block) || outer;
  switch (block.kind) {
    case 'paragraph':
      return [passage(block.text, at, part)];
    case 'actions':
    case 'list':
    case 'checklist':
      return block.items.map((item) => passage(item, placeOf(source, item) || at, part));
    case 'callout':
      return block.blocks.flatMap((inner) =>
        passages(source, inner, block.tone === 'note' ? 'note' : part, at),
      );
    case 'table':
      return [block.head, ...block.rows].flat().map((cell) => passage(cell, at, part));
    case 'link':
    case 'phone':
    case 'picture':
      return [];
    default:
      return block satisfies never;
  }
}

function passage(text: Inline[], at: number, part: Passage['part']): Passage {
  const words = written(text, true);
  const labelled = text.some((one) => typeof one !== 'string' && one.kind === 'label');
  return { text: words, labelled, own: written(text, false).replace(/“[^”]*”|"[^"]*"/g, '…'), at, part };
}

function written(text: Inline[], labels: boolean): string {
  return text
    .map((one) => {
      if (typeof one === 'string') return one;
      if (one.kind === 'break') return ' ';
      if (one.kind === 'label') return labels ? one.text : '…';
      return written(one.text, labels);
    })
    .join('');
}
