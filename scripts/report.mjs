// `npm run report -- <files or folders>`: the report's tables from the shell.
import { runnerImport } from 'vite';
import { root } from './install.mjs';

const { module } = await runnerImport('./build/report.ts', { root, configFile: false, logLevel: 'error' });
process.exitCode = await module.report(root, process.argv.slice(2));
