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
  'tests/unit/merge.test.ts',
  'tests/unit/merge-laws.test.ts',
  'tests/unit/store.test.ts',
]);
run('playwright', ['test', '-c', 'tests/faults']);
