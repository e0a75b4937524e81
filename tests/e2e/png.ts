import { inflateSync } from 'node:zlib';

/** A picture as four bytes a pixel: red, green, blue, opacity. */
export interface Picture {
  width: number;
  height: number;
  data: Uint8Array;
}

/** The picture in a screenshot: PNG as browsers write it, eight bits a channel, not interlaced. */
export function readPng(png: Buffer): Picture {
  const width = png.readUInt32BE(16);
  const height = png.readUInt32BE(20);
  const channels = { 2: 3, 6: 4 }[png.readUInt8(25)];
  if (png.readUInt8(24) !== 8 || !channels || png.readUInt8(28) !== 0) throw new Error('another kind of PNG');
  const raw = inflateSync(Buffer.concat(chunks(png, 'IDAT')));
  const line = width * channels;
  const pixels = new Uint8Array(line * height);
  const data = new Uint8Array(4 * width * height).fill(255);
  for (let y = 0; y < height; y += 1) {
    const filter = raw[y * (line + 1)] ?? 0;
    for (let x = 0; x < line; x += 1) {
      const left = x < channels ? 0 : (pixels[y * line + x - channels] ?? 0);
      const above = y === 0 ? 0 : (pixels[(y - 1) * line + x] ?? 0);
      const corner = x < channels || y === 0 ? 0 : (pixels[(y - 1) * line + x - channels] ?? 0);
      const value = (raw[y * (line + 1) + 1 + x] ?? 0) + predicted(filter, left, above, corner);
      pixels[y * line + x] = value;
      data[4 * (y * width + Math.floor(x / channels)) + (x % channels)] = value;
    }
  }
  return { width, height, data };
}

function chunks(png: Buffer, wanted: string): Buffer[] {
  const found: Buffer[] = [];
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
    if (png.toString('latin1', at + 4, at + 8) === wanted)
      found.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  }
  return found;
}

/** What the filter of a line says of a byte, from those beside it. */
function predicted(filter: number, left: number, above: number, corner: number): number {
  switch (filter) {
    case 1:
      return left;
    case 2:
      return above;
    case 3:
      return (left + above) >> 1;
    case 4: {
      const guess = left + above - corner;
      const away = [left, above, corner].map((value) => Math.abs(guess - value));
      return [left, above, corner][away.indexOf(Math.min(...away))] ?? 0;
    }
    default:
      return 0;
  }
}
