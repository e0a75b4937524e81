// `npm run check [folders]`: says what is wrong with the guides, all of it, with places.
import { runnerImport } from 'vite';
import { root } from './install.mjs';

const { module } = await runnerImport('./build/check.ts', { root, configFile: false, logLevel: 'error' });
process.exitCode = await module.check(root, process.argv.slice(2));
