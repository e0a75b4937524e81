const OPEN_ROW = new TextEncoder().encode('{"count":');
const COMMA = 0x2c;
const ZERO = 0x30;

/** Canonical JSON (RFC 8785) of the sheets of one file, written as UTF-8 while they are read. */
export class CanonicalSheets {
  private written: Uint8Array<ArrayBuffer>;
  private length = 0;
  private isFirstSheet = true;
  private isFirstRow = true;

  /** `size`: about how many bytes there will be. */
  constructor(size: number) {
    this.written = new Uint8Array(Math.max(1024, size));
    this.text('[');
  }

  openSheet({ id, day, clock }: { id: string; day: string; clock?: 'suspect' | undefined }): void {
    if (!this.isFirstSheet) this.text(',');
    this.isFirstSheet = false;
    this.isFirstRow = true;
    // Properties in the order of their names.
    this.text(`{${clock ? '"clock":"suspect",' : ''}"day":"${day}","id":"${id}","rows":[`);
  }

  /** `rest` is what follows the count: `KeyTable.canonicalRest`. */
  row(count: number, rest: Uint8Array): void {
    this.reserve(rest.length + 32);
    if (!this.isFirstRow) this.written[this.length++] = COMMA;
    this.isFirstRow = false;
    this.written.set(OPEN_ROW, this.length);
    this.length += OPEN_ROW.length;
    this.digits(count);
    this.written.set(rest, this.length);
    this.length += rest.length;
  }

  closeSheet(): void {
    this.text(']}');
  }

  /** All of it. */
  bytes(): Uint8Array<ArrayBuffer> {
    this.text(']');
    return this.written.subarray(0, this.length);
  }

  private digits(count: number): void {
    let unit = 1;
    while (unit * 10 <= count) unit *= 10;
    for (; unit >= 1; unit /= 10) this.written[this.length++] = ZERO + (Math.floor(count / unit) % 10);
  }

  /** ASCII only. */
  private text(text: string): void {
    this.reserve(text.length);
    for (let i = 0; i < text.length; i += 1) this.written[this.length++] = text.charCodeAt(i);
  }

  private reserve(more: number): void {
    if (this.length + more <= this.written.length) return;
    const grown = new Uint8Array(2 * (this.length + more));
    grown.set(this.written.subarray(0, this.length));
    this.written = grown;
  }
}
