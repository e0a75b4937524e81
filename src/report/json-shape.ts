const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COLON = 0x3a;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;

/**
 * Whether JSON text is nested no deeper, and has no object of more properties, than this. One pass over the text, for
 * text from anywhere: a parser takes half a minute over millions of brackets or keys, and much memory. Says nothing
 * about whether it is JSON at all.
 */
export function hasShape(
  text: string,
  { depth, properties }: { depth: number; properties: number },
): boolean {
  const colons = new Uint32Array(depth + 2);
  let level = 0;
  let isText = false;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    if (isText) {
      if (unit === QUOTE) isText = false;
      else if (unit === BACKSLASH) i += 1;
      continue;
    }
    switch (unit) {
      case QUOTE:
        isText = true;
        break;
      case COLON:
        colons[level] = (colons[level] ?? 0) + 1;
        if ((colons[level] ?? 0) > properties) return false;
        break;
      case OPEN_LIST:
      case OPEN_OBJECT:
        level += 1;
        if (level > depth) return false;
        colons[level] = 0;
        break;
      case CLOSE_LIST:
      case CLOSE_OBJECT:
        level = Math.max(0, level - 1);
        break;
    }
  }
  return true;
}
