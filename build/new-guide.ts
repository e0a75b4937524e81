import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { compileAll, folderProblem } from './compile-all';

/**
 * `npm run new-guide <id>`: makes `guides/<id>/vi.md` and `en.md`, which pass the check and show each common construct
 * once. Answers what to tell, and the exit code; nothing that exists is touched.
 */
export async function newGuide(root: string, args: string[]): Promise<{ says: string; exitCode: number }> {
  const [id = '', ...others] = args;
  const refuse = (says: string) => ({ says, exitCode: 1 });
  if (id === '' || others.length > 0) {
    return refuse('Write: npm run new-guide <id>, for example: npm run new-guide doi-so-dien-thoai');
  }
  const problem = folderProblem(id);
  if (problem) return refuse(`${id}: ${problem}`);
  const folder = path.join(root, 'guides', id);
  if (existsSync(folder)) return refuse(`guides/${id} is there already; nothing was changed`);

  const { drafts } = await compileAll(root);
  const order = Math.max(0, ...drafts.map((guide) => guide.order)) + 1;
  const templates = path.join(import.meta.dirname, 'new-guide');
  await mkdir(folder, { recursive: true });
  for (const name of await readdir(templates)) {
    const text = await readFile(path.join(templates, name), 'utf8');
    await writeFile(path.join(folder, name), text.replace(/^order: .*$/m, `order: ${order}`));
  }
  const says = [
    `Made guides/${id}/vi.md and guides/${id}/en.md.`,
    'npm run dev shows it while you write; npm run check says what is to be mended.',
    'The format is taught in guides/README.md.',
  ];
  return { says: says.join('\n'), exitCode: 0 };
}
