/** Thrown where bytes are not what a writer wrote; who reads them turns it into a refusal. */
export class Malformed extends Error {}

/** Bytes in the making. Whole numbers take as few as they need: seven bits a byte, the low ones first (LEB128). */
export class ByteWriter {
  private readonly written: number[] = [];

  bytes(): Uint8Array {
    return Uint8Array.from(this.written);
  }

  byte(value: number): void {
    this.written.push(value);
  }

  /** A whole number from 0 to 2^53 - 1; not by shifts, which end at 32 bits. */
  number(value: number): void {
    if (!Number.isSafeInteger(value) || value < 0) throw new RangeError(`not a count: ${value}`);
    let rest = value;
    for (; rest > 127; rest = Math.floor(rest / 128)) this.written.push((rest % 128) + 128);
    this.written.push(rest);
  }

  /** A whole number of either sign, those near 0 in one byte. */
  difference(value: number): void {
    this.number(value < 0 ? -2 * value - 1 : 2 * value);
  }

  /** By UTF-16 units: one byte less a Vietnamese letter than UTF-8, and exact for any text that JSON can carry. */
  text(value: string): void {
    this.number(value.length);
    for (let i = 0; i < value.length; i += 1) this.number(value.charCodeAt(i));
  }

  /** So many bytes, given as hexadecimal digits in lower case. */
  hex(value: string, length: number): void {
    if (!/^[0-9a-f]*$/.test(value) || value.length !== 2 * length)
      throw new RangeError(`not an id: ${value}`);
    for (let i = 0; i < value.length; i += 2) this.written.push(Number.parseInt(value.slice(i, i + 2), 16));
  }
}

/** Reads what a `ByteWriter` wrote. Throws `Malformed` where the bytes end early, or are none of its. */
export class ByteReader {
  private at = 0;

  constructor(private readonly bytes: Uint8Array) {}

  atEnd(): boolean {
    return this.at === this.bytes.length;
  }

  byte(): number {
    const value = this.bytes[this.at];
    if (value === undefined) throw new Malformed();
    this.at += 1;
    return value;
  }

  number(): number {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = this.byte();
      value += (byte & 127) * scale;
      if (!Number.isSafeInteger(value) || scale > 2 ** 49) throw new Malformed();
      if (byte < 128) return value;
    }
  }

  difference(): number {
    const value = this.number();
    return value % 2 === 1 ? -(value + 1) / 2 : value / 2;
  }

  /** `longest` in UTF-16 units: nothing is made of a length that only claims to be one. */
  text(longest: number): string {
    const length = this.number();
    if (length > longest) throw new Malformed();
    const units = Array.from({ length }, () => this.number());
    if (units.some((unit) => unit > 0xffff)) throw new Malformed();
    return String.fromCharCode(...units);
  }

  hex(length: number): string {
    return Array.from({ length }, () => this.byte().toString(16).padStart(2, '0')).join('');
  }
}
