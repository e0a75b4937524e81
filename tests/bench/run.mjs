// `npm run bench:compile`: prints what `compile.ts` measured.
import { runnerImport } from 'vite';
import { root } from '../../scripts/install.mjs';

const { module } = await runnerImport('./tests/bench/compile.ts', {
  root,
  configFile: false,
  logLevel: 'error',
});
await module.bench(root);
