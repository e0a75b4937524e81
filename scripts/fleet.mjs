// `npm run fleet -- --tablets 1000 --days 200 --seed 7 --out <folder>`: writes the export files of many tablets.
import { runnerImport } from 'vite';
import { root } from './install.mjs';

const { module } = await runnerImport('./tests/fleet/command.ts', {
  root,
  configFile: false,
  logLevel: 'error',
});
process.exitCode = await module.fleet(root, process.argv.slice(2));
