import type { Compiled } from './compile';
import { type Block, type Guide, type Step, ways } from './guide';
import { tapped } from './phone-part';
import { placeOf, report, type Text, warn } from './text';

/**
 * Reports what differs between a translation and its reference: steps, ways on, blocks, links, screens. They are
 * walked as one guide in two languages, and counted by the same step ids.
 */
export function compareTranslation(reference: Guide, { draft, source, headings }: Compiled): void {
  if (!draft) return;
  compareHeads(reference, draft, source);
  for (const step of draft.steps) {
    if (reference.steps.some(({ id }) => id === step.id)) continue;
    report(
      source,
      headings.get(step.id) ?? 0,
      `the reference guide has no step "${step.id}"; take it out, or add it there too`,
    );
  }
  compareBlocks(source, 0, 'the cover', reference.cover, draft.cover);
  for (const [i, step] of reference.steps.entries()) {
    const own = draft.steps.find(({ id }) => id === step.id);
    const at = headings.get(step.id) ?? 0;
    if (!own) report(source, 0, `the step "${step.id}" (${step.title}) is not translated; add it`);
    else if (draft.steps[i]?.id !== step.id)
      report(source, at, `"${own.id}" is number ${i + 1} in the reference; put it there`);
    else compareStep(source, at, step, own);
  }
}

function compareHeads(reference: Guide, draft: Guide, source: Text): void {
  for (const key of ['minutes', 'order', 'icon', 'hotline', 'verified'] as const) {
    if (reference[key] === draft[key]) continue;
    const at = source.text.search(new RegExp(`^${key}:`, 'm'));
    report(
      source,
      Math.max(0, at),
      `${key} is ${draft[key] ?? 'absent'}; in the reference ${reference[key] ?? 'absent'}`,
    );
  }
  if (reference.sources.length !== draft.sources.length) {
    warn(
      source,
      Math.max(0, source.text.search(/^sources:/m)),
      'translation',
      `${draft.sources.length} sources; the reference has ${reference.sources.length}`,
    );
  }
}

function compareStep(source: Text, at: number, reference: Step, step: Step): void {
  const there = ways(reference.next).join(', ');
  const here = ways(step.next).join(', ');
  if (here !== there) report(source, at, `"${step.id}" leads to ${here}; in the reference to ${there}`);
  compareBlocks(source, at, `"${step.id}"`, reference.blocks, step.blocks);
  if (step.trouble.length !== reference.trouble.length) {
    report(
      source,
      at,
      `"${step.id}" has ${step.trouble.length} trouble entries; the reference ${reference.trouble.length}`,
    );
    return;
  }
  for (const [i, entry] of step.trouble.entries()) {
    compareBlocks(source, at, `"${entry.title}"`, reference.trouble[i]?.blocks ?? [], entry.blocks);
  }
}

function compareBlocks(source: Text, at: number, where: string, reference: Block[], own: Block[]): void {
  const kinds = (blocks: Block[]) => blocks.map(({ kind }) => kind).join(', ') || 'nothing';
  if (kinds(own) !== kinds(reference)) {
    report(source, at, `${where} holds ${kinds(own)}; the reference ${kinds(reference)}`);
    return;
  }
  for (const [i, block] of own.entries()) {
    const there = reference[i];
    const difference = there && compareBlock(there, block);
    if (difference) report(source, placeOf(source, block) || at, difference);
  }
}

/** What differs between two blocks of the same kind, in what is not words. */
function compareBlock(reference: Block, own: Block): string | undefined {
  const [there, here] = [shape(reference), shape(own)];
  return here === there ? undefined : `this ${own.kind} has ${here}; in the reference ${there}`;
}

function shape(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return '';
    case 'actions':
    case 'list':
    case 'checklist':
      return `${block.items.length} item(s)`;
    case 'callout':
      return [`the tone ${block.tone.toUpperCase()}`, ...block.blocks.map((inner) => inner.kind)].join(', ');
    case 'phone':
      return block.parts.map((part) => (tapped(part) === undefined ? part.kind : `*${part.kind}`)).join(', ');
    case 'picture':
      return `the file ${block.file}`;
    case 'link':
      return `the address ${block.href}`;
    case 'table':
      return `${block.rows.length} row(s) of ${block.head.length}`;
    default:
      return block satisfies never;
  }
}
