import { crc32 } from './crc32';
import type { ExportFile } from './export';
import { packFile } from './packing';

/*
 * A frame is what one code holds, numbers with their high byte first:
 *
 *   0  "TB"      2  version      3  transfer      7  number from 1      9  count      11  slice … then CRC-32 of it all
 *
 * The transfer is the CRC-32 of the whole packed file: it names the file, and proves that it was put together right.
 */
export const LARGEST_FRAME = 500;
const MAGIC = 0x5442;
const FRAME_VERSION = 1;
const HEAD = 11;
const TAIL = 4;
const LARGEST_SLICE = LARGEST_FRAME - HEAD - TAIL;
const MOST_FRAMES = 65_535;

/** The file as frames of at most 500 bytes, of about equal length, the same ones for the same file. */
export function packFrames(file: ExportFile): Uint8Array[] {
  const packed = packFile(file);
  const count = Math.ceil(packed.length / LARGEST_SLICE);
  if (count > MOST_FRAMES) throw new RangeError(`${count} frames`);
  const length = Math.ceil(packed.length / count);
  const transfer = crc32(packed);
  return Array.from({ length: count }, (_, i) => {
    const slice = packed.subarray(i * length, (i + 1) * length);
    return writeFrame({ transfer, number: i + 1, count, slice });
  });
}

/** Why a frame is not taken: another program's code, of a newer version, cut or changed. */
export type FrameRefusal = 'foreign' | 'newer' | 'damaged';

/** What one code holds. */
export interface Frame {
  transfer: number;
  number: number;
  count: number;
  slice: Uint8Array;
}

/** Reads any bytes that a camera has seen. */
export function readFrame(bytes: Uint8Array): Frame | FrameRefusal {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 3 || view.getUint16(0) !== MAGIC) return 'foreign';
  if (view.getUint8(2) > FRAME_VERSION) return 'newer';
  if (bytes.length <= HEAD + TAIL || bytes.length > LARGEST_FRAME) return 'damaged';
  if (view.getUint32(bytes.length - TAIL) !== crc32(bytes.subarray(0, -TAIL))) return 'damaged';
  const number = view.getUint16(7);
  const count = view.getUint16(9);
  if (view.getUint8(2) !== FRAME_VERSION || number < 1 || number > count) return 'damaged';
  // A copy: the caller's bytes may be part of a picture.
  return { transfer: view.getUint32(3), number, count, slice: bytes.slice(HEAD, -TAIL) };
}

function writeFrame({ transfer, number, count, slice }: Frame): Uint8Array {
  const bytes = new Uint8Array(HEAD + slice.length + TAIL);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, MAGIC);
  view.setUint8(2, FRAME_VERSION);
  view.setUint32(3, transfer);
  view.setUint16(7, number);
  view.setUint16(9, count);
  bytes.set(slice, HEAD);
  view.setUint32(HEAD + slice.length, crc32(bytes.subarray(0, -TAIL)));
  return bytes;
}
