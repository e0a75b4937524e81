// `npm run bench`, `npm run bench:compile`, `npm run bench:report`: prints what the bench of this name measured.
import { runnerImport } from 'vite';
import { root } from '../../scripts/install.mjs';

const [name = '', ...args] = process.argv.slice(2);
const { module } = await runnerImport(`./tests/bench/${name}.ts`, {
  root,
  configFile: false,
  logLevel: 'error',
});
await module.bench(root, args);
