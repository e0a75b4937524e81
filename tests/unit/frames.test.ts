import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KeyTable } from '../../src/report/key-table';
import { isRefusal, readFile } from '../../src/report/read-file';
import { ByteReader, ByteWriter } from '../../src/tally/bytes';
import { crc32 } from '../../src/tally/crc32';
import { daysBefore } from '../../src/tally/day';
import { type ExportFile, exportFile } from '../../src/tally/export';
import { type FrameAnswer, FrameCollector } from '../../src/tally/frame-collector';
import { LARGEST_FRAME, packFrames } from '../../src/tally/frames';
import type { Row } from '../../src/tally/row';
import { type Sheet, sumRows } from '../../src/tally/sheet';
import { unpackFile } from '../../src/tally/unpacking';
import { counter } from './a-counter';
import { anyExport } from './any-export';

const filesOf = (answers: FrameAnswer[]): ExportFile[] =>
  answers.flatMap((answer) => (answer.kind === 'complete' ? [answer.file] : []));

/** Frames in any order, some of them several times, with these bytes between them. */
const asSeen = (frames: Uint8Array[], junk: Uint8Array[] = []) =>
  fc.array(fc.constantFrom(...frames, ...junk), { maxLength: 2 * frames.length }).chain((repeats) =>
    fc.shuffledSubarray([...frames, ...junk, ...repeats], {
      minLength: frames.length + junk.length + repeats.length,
    }),
  );

/** A frame whose check sum is right, whatever it says. */
function forged(transfer: number, number: number, count: number, slice: Uint8Array): Uint8Array {
  const head = Buffer.from('TB\u0001........');
  head.writeUInt32BE(transfer, 3);
  head.writeUInt16BE(number, 7);
  head.writeUInt16BE(count, 9);
  const body = Buffer.concat([head, slice]);
  const tail = Buffer.alloc(4);
  tail.writeUInt32BE(crc32(body));
  return Uint8Array.from(Buffer.concat([body, tail]));
}

describe('a file goes through frames unchanged', () => {
  it('in any order, with repeats, mixed with other transfers and junk', () => {
    const seen = fc
      .record({
        files: fc.uniqueArray(anyExport, { minLength: 1, maxLength: 3, selector: (file) => file.sha256 }),
        junk: fc.array(fc.uint8Array({ maxLength: 600 }), { maxLength: 5 }),
      })
      .chain(({ files, junk }) =>
        fc.record({ files: fc.constant(files), frames: asSeen(files.flatMap(packFrames), junk) }),
      );
    fc.assert(
      fc.property(seen, ({ files, frames }) => {
        const collector = new FrameCollector();
        const read = filesOf(frames.map((frame) => collector.add(frame)));
        const bySha = (a: ExportFile, b: ExportFile) => (a.sha256 < b.sha256 ? -1 : 1);
        expect(read.sort(bySha)).toStrictEqual([...files].sort(bySha));
      }),
    );
  });

  it('and is taken by the report like the file itself', async () => {
    await fc.assert(
      fc.asyncProperty(anyExport, async ({ place, exported, notCounted, sheets }) => {
        const file = await exportFile({ place, day: exported, notCounted, sheets: sheets.map(sound) });
        if (!file) throw new Error('no WebCrypto');
        const collector = new FrameCollector();
        const [read] = filesOf(packFrames(file).map((frame) => collector.add(frame)));
        const table = new KeyTable();
        const [fromFrames, fromFile] = [
          await readFile(JSON.stringify(read), table),
          await readFile(JSON.stringify(file), table),
        ];
        expect(isRefusal(fromFrames)).toBe(false);
        expect(fromFrames).toEqual(fromFile);
      }),
      { numRuns: 20 },
    );
  });

  it('each frame has at most 500 bytes, and is the same each time', () => {
    fc.assert(
      fc.property(anyExport, (file) => {
        const frames = packFrames(file);
        expect(Math.max(...frames.map((frame) => frame.length))).toBeLessThanOrEqual(LARGEST_FRAME);
        expect(LARGEST_FRAME).toBe(500);
        expect(packFrames(JSON.parse(JSON.stringify(file)) as ExportFile)).toEqual(frames);
      }),
    );
  });

  it('60 days of 25 rows take less than 40 % of the JSON; in fact less than 3 %', async () => {
    const file = await teamExport(60, 25);
    const bytes = packFrames(file).reduce((sum, frame) => sum + frame.length, 0);
    expect(bytes).toBeLessThan(0.4 * JSON.stringify(file).length);
    expect(bytes).toBeLessThan(0.03 * JSON.stringify(file).length);
  });
});

describe('a frame is not taken on trust', () => {
  it('any bytes are answered, and change nothing', () => {
    const start = fc.constantFrom('', 'T', 'TB', 'TB\u0001', 'TB\u0001aaaa\0\u0001\0\u0001');
    fc.assert(
      fc.property(start, fc.uint8Array({ maxLength: 700 }), (text, bytes) => {
        const collector = new FrameCollector();
        const answer = collector.add(Uint8Array.from(Buffer.concat([Buffer.from(text), bytes])));
        expect(answer.kind).toBe('refused');
      }),
      { numRuns: 2000 },
    );
  });

  it('any file is unpacked from any bytes, or none; never an exception', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        unpackFile(bytes);
      }),
      { numRuns: 5000 },
    );
  });

  it('a frame with a byte changed or cut off is refused as damaged, foreign or newer', async () => {
    const [frame = new Uint8Array()] = packFrames(await teamExport(1, 10));
    fc.assert(
      fc.property(fc.nat(frame.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const changed = Uint8Array.from(frame, (byte, i) => (i === at ? byte ^ change : byte));
        for (const bytes of [changed, frame.slice(0, at), Uint8Array.from([...frame, change])]) {
          expect(new FrameCollector().add(bytes)).toMatchObject({
            kind: 'refused',
            reason: expect.stringMatching(/^(foreign|newer|damaged)$/),
          });
        }
      }),
    );
  });

  it('without one of its frames no file is complete, and that number is named', () => {
    const lacking = anyExport.chain((file) =>
      fc.record({ frames: fc.constant(packFrames(file)), lost: fc.nat(packFrames(file).length - 1) }),
    );
    fc.assert(
      fc.property(lacking, ({ frames, lost }) => {
        const collector = new FrameCollector();
        const rest = frames.filter((_, i) => i !== lost);
        const answers = [...rest, ...rest].map((frame) => collector.add(frame));
        expect(filesOf(answers)).toEqual([]);
        const [last] = answers.slice(-1);
        if (!last || last.kind === 'refused') return;
        expect(last.progress).toMatchObject({ have: rest.length, count: frames.length });
        expect(collector.missing(last.progress, 9)).toEqual([lost + 1]);
      }),
    );
  });

  it('a made-up frame in place of a true one makes no file, and the true ones come through afterwards', async () => {
    const file = await teamExport(60, 25);
    const frames = packFrames(file);
    const transfer = Buffer.from(frames[0] ?? []).readUInt32BE(3);
    const collector = new FrameCollector();
    collector.add(forged(transfer, 1, frames.length, Buffer.from('made up')));
    const first = frames.map((frame) => collector.add(frame));
    expect(first[0]).toEqual({ kind: 'refused', reason: 'at-odds' });
    expect(first[first.length - 1]).toEqual({ kind: 'refused', reason: 'at-odds' });
    expect(filesOf(frames.map((frame) => collector.add(frame)))).toEqual([file]);
    // Another count is another transfer, and in nobody's way.
    expect(collector.add(forged(transfer, 1, 65_535, Buffer.from('x')))).toMatchObject({ kind: 'new' });
  });

  it('what it claims takes no memory and no time: counts, lengths, texts named many times', () => {
    const collector = new FrameCollector();
    const before = process.memoryUsage().arrayBuffers;
    for (let i = 0; i < 500; i += 1) collector.add(forged(i, 65_535, 65_535, Buffer.from('x')));
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20_000_000);
    const start = process.cpuUsage();
    const bytes = bomb();
    expect(bytes.length).toBeLessThan(150_000);
    expect(unpackFile(bytes)).toBeUndefined();
    for (const claim of [
      [255, 255, 255, 255, 255, 255, 255, 15],
      [0, 255, 255, 255, 255, 127],
    ]) {
      expect(unpackFile(Uint8Array.from(claim))).toBeUndefined();
    }
    // Of the processor's own time, whatever else the machine does.
    const { user, system } = process.cpuUsage(start);
    expect((user + system) / 1_000).toBeLessThan(5_000);
  });
});

it('numbers up to 2^53 - 1, of either sign, are read as written', () => {
  fc.assert(
    fc.property(fc.maxSafeNat(), fc.integer(), (number, difference) => {
      const out = new ByteWriter();
      out.number(number);
      out.difference(difference);
      const from = new ByteReader(out.bytes());
      expect([from.number(), from.difference(), from.atEnd()]).toEqual([number, difference, true]);
    }),
  );
  const check = new TextEncoder().encode('123456789');
  expect(crc32(check)).toBe(0xcbf43926);
});

/** A team's sealed sheets of the last days: two guides, in rows as the app makes them. */
async function teamExport(days: number, rows: number): Promise<ExportFile> {
  const sheets = Array.from({ length: days }, (_, i): Sheet => {
    const id = Buffer.from(`${i}`.padEnd(16, '#')).toString('hex');
    return { id, day: daysBefore('2026-11-24', i), rows: someRows(rows, i) };
  });
  const place = { province: 'Tây Ninh', commune: 'Xã Cần Đước', team: 'Ấp 1', tablet: '01' };
  const file = await exportFile({ place, day: '2026-11-24', notCounted: 0, sheets });
  if (!file) throw new Error('no WebCrypto');
  return file;
}

function someRows(length: number, seed: number): Row[] {
  return sumRows(
    Array.from({ length }, (_, i): Row => {
      const guide = i % 3 === 0 ? 'voso' : 'vneid';
      return { ...counter, guide, event: 'reached', step: `step-number-${i}`, count: 1 + ((i * seed) % 20) };
    }),
  );
}

/** The sheet without what the report refuses by itself, however it came. */
function sound(sheet: Sheet): Sheet {
  return { ...sheet, rows: sheet.rows.filter(({ guide }) => guide !== '__proto__') };
}

/** Few bytes that would unfold into gigabytes: long texts, in one key, in rows without end. */
function bomb(): Uint8Array {
  const out = new ByteWriter();
  out.number(1);
  out.text('x'.repeat(120));
  out.number(1);
  out.byte(255);
  for (let i = 0; i < 8; i += 1) out.number(0);
  for (let i = 0; i < 4; i += 1) out.text('');
  for (let i = 0; i < 3; i += 1) out.number(0);
  out.number(1);
  out.hex('0'.repeat(32), 16);
  out.difference(0);
  out.number(2 * 60_000);
  for (let i = 0; i < 60_000; i += 1) {
    out.difference(i === 0 ? 0 : -1);
    out.number(1);
  }
  out.hex('0'.repeat(64), 32);
  return out.bytes();
}
