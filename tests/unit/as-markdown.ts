import type { Block, Guide, Inline, Next } from '../../src/guide/guide';
import type { PhonePart } from '../../src/guide/phone-part';

/** A guide as its author would write it: compiled again, it is the same tree. */
export function asMarkdown({ title, summary, minutes, order, icon, sources, cover, steps }: Guide): string {
  const head = { title, summary, minutes, order, icon, sources };
  const lines = Object.entries(head).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
  const parts = [
    ...cover.map(ofBlock),
    ...steps.flatMap((step) => [
      `## ${escaped(step.title)} {#${step.id}}`,
      ...step.blocks.map(ofBlock),
      ofNext(step.next),
      ...step.trouble.flatMap((entry) => [`### ${escaped(entry.title)}`, ...entry.blocks.map(ofBlock)]),
    ]),
  ];
  return `---\n${lines.join('\n')}\n---\n\n${parts.join('\n\n')}\n`;
}

function ofNext(next: Next): string {
  switch (next.kind) {
    case 'to':
      return `[Tiếp](#${next.step})`;
    case 'end':
      return '[Xong](#end)';
    case 'choice':
      return next.options.map(({ label, step }) => `- [${escaped(label)}](#${step})`).join('\n');
  }
}

function ofBlock(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return ofInline(block.text);
    case 'actions':
      return block.items.map((item, i) => `${i + 1}. ${ofInline(item)}`).join('\n');
    case 'list':
      return block.items.map((item) => `- ${ofInline(item)}`).join('\n');
    case 'checklist':
      return block.items.map((item) => `- [ ] ${ofInline(item)}`).join('\n');
    case 'callout': {
      const inner = block.blocks.map(ofBlock).join('\n\n').split('\n');
      return [`> [!${block.tone.toUpperCase()}]`, ...inner.map((line) => `> ${line}`.trimEnd())].join('\n');
    }
    case 'phone':
      return ['```screen', ...block.parts.map(ofPart), '```'].join('\n');
    case 'picture':
      return `![${escaped(block.alt)}](${block.file})`;
    case 'link':
      return `[${escaped(block.text)}](${block.href})`;
    case 'table': {
      const row = (cells: Inline[][]) => `| ${cells.map(ofInline).join(' | ')} |`;
      return [row(block.head), `|${' - |'.repeat(block.head.length)}`, ...block.rows.map(row)].join('\n');
    }
  }
}

function ofPart(part: PhonePart): string {
  const star = 'tap' in part && part.tap === true ? '*' : '';
  const line = (...cells: (string | undefined)[]) =>
    `${star}${part.kind}: ${cells.filter((cell) => cell !== undefined).join(' | ')}`;
  const starred = (cells: string[], tap: number | undefined) =>
    cells.map((cell, i) => (i === tap ? `*${cell}` : cell));
  switch (part.kind) {
    case 'space':
      return 'space';
    case 'price':
      return line(part.text, part.label);
    case 'field':
      return line(part.text, part.value);
    case 'item':
      return line(part.text, part.more);
    case 'otp':
      return line(part.text, part.digits.trim() === '' ? undefined : part.digits);
    case 'store':
      return line(part.text, part.publisher, part.button);
    case 'notice':
      return line(part.from, part.text);
    case 'icons':
      return line(...starred(part.names, part.tap));
    case 'dialog':
      return line(part.title, part.text, ...starred(part.buttons, part.tap));
    case 'check':
    case 'switch':
    case 'choice':
      return line(`[${part.on ? 'x' : ' '}] ${part.text}`);
    default:
      return line(part.text);
  }
}

function ofInline(text: Inline[]): string {
  return text.map(ofOne).join('');
}

function ofOne(part: Inline): string {
  if (typeof part === 'string') return escaped(part);
  switch (part.kind) {
    case 'strong':
      return `**${ofInline(part.text)}**`;
    case 'em':
      return `*${ofInline(part.text)}*`;
    case 'label':
      return `\`${part.text}\``;
    case 'link':
      return `[${ofInline(part.text)}](${part.href})`;
    case 'break':
      return '  \n';
    default:
      return part satisfies never;
  }
}

/** CommonMark lets any ASCII punctuation be escaped. */
function escaped(text: string): string {
  return text.replace(/[!-/:-@[-`{-~]/g, '\\$&');
}
