// `npm test`: installs what is missing, checks types and style, builds, and runs all tests. Ends with the counts.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { cache, install, root, run } from './install.mjs';

install();
const { ensureBrowser } = await import('./browser.mjs');
const { buildOnce } = await import('./build-once.mjs');
ensureBrowser();

const reports = {
  unit: path.join(cache, 'unit.json'),
  browser: path.join(cache, 'browser.json'),
  faults: path.join(cache, 'faults.json'),
};
for (const report of Object.values(reports)) rmSync(report, { force: true });

run('npm', ['run', '--silent', 'lint']);
buildOnce();
const unit = spawn('vitest', [
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${reports.unit}`,
]);
const browser = spawn('playwright', ['test', '--reporter=line,json'], {
  PLAYWRIGHT_JSON_OUTPUT_NAME: reports.browser,
});
// In their short form; `npm run test:faults` runs them at their full length.
const faults = spawn('playwright', ['test', '-c', 'tests/faults', '--reporter=line,json'], {
  PLAYWRIGHT_JSON_OUTPUT_NAME: reports.faults,
});

const figures = [
  unitFigures(read(reports.unit)),
  browserFigures(read(reports.browser)),
  browserFigures(read(reports.faults)),
];
const passed = figures.reduce((sum, figure) => sum + figure.passed, 0);
const failed = figures.reduce((sum, figure) => sum + figure.failed, 0);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = unit === 0 && browser === 0 && faults === 0 && failed === 0 ? 0 : 1;

/**
 * @param {string} command
 * @param {string[]} args
 * @param {Record<string, string>} [env]
 */
function spawn(command, args, env = {}) {
  const options = {
    cwd: root,
    stdio: /** @type {const} */ ('inherit'),
    env: { ...process.env, ...env },
    shell: process.platform === 'win32',
  };
  return spawnSync(path.join(root, 'node_modules/.bin', command), args, options).status ?? 1;
}

/** @param {string} report */
function read(report) {
  return existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : undefined;
}

/** @param {{ numPassedTests: number, numFailedTests: number } | undefined} report */
function unitFigures(report) {
  return { passed: report?.numPassedTests ?? 0, failed: report?.numFailedTests ?? 1 };
}

/** @param {{ stats: { expected: number, unexpected: number, flaky: number } } | undefined} report */
function browserFigures(report) {
  const { expected = 0, unexpected = 1, flaky = 0 } = report?.stats ?? {};
  // A flaky test is a bug.
  return { passed: expected, failed: unexpected + flaky };
}
