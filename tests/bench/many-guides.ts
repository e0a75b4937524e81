import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const ORDER = /^order: .*$/m;

/** Puts so many guides in the place of those of a folder: the real ones, and copies of them under other names, one behind the other. */
export function putGuides(models: string, into: string, count: number): void {
  rmSync(into, { recursive: true, force: true });
  mkdirSync(into, { recursive: true });
  const entries = readdirSync(models, { withFileTypes: true });
  for (const { name } of entries.filter((entry) => entry.isFile()))
    cpSync(path.join(models, name), path.join(into, name));
  const ids = entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
  for (let i = 0; i < count; i += 1) {
    const model = ids[i % ids.length] ?? '';
    const folder = path.join(into, i < ids.length ? model : `${model}-${i}`);
    cpSync(path.join(models, model), folder, { recursive: true });
    for (const text of readdirSync(folder).filter((name) => name.endsWith('.md')))
      reorder(path.join(folder, text), i + 1);
  }
}

function reorder(file: string, order: number): void {
  const text = readFileSync(file, 'utf8');
  if (!ORDER.test(text)) throw new Error(`${file} has no order`);
  writeFileSync(file, text.replace(ORDER, `order: ${order}`));
}
