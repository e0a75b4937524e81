// `npm run test:faults`: the trials of what must not be lost, at their full length (about two hours).
import { install, run } from './install.mjs';

install();
const { ensureBrowser } = await import('./browser.mjs');
const { buildOnce } = await import('./build-once.mjs');
ensureBrowser();
buildOnce();
process.env.FAULTS = 'full';
run('vitest', [
  'run',
  'tests/unit/union.test.ts',
  'tests/unit/hostile-files.test.ts',
  'tests/unit/second-copy.test.ts',
  'tests/unit/store.test.ts',
]);
run('playwright', ['test', '-c', 'tests/faults']);
