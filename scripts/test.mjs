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

const results = [
  unitResults(read(reports.unit)),
  browserResults(read(reports.browser)),
  browserResults(read(reports.faults)),
];
const passed = results.reduce((sum, result) => sum + result.passed, 0);
const failures = results.flatMap((result) => result.failures);
// At the end, too: whoever sees the last lines of a long log alone must know what to look for.
for (const failure of failures) console.log(`\n✗ ${failure}`);
console.log(`${passed} passed, ${failures.length} failed`);
const done = unit === 0 && browser === 0 && faults === 0;
process.exitCode = done && failures.length === 0 ? 0 : 1;

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

/**
 * @typedef {{ passed: number, failures: string[] }} Results
 * @typedef {{ fullName: string, status: string, failureMessages: string[] }} UnitTest
 * @typedef {{ name: string, message: string, assertionResults: UnitTest[] }} UnitFile
 * @typedef {{ message?: string }} Fault
 * @typedef {{ title: string, file: string, tests: { status: string, results: { errors: Fault[] }[] }[] }} Spec
 * @typedef {{ specs: Spec[], suites?: Suite[] }} Suite
 */

/**
 * @param {{ numPassedTests: number, testResults: UnitFile[] } | undefined} report
 * @returns {Results}
 */
function unitResults(report) {
  if (!report) return { passed: 0, failures: ['the unit tests did not end'] };
  const failures = report.testResults.flatMap(({ name, message, assertionResults }) => {
    const file = path.relative(root, name);
    // A file that could not be read has no tests, only a message.
    if (message && assertionResults.every(({ status }) => status !== 'failed'))
      return [`${file}\n${message}`];
    return assertionResults
      .filter(({ status }) => status === 'failed')
      .map((test) => `${file} › ${test.fullName}\n${test.failureMessages.join('\n')}`);
  });
  return { passed: report.numPassedTests, failures };
}

/**
 * @param {{ stats: { expected: number }, suites: Suite[], errors: Fault[] } | undefined} report
 * @returns {Results}
 */
function browserResults(report) {
  if (!report) return { passed: 0, failures: ['the browser tests did not end'] };
  const failures = specs(report)
    // A flaky test is a bug.
    .filter(({ tests }) => tests.some(({ status }) => status === 'unexpected' || status === 'flaky'))
    .map(({ file, title, tests }) => {
      const errors = tests.flatMap(({ results }) => results.flatMap((result) => result.errors));
      return `${file} › ${title}\n${errors.map(({ message }) => message).join('\n')}`;
    });
  return {
    passed: report.stats.expected,
    failures: [...failures, ...report.errors.map(({ message }) => message ?? 'an error')],
  };
}

/**
 * @param {{ specs?: Spec[], suites?: Suite[] }} suite
 * @returns {Spec[]}
 */
function specs(suite) {
  return [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specs)];
}
