import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { INPUTS } from '../../scripts/build-once.mjs';
import { serve } from '../../scripts/serve.mjs';
import type { HostileGuide } from './hostile-guide';

const repository = path.join(import.meta.dirname, '../..');
/** The guides are its own. */
const NEEDED = INPUTS.filter((name) => name !== 'guides');

/** The site as it is built and served, of these guides and no others; `base` as on a host with a sub-path. */
export async function hostileSite(
  guides: HostileGuide[],
): Promise<{ address: string; close(): Promise<void> }> {
  const root = await mkdtemp(path.join(tmpdir(), 'tung-buoc-hostile-'));
  for (const name of NEEDED)
    await cp(path.join(repository, name), path.join(root, name), { recursive: true });
  // Each by itself: what a build leaves there (`.cache`) is not to meet that of another one.
  const [packages, own] = [repository, root].map((place) => path.join(place, 'node_modules')) as [
    string,
    string,
  ];
  await mkdir(own);
  for (const name of await readdir(packages))
    if (name !== '.cache') await symlink(path.join(packages, name), path.join(own, name), 'dir');
  for (const { id, text } of guides) {
    await mkdir(path.join(root, 'guides', id), { recursive: true });
    await writeFile(path.join(root, 'guides', id, 'vi.md'), text);
  }
  const vite = path.join(repository, 'node_modules/vite/bin/vite.js');
  await promisify(execFile)(
    process.execPath,
    [vite, 'build', '--configLoader', 'runner', '--logLevel', 'error'],
    { cwd: root },
  );
  const { address, close } = await serve({
    port: 4270,
    base: '/tung-buoc/',
    folder: path.join(root, 'dist'),
  });
  return {
    address,
    close: async () => {
      close();
      await rm(root, { recursive: true, force: true });
    },
  };
}
