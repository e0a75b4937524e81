import type { MarkedToken, Token } from 'marked';
import type { Inline } from './guide';
import { checkLink } from './link-address';
import { locate, report, type Text } from './text';

/** Running text from the lexer's tokens; `at` is where the text begins in the file. */
export function readInline(source: Text, tokens: Token[] | undefined, at: number): Inline[] {
  const result: Inline[] = [];
  let cursor = at;
  for (const token of (tokens ?? []) as MarkedToken[]) {
    cursor = locate(source, token.raw, cursor);
    const inline = readOne(source, token, cursor);
    const last = result.at(-1);
    if (inline === undefined) continue;
    if (typeof inline === 'string' && typeof last === 'string') result[result.length - 1] = last + inline;
    else result.push(inline);
  }
  return trim(result);
}

/** The words alone, without marks. */
export function plainText(text: Inline[]): string {
  return text
    .map((part) => {
      if (typeof part === 'string') return part;
      if (part.kind === 'break') return ' ';
      return part.kind === 'label' ? part.text : plainText(part.text);
    })
    .join('');
}

function readOne(source: Text, token: MarkedToken, at: number): Inline | undefined {
  switch (token.type) {
    case 'text':
      return token.tokens ? joined(readInline(source, token.tokens, at)) : words(source, token.text, at);
    case 'escape':
      return token.text;
    case 'strong':
    case 'em':
      return { kind: token.type, text: readInline(source, token.tokens, at) };
    case 'codespan':
      return { kind: 'label', text: token.text };
    case 'br':
      return { kind: 'break' };
    case 'link':
      return readLink(source, token.href, readInline(source, token.tokens, at), at);
    case 'checkbox':
      return undefined;
    case 'html':
      // The opening tag has been named already.
      if (!token.raw.startsWith('</'))
        report(source, at, `raw HTML is not allowed: ${token.raw.trim()}; write it in Markdown`);
      return undefined;
    case 'image':
      report(source, at, 'a picture stands in a paragraph of its own, with an empty line before and after');
      return undefined;
    default:
      report(
        source,
        at,
        `"${token.type}" is not part of the guide format; write plain text, **bold** or \`label\``,
      );
      return undefined;
  }
}

function words(source: Text, text: string, at: number): string {
  const entity = /&(#\d+|#x[\da-f]+|[a-z]+);/i.exec(text);
  if (entity) report(source, at + entity.index, `write the character itself instead of ${entity[0]}`);
  return text.replaceAll('\n', ' ');
}

function joined(text: Inline[]): Inline | undefined {
  return text.length === 1 ? text[0] : plainText(text);
}

function readLink(source: Text, href: string, text: Inline[], at: number): Inline {
  if (!href.startsWith('#')) {
    const says = plainText(text);
    return checkLink(source, href, says, at) ? { kind: 'link', href, text } : says;
  }
  report(
    source,
    at,
    `a link to a step stands alone: in its own paragraph ("next") or in a list of choices, not in a sentence (${href})`,
  );
  return plainText(text);
}

function trim(text: Inline[]): Inline[] {
  const result = [...text];
  const first = result[0];
  if (typeof first === 'string') result[0] = first.trimStart();
  const last = result.at(-1);
  if (typeof last === 'string') result[result.length - 1] = last.trimEnd();
  return result.filter((part) => part !== '');
}
