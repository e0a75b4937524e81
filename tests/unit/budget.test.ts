import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';

/** Bytes are exact, so they can be a test. Brotli, as hosts send it. */
const SCRIPT = 35_000;
const UNTIL_IT_ANSWERS = 45_000;

const dist = path.join(import.meta.dirname, '../../dist');
const brotli = (file: string) => brotliCompressSync(readFileSync(path.join(dist, file))).length;
const pages = readdirSync(path.join(import.meta.dirname, '../../guides'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name }) => [`${name}/index.html`, `en/${name}/index.html`])
  .filter((page) => existsSync(path.join(dist, page)));

describe.each(pages)('%s', (page) => {
  const html = readFileSync(path.join(dist, page), 'utf8');
  const scripts = [...html.matchAll(/(?:src|href)="[./]*(assets\/[^"]+\.js)"/g)].map(([, file = '']) => file);
  const sizes = Object.fromEntries(scripts.map((file) => [file, brotli(file)]));
  const script = Object.values(sizes).reduce((sum, size) => sum + size, 0);

  it(`needs at most ${SCRIPT} bytes of script until it answers`, () => {
    expect(script, JSON.stringify(sizes, null, 1)).toBeLessThanOrEqual(SCRIPT);
  });

  it(`needs at most ${UNTIL_IT_ANSWERS} bytes until it answers, and no style sheet of its own`, () => {
    expect(html).not.toContain('rel="stylesheet"');
    expect(brotli(page) + script, `page ${brotli(page)}, script ${script}`).toBeLessThanOrEqual(
      UNTIL_IT_ANSWERS,
    );
  });
});

it('there are pages to measure', () => {
  expect(pages.length).toBeGreaterThanOrEqual(8);
});
