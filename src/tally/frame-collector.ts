import { crc32 } from './crc32';
import type { ExportFile } from './export';
import { type FrameRefusal, readFrame } from './frames';
import { unpackFile } from './unpacking';

/** A camera may see the codes of several tablets in turn; the one that grew longest ago is forgotten. */
const MOST_TRANSFERS = 64;

/** How far a transfer has come. */
export interface Progress {
  transfer: string;
  have: number;
  count: number;
}

/**
 * What came of a frame; `known` was there already, of a transfer under way or complete. Sound by itself, it may still
 * be at odds with the others of its transfer.
 */
export type FrameAnswer =
  | { kind: 'new' | 'known'; progress: Progress }
  | { kind: 'complete'; progress: Progress; file: ExportFile }
  | { kind: 'refused'; reason: FrameRefusal | 'at-odds' };

/** Puts files together from frames: in any order, with repeats, of several transfers mixed. Nothing is taken on trust. */
export class FrameCollector {
  private readonly transfers = new Map<string, Transfer>();

  /** Any bytes that a camera has read. A refused frame changes nothing. */
  add(bytes: Uint8Array): FrameAnswer {
    const frame = readFrame(bytes);
    if (typeof frame === 'string') return { kind: 'refused', reason: frame };
    const name = `${frame.transfer.toString(16)}/${frame.count}`;
    const transfer = this.transfers.get(name) ?? { count: frame.count, slices: new Map(), complete: false };
    const known = transfer.slices.get(frame.number);
    if (known && !sameBytes(known, frame.slice)) return { kind: 'refused', reason: 'at-odds' };
    if (known || transfer.complete) return { kind: 'known', progress: progressOf(name, transfer) };

    transfer.slices.set(frame.number, frame.slice);
    this.remember(name, transfer);
    if (transfer.slices.size < frame.count) return { kind: 'new', progress: progressOf(name, transfer) };
    const packed = joined(transfer);
    const file = crc32(packed) === frame.transfer ? unpackFile(packed) : undefined;
    if (!file) {
      // One of its frames was made up. Read again, the true ones have their chance.
      this.transfers.delete(name);
      return { kind: 'refused', reason: 'at-odds' };
    }
    transfer.complete = true;
    transfer.slices.clear();
    return { kind: 'complete', progress: progressOf(name, transfer), file };
  }

  /** The first few numbers that a transfer still waits for. */
  missing({ transfer }: Progress, most: number): number[] {
    const { slices, count, complete } = this.transfers.get(transfer) ?? NOTHING;
    const numbers: number[] = [];
    for (let number = 1; !complete && number <= count && numbers.length < most; number += 1) {
      if (!slices.has(number)) numbers.push(number);
    }
    return numbers;
  }

  private remember(name: string, transfer: Transfer): void {
    this.transfers.delete(name);
    this.transfers.set(name, transfer);
    const [oldest] = this.transfers.keys();
    if (oldest !== undefined && this.transfers.size > MOST_TRANSFERS) this.transfers.delete(oldest);
  }
}

/** Grows with the frames that came, whatever count they claim. */
interface Transfer {
  count: number;
  slices: Map<number, Uint8Array>;
  complete: boolean;
}

const NOTHING: Transfer = { count: 0, slices: new Map(), complete: true };

function progressOf(name: string, { slices, count, complete }: Transfer): Progress {
  return { transfer: name, have: complete ? count : slices.size, count };
}

function joined({ slices, count }: Transfer): Uint8Array {
  const parts = Array.from({ length: count }, (_, i) => slices.get(i + 1) ?? new Uint8Array());
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}
