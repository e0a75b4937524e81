import { PHONE_KINDS, type PhonePart } from './guide';
import { report, type Text } from './text';

const LINE = /^(\s*)(\*?)\s*([a-z]+)\s*(?::\s*(.*))?$/;

/** Reads a `screen` fence, one line a part; `at` is the offset of its first line. */
export function readPhone(source: Text, text: string, at: number): PhonePart[] {
  const parts: PhonePart[] = [];
  let offset = at;
  for (const line of text.split('\n')) {
    const part = readPart(source, line, offset);
    if (part) parts.push(part);
    offset += line.length + 1;
  }
  if (parts.filter((part) => part.tap).length > 1) {
    report(
      source,
      at,
      'only one thing on a screen can be what to tap now; keep one "*" and draw a second screen',
    );
  }
  if (text.trim() === '') report(source, at, 'the screen is empty; write lines such as "button: Đăng nhập"');
  return parts;
}

function readPart(source: Text, line: string, at: number): PhonePart | undefined {
  if (line.trim() === '') return undefined;
  const match = LINE.exec(line);
  if (!match) {
    report(
      source,
      at,
      `"${line.trim()}" is not a part of a screen; write "kind: text", as in "button: Đăng nhập"`,
    );
    return undefined;
  }
  const [, indent = '', star, name, text = ''] = match;
  const kind = PHONE_KINDS.find((known) => known === name);
  if (!kind) {
    report(
      source,
      at + indent.length,
      `unknown screen kind "${name}"; known kinds are ${PHONE_KINDS.join(', ')}`,
    );
    return undefined;
  }
  return { kind, text: text.trim(), ...(star && { tap: true as const }) };
}
