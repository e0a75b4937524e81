import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { checkGuide } from '../../src/guide/check';
import { compileGuide } from '../../src/guide/compile';
import { figureOf } from './figures';

const COUNTS = [125, 250, 500, 1000];
const ROUNDS = 5;
const MODELS = ['vneid', 'vi-dien-tu', 'voso-postmart'];

/** Compiles and checks generated guides of real size; prints the median of some rounds, in turns. */
export async function bench(root: string): Promise<void> {
  const models = await Promise.all(
    MODELS.map((id) => readFile(path.join(root, 'guides', id, 'vi.md'), 'utf8')),
  );
  const around = { today: '2026-11-24', words: { OTP: 'mã dùng một lần', QR: 'hình vuông có chấm' } };
  const once = (count: number): number => {
    const texts = Array.from({ length: count }, (_, i) => generated(models[i % models.length] ?? '', i));
    const start = performance.now();
    for (const [i, text] of texts.entries()) {
      const compiled = compileGuide(`guides/g${i}/vi.md`, `g${i}`, 'vi', text);
      checkGuide(compiled, 'vi', around);
      if (!compiled.guide) throw new Error(`guide ${i} does not compile`);
    }
    return performance.now() - start;
  };
  once(COUNTS[0] ?? 1);
  const times = new Map(COUNTS.map((count) => [count, [] as number[]]));
  for (let round = 0; round < ROUNDS; round++)
    for (const count of COUNTS) times.get(count)?.push(once(count));
  const base = figureOf(times.get(COUNTS[0] ?? 0) ?? []).median / (COUNTS[0] ?? 1);
  console.log('guides | ms, median (least to most) | ms a guide | against the smallest');
  for (const [count, found] of times) {
    const { median, least, most } = figureOf(found);
    const each = median / count;
    const range = `${least.toFixed(0)} to ${most.toFixed(0)}`;
    console.log(
      `${count} | ${median.toFixed(0)} (${range}) | ${each.toFixed(2)} | × ${(each / base).toFixed(2)}`,
    );
  }
}

/** Each guide has words of its own, so that nothing can be remembered from the one before. */
function generated(model: string, i: number): string {
  return model.replaceAll('bác ', `bác${i} `);
}
