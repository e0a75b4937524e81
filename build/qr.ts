import { generate } from 'lean-qr';
import type { QrCode } from '../src/guide/guide';

/** An address as a QR code, packed for the compiled guide. */
export function qrCode(text: string): QrCode {
  const code = generate(text);
  const bytes = new Uint8Array(Math.ceil(code.size ** 2 / 8));
  for (let y = 0; y < code.size; y += 1) {
    for (let x = 0; x < code.size; x += 1) {
      const at = y * code.size + x;
      if (code.get(x, y)) bytes[at >> 3] = (bytes[at >> 3] ?? 0) | (128 >> (at & 7));
    }
  }
  return { size: code.size, bits: Buffer.from(bytes).toString('base64') };
}
