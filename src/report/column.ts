/** A list of whole numbers from 0 to 2³² − 1 that grows, four bytes each. */
export class Column {
  private room = new Uint32Array(1024);
  length = 0;

  push(value: number): void {
    this.reserve(this.length + 1);
    this.room[this.length] = value;
    this.length += 1;
  }

  append(values: Uint32Array): void {
    this.reserve(this.length + values.length);
    this.room.set(values, this.length);
    this.length += values.length;
  }

  set(index: number, value: number): void {
    this.room[index] = value;
  }

  at(index: number): number {
    return this.room[index] ?? 0;
  }

  /** What there is now, without copying; not to be kept while the list grows. */
  get values(): Uint32Array {
    return this.room.subarray(0, this.length);
  }

  private reserve(length: number): void {
    if (length <= this.room.length) return;
    const grown = new Uint32Array(Math.max(length, 2 * this.room.length));
    grown.set(this.room);
    this.room = grown;
  }
}
