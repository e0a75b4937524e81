import { encodeQR } from 'qr';

/** A film of codes in the middle of a grey wall, three pictures each at five a second; the browser shows it in a loop. */
export function film(frames: Uint8Array[]): Buffer {
  const [width, height, module] = [960, 720, 6];
  const parts = [Buffer.from(`YUV4MPEG2 W${width} H${height} F5:1 Ip A1:1 C420jpeg\n`)];
  for (const bytes of frames) {
    const rows = encodeQR('', 'raw', { encoding: 'byte', textEncoder: () => bytes, border: 4 });
    const picture = Buffer.alloc((width * height * 3) / 2, 128);
    const left = (width - rows.length * module) >> 1;
    const top = (height - rows.length * module) >> 1;
    for (let y = 0; y < rows.length * module; y += 1) {
      for (const [x, dark] of (rows[Math.floor(y / module)] ?? []).entries()) {
        const at = (top + y) * width + left + x * module;
        picture.fill(dark ? 30 : 220, at, at + module);
      }
    }
    for (let i = 0; i < 3; i += 1) parts.push(Buffer.from('FRAME\n'), picture);
  }
  return Buffer.concat(parts);
}
