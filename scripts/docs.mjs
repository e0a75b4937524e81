// `npm run docs`: brings the examples on the format's page up to date.
import { runnerImport } from 'vite';
import { root } from './install.mjs';

const { module } = await runnerImport('./build/format-page.ts', {
  root,
  configFile: false,
  logLevel: 'error',
});
await module.writeFormatPage(root);
