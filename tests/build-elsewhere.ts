import { execFile } from 'node:child_process';
import { cpSync, linkSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { INPUTS } from '../scripts/build-once.mjs';
import { root } from '../scripts/install.mjs';

/** Copies all that goes into a build to another folder, and nothing else. */
export function copyInputs(folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const input of INPUTS) cpSync(path.join(root, input), path.join(folder, input), { recursive: true });
  linkAll(path.join(root, 'node_modules'), path.join(folder, 'node_modules'));
}

/** Builds what lies in such a folder, with these surroundings only. Rejects with what the build says where it fails. */
export async function buildIn(folder: string, surroundings: Record<string, string>): Promise<void> {
  const vite = path.join(folder, 'node_modules/vite/bin/vite.js');
  await promisify(execFile)(process.execPath, [vite, 'build', '--configLoader', 'runner'], {
    cwd: folder,
    env: surroundings,
    maxBuffer: 100_000_000,
  });
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
