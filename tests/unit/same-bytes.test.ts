import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, linkSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, expect, it } from 'vitest';
import { INPUTS } from '../../scripts/build-once.mjs';
import { root } from '../../scripts/install.mjs';

const place = mkdtempSync(path.join(tmpdir(), 'same-bytes-'));
afterAll(() => rmSync(place, { recursive: true, force: true }));

/** So that nothing of the surroundings gets in that is not named here. */
const HERE = { PATH: process.env.PATH ?? '', SOURCE_DATE_EPOCH: '1790000000' };
const ANOTHER_MACHINE = {
  TZ: 'Pacific/Kiritimati',
  LANG: 'tr_TR.UTF-8',
  LC_ALL: 'tr_TR.UTF-8',
  HOME: place,
  NODE_OPTIONS: `--import=${pathToFileURL(path.join(import.meta.dirname, 'another-machine.mjs'))}`,
};

it('gives the same bytes in another folder, on another day, in another zone and language, in another order of files', async () => {
  const [one, other] = await Promise.all([
    build(path.join(place, 'a'), {}),
    build(path.join(place, 'a-longer-name/below', 'b'), ANOTHER_MACHINE),
  ]);
  expect(Object.keys(one).length).toBeGreaterThan(100);
  expect(other).toEqual(one);
}, 240_000);

/** Builds from what `INPUTS` names and nothing else; answers each built file's SHA-256. */
async function build(folder: string, surroundings: Record<string, string>): Promise<Record<string, string>> {
  mkdirSync(folder, { recursive: true });
  for (const input of INPUTS) cpSync(path.join(root, input), path.join(folder, input), { recursive: true });
  linkAll(path.join(root, 'node_modules'), path.join(folder, 'node_modules'));
  const vite = path.join(folder, 'node_modules/vite/bin/vite.js');
  await promisify(execFile)(process.execPath, [vite, 'build', '--configLoader', 'runner'], {
    cwd: folder,
    env: { ...HERE, ...surroundings },
    maxBuffer: 10_000_000,
  });
  const dist = path.join(folder, 'dist');
  return Object.fromEntries(
    filesIn(dist).map((file) => [
      file,
      createHash('sha256')
        .update(readFileSync(path.join(dist, file)))
        .digest('hex'),
    ]),
  );
}

/** The packages at another address, which a link to their folder would give away; not what earlier builds left there. */
function linkAll(from: string, to: string): void {
  mkdirSync(to);
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    if (entry.name === '.cache' || entry.name === '.bin') continue;
    const [source, target] = [path.join(from, entry.name), path.join(to, entry.name)];
    if (entry.isDirectory()) linkAll(source, target);
    else linkOrCopy(source, target);
  }
}

function linkOrCopy(source: string, target: string): void {
  try {
    linkSync(source, target);
  } catch {
    // Another disk, or one without links.
    cpSync(source, target);
  }
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort();
}
