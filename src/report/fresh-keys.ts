import { type Key, keyText } from '../tally/row';
import { canonicalRest, type KeyTable } from './key-table';
import type { ReadSheet } from './read-sheets';

interface FreshKey {
  key: Key;
  text: string;
  /** How it stands in the file, up to its count. */
  written: string[];
  rest: Uint8Array;
}

/** Keys of one file that the table does not have yet. They stay apart until the file is accepted. */
export class FreshKeys {
  private readonly added: FreshKey[] = [];
  private readonly numbers = new Map<string, number>();
  private readonly written = new Map<string, number>();
  private readonly known: { number: number; written: string }[] = [];
  private readonly first: number;

  constructor(readonly table: KeyTable) {
    // Numbers from here on are this file's own: other files may be accepted while its digest is computed.
    this.first = table.keys.length;
  }

  find(text: string): number | undefined {
    return this.table.find(text) ?? this.numbers.get(text);
  }

  findWritten(text: string): number | undefined {
    return this.table.findWritten(text) ?? this.written.get(text);
  }

  /** The number of a sound key that was not found. `written` is how it stood in the file, up to its count. */
  add(key: Key, written?: string): number {
    const text = keyText(key);
    const known = this.find(text);
    const number = known ?? this.first + this.added.length;
    if (known === undefined) {
      this.added.push({ key, text, written: [], rest: canonicalRest(key) });
      this.numbers.set(text, number);
    }
    if (written !== undefined) {
      this.written.set(written, number);
      if (number < this.first) this.known.push({ number, written });
      else this.added[number - this.first]?.written.push(written);
    }
    return number;
  }

  keyOf(number: number): Key | undefined {
    return number < this.first ? this.table.keys[number] : this.added[number - this.first]?.key;
  }

  /** `keyText` of a key. */
  textOf(number: number): string {
    return (number < this.first ? this.table.texts[number] : this.added[number - this.first]?.text) ?? '';
  }

  canonicalRest(number: number): Uint8Array {
    return number < this.first
      ? this.table.canonicalRest(number)
      : (this.added[number - this.first] as FreshKey).rest;
  }

  /** The file is sound: the table takes its keys in, and its sheets get their numbers. */
  keep(sheets: ReadSheet[]): ReadSheet[] {
    for (const { number, written } of this.known) {
      const key = this.table.keys[number];
      if (key) this.table.add(key, written);
    }
    const numbers = this.added.map(({ key, written: [first, ...others] }) => {
      const number = this.table.add(key, first);
      for (const other of others) this.table.add(key, other);
      return number;
    });
    if (numbers.length === 0) return sheets;
    for (const { keys } of sheets) {
      for (const [i, number] of keys.entries()) {
        if (number >= this.first) keys[i] = numbers[number - this.first] as number;
      }
    }
    return sheets;
  }
}
