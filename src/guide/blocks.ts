import type { MarkedToken, Token, Tokens } from 'marked';
import { type Block, type Inline, TONES, type Tone } from './guide';
import { plainText, readInline } from './inline';
import { checkLink } from './link-address';
import { readPhone } from './phone';
import { locate, report, type Text } from './text';

/** A block-level token with the offset at which it stands. */
export interface Placed {
  token: MarkedToken;
  at: number;
}

/** Gives each token its place; `from` is where their parent's text begins. Blank space is left out. */
export function placed(source: Text, tokens: Token[], from: number): Placed[] {
  const result: Placed[] = [];
  let cursor = from;
  for (const token of tokens as MarkedToken[]) {
    if (token.type === 'space') continue;
    const at = locate(source, token.raw, cursor);
    result.push({ token, at });
    cursor = at + (token.raw.trimStart().split('\n', 1)[0]?.length ?? 0);
  }
  return result;
}

/** The block that a token becomes: several for a list that mixes kinds, none for what was reported instead. */
export function readBlock(source: Text, item: Placed): Block[] {
  const blocks = readKind(source, item);
  for (const block of blocks) if (!source.places.has(block)) source.places.set(block, item.at);
  return blocks;
}

function readKind(source: Text, { token, at }: Placed): Block[] {
  switch (token.type) {
    case 'paragraph':
      return readParagraph(source, token, at);
    case 'list':
      return readList(source, token, at);
    case 'blockquote':
      return readCallout(source, token, at);
    case 'code':
      return readFence(source, token, at);
    case 'table':
      return [readTable(source, token, at)];
    default:
      report(source, at, notAllowed(token));
      return [];
  }
}

function notAllowed(token: MarkedToken): string {
  switch (token.type) {
    case 'html':
      return `raw HTML is not allowed: ${token.raw.trim().split('\n', 1)[0]}; write it in Markdown`;
    case 'heading':
      return `a heading of depth ${token.depth} has no place here; "##" begins a step, "###" a trouble entry at its end`;
    case 'hr':
      return 'a line across has no meaning here; "##" begins a new step';
    case 'def':
      return 'write the address in the link itself: [text](https://…)';
    default:
      return `"${token.type}" is not part of the guide format`;
  }
}

function readParagraph(source: Text, token: Tokens.Paragraph, at: number): Block[] {
  const [only, ...others] = token.tokens.filter((part) => part.raw.trim() !== '') as MarkedToken[];
  if (only && others.length === 0) {
    if (only.type === 'image') return [readPicture(source, only, at)].flat();
    if (only.type === 'link' && !only.href.startsWith('#')) {
      const text = plainText(readInline(source, only.tokens, at));
      if (checkLink(source, only.href, text, at)) return [{ kind: 'link', href: only.href, text }];
      return [{ kind: 'paragraph', text: [text] }];
    }
  }
  const text = readInline(source, token.tokens, at);
  return text.length === 0 ? [] : [{ kind: 'paragraph', text }];
}

function readPicture(source: Text, token: Tokens.Image, at: number): Block[] {
  const alt = token.text.trim();
  if (alt === '') report(source, at, 'the picture has no alt text; write what it shows: ![…](file.webp)');
  if (!/^[a-z0-9][a-z0-9-]*\.(webp|png|jpe?g|svg)$/.test(token.href)) {
    report(source, at, `a picture is a file beside the guide, such as "step-2.webp", not "${token.href}"`);
    return [];
  }
  return [{ kind: 'picture', file: token.href, alt }];
}

type ListKind = 'actions' | 'list' | 'checklist';

/** Neighbouring lists are one to the lexer, so a list falls into runs of the same kind. */
function readList(source: Text, list: Tokens.List, at: number): Block[] {
  const blocks: (Block & { kind: ListKind })[] = [];
  for (const { token, at: place } of placed(source, list.items, at)) {
    const item = token as MarkedToken as Tokens.ListItem;
    const kind: ListKind = item.task ? 'checklist' : list.ordered ? 'actions' : 'list';
    const text = readItem(source, item, place);
    source.places.set(text, place);
    const last = blocks.at(-1);
    if (last?.kind === kind) last.items.push(text);
    else {
      blocks.push({ kind, items: [text] });
      source.places.set(blocks.at(-1) ?? {}, place);
    }
  }
  return blocks;
}

function readItem(source: Text, item: Tokens.ListItem, at: number): Inline[] {
  const [first, ...others] = placed(source, item.tokens, at).filter(({ token }) => token.type !== 'checkbox');
  const extra = others[0];
  if (extra)
    report(source, extra.at, 'an item of a list is one line of text; begin a new item or a new step');
  const token = first?.token;
  if (token?.type !== 'text' && token?.type !== 'paragraph') {
    report(source, first?.at ?? at, 'an item of a list is one line of text');
    return [];
  }
  return readInline(source, token.tokens ?? [token], first?.at ?? at);
}

const MARKER = /^\[!([A-Za-z]+)\][ \t]*(?:\n|$)/;

function readCallout(source: Text, quote: Tokens.Blockquote, at: number): Block[] {
  const [head, ...rest] = quote.tokens as MarkedToken[];
  const marker = head?.type === 'paragraph' ? MARKER.exec(head.raw) : null;
  const tone = TONES.find((known): known is Tone => known === marker?.[1]?.toLowerCase());
  if (!marker || !tone || head?.type !== 'paragraph') {
    report(source, at, `a quote begins with a line "> [!TONE]"; tones are ${TONES.join(', ').toUpperCase()}`);
    return [];
  }
  const afterMarker = at + source.text.slice(at).indexOf(']') + 1;
  const text = readInline(source, withoutMarker(head.tokens), afterMarker);
  const blocks = placed(source, rest, afterMarker).flatMap((child) => readBlock(source, child));
  if (text.length > 0) blocks.unshift({ kind: 'paragraph', text });
  if (blocks.length === 0) report(source, at, 'the call-out is empty; write its text after the marker');
  return [{ kind: 'callout', tone, blocks }];
}

function withoutMarker(tokens: Token[]): Token[] {
  const [first, ...rest] = tokens as MarkedToken[];
  if (first?.type !== 'text') return tokens;
  const text = first.text.replace(MARKER, '');
  return text === '' ? rest : [{ ...first, raw: text, text }, ...rest];
}

function readFence(source: Text, fence: Tokens.Code, at: number): Block[] {
  if (fence.lang !== 'screen') {
    report(
      source,
      at,
      'a block of code is not part of the guide format; "```screen" draws a phone, `words` are a label',
    );
    return [];
  }
  const firstLine = at + fence.raw.trimStart().indexOf('\n') + 1;
  return [{ kind: 'phone', parts: readPhone(source, fence.text, firstLine) }];
}

function readTable(source: Text, table: Tokens.Table, at: number): Block {
  const cells = (row: Tokens.TableCell[]) => row.map((cell) => readInline(source, cell.tokens, at));
  return { kind: 'table', head: cells(table.header), rows: table.rows.map(cells) };
}
