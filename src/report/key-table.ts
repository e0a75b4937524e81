import { type Key, keyText } from '../tally/row';

/** The counters' keys that were met so far, each once, known by a number from 0. */
export class KeyTable {
  readonly keys: Key[] = [];
  /** Their texts (`keyText`), which also order them. */
  readonly texts: string[] = [];
  private readonly numbers = new Map<string, number>();
  private readonly written = new Map<string, number>();
  private readonly canonical: Uint8Array[] = [];

  /** The number of the key with this text (`keyText`); undefined where it was not met before. */
  find(text: string): number | undefined {
    return this.numbers.get(text);
  }

  /** The number of the key that some file had written like this, up to its count. */
  findWritten(text: string): number | undefined {
    return this.written.get(text);
  }

  /** The number of a key, which is taken in if it is new; `written` is how it stood in a file, up to its count. */
  add(key: Key, written?: string): number {
    const text = keyText(key);
    const number = this.numbers.get(text) ?? this.addNew(key, text);
    if (written !== undefined) this.written.set(written, number);
    return number;
  }

  /** What follows the count in the canonical JSON of a row with this key, as UTF-8. */
  canonicalRest(number: number): Uint8Array {
    return this.canonical[number] ?? NOTHING;
  }

  private addNew(key: Key, text: string): number {
    const { guide, revision, locale, mode, event, step, reason, minutes } = key;
    this.numbers.set(text, this.keys.length);
    this.canonical.push(canonicalRest(key));
    this.texts.push(text);
    this.keys.push({ guide, revision, locale, mode, event, step, reason, minutes });
    return this.keys.length - 1;
  }
}

const NOTHING = new Uint8Array();
const encoder = new TextEncoder();

/** `canonicalJson` without its first property, for keys that are sound: nothing in them has to be escaped. */
export function canonicalRest({
  guide,
  revision,
  locale,
  mode,
  event,
  step,
  reason,
  minutes,
}: Key): Uint8Array {
  return encoder.encode(
    `,"event":"${event}","guide":"${guide}","locale":"${locale}","minutes":"${minutes}","mode":"${mode}","reason":"${reason}","revision":"${revision}","step":"${step}"}`,
  );
}
