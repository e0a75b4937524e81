import { formatProblem } from '../src/guide/problem';
import { compileAll } from './compile-all';

/** Prints the problems of all guides, or of those below the folders named, and their number; answers the exit code. */
export async function check(root: string, folders: string[]): Promise<number> {
  const wanted = folders.map((folder) => folder.replace(/\/*$/, ''));
  const { problems } = await compileAll(root);
  const shown = problems.filter(
    ({ file }) => wanted.length === 0 || wanted.some((folder) => file.startsWith(folder)),
  );
  for (const problem of shown) console.log(formatProblem(problem));
  const errors = shown.filter((problem) => problem.severity === 'error').length;
  console.log(`${errors} error(s), ${shown.length - errors} warning(s)`);
  return errors > 0 ? 1 : 0;
}
