// Installs what is missing: nothing where node_modules already holds what the lock file says.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

/** A file of our own below node_modules, so that a fresh clone has nothing left over to believe in. */
export const cache = path.join(root, 'node_modules/.cache/tung-buoc');

const OLDEST = { major: 20, minor: 19 };

/** Installs the packages of the lock file, unless that was done already. Ends the program when it cannot. */
export function install() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < OLDEST.major || (major === OLDEST.major && minor < OLDEST.minor)) {
    stop(
      `Node.js ${OLDEST.major}.${OLDEST.minor} or newer is needed; this is ${process.versions.node}. See https://nodejs.org`,
    );
  }
  const wanted = createHash('sha256')
    .update(readFileSync(path.join(root, 'package-lock.json')))
    .digest('hex');
  const stamp = path.join(cache, 'installed');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  console.log('Installing packages (once) …');
  run('npm', ['ci', '--no-audit', '--no-fund', '--ignore-scripts']);
  mkdirSync(cache, { recursive: true });
  writeFileSync(stamp, wanted);
}

/**
 * Runs a program of the project in the foreground; ends this one with its exit code when it fails.
 * @param {string} command
 * @param {string[]} args
 */
export function run(command, args) {
  const local = path.join(root, 'node_modules/.bin');
  const env = { ...process.env, PATH: `${local}${path.delimiter}${process.env.PATH ?? ''}` };
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    env,
    shell: process.platform === 'win32',
  });
  if (error) stop(`${command} could not be started: ${error.message}`);
  if (status !== 0) process.exit(status ?? 1);
}

/**
 * @param {string} message
 * @returns {never}
 */
export function stop(message) {
  console.error(message);
  process.exit(1);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) install();
