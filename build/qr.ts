import { encodeQR } from 'qr';
import type { QrCode } from '../src/guide/guide';

/** An address as a QR code, packed for the compiled guide. The quiet zone is drawn by who shows it. */
export function qrCode(text: string): QrCode {
  // The library draws at least one module of border.
  const rows = encodeQR(text, 'raw', { border: 1, ecc: 'medium' })
    .slice(1, -1)
    .map((row) => row.slice(1, -1));
  const size = rows.length;
  const bytes = new Uint8Array(Math.ceil(size ** 2 / 8));
  for (const [at, dark] of rows.flat().entries()) {
    if (dark) bytes[at >> 3] = (bytes[at >> 3] ?? 0) | (128 >> (at & 7));
  }
  return { size, bits: Buffer.from(bytes).toString('base64') };
}
