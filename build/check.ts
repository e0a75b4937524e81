import path from 'node:path';
import {
  count,
  formatProblem,
  type Problem,
  problemAsAnnotation,
  problemsAsJson,
} from '../src/guide/problem';
import { compileAll } from './compile-all';

const FORMATS = ['text', 'json', 'github'] as const;
type Format = (typeof FORMATS)[number];

/**
 * `npm run check [paths] [--format=text|json|github]`: prints the problems of all guides, or of those in the files and
 * folders named, and how many there are. Answers the exit code: 1 where there is an error.
 */
export async function check(root: string, args: string[], cwd = process.cwd()): Promise<number> {
  const wanted = args.filter((arg) => !arg.startsWith('--'));
  const options = args.filter((arg) => arg.startsWith('--'));
  const format = formatOf(options);
  if (!format) {
    console.error(`${options.join(' ')}: write --format=${FORMATS.join(', --format=')}`);
    return 1;
  }
  const library = await compileAll(root);
  const files = library.drafts.map(({ id, locale }) => `guides/${id}/${locale}.md`);
  const named = wanted.map((name) => path.relative(root, path.resolve(cwd, name)).replaceAll(path.sep, '/'));
  const below = (file: string, folder: string) =>
    folder === '' || file === folder || file.startsWith(`${folder}/`);
  for (const [i, folder] of named.entries()) {
    const known = [...files, ...library.problems.map(({ file }) => file)].some((file) => below(file, folder));
    if (known) continue;
    console.error(`${wanted[i]}: there is no guide; name a folder or a file below guides/`);
    return 1;
  }
  const shown = library.problems.filter(
    ({ file }) => named.length === 0 || named.some((folder) => below(file, folder)),
  );
  print(shown, format);
  return count(shown).errors > 0 ? 1 : 0;
}

function formatOf(options: string[]): Format | undefined {
  if (options.length === 0) return 'text';
  const [only, ...others] = options;
  return others.length > 0 ? undefined : FORMATS.find((format) => only === `--format=${format}`);
}

function print(problems: Problem[], format: Format): void {
  const { errors, warnings } = count(problems);
  if (format === 'json') {
    console.log(problemsAsJson(problems));
    return;
  }
  for (const problem of problems) {
    console.log(format === 'github' ? problemAsAnnotation(problem) : formatProblem(problem));
  }
  console.log(`${errors} error(s), ${warnings} warning(s)`);
}
