// `npm run new-guide <id>`: begins a guide that passes the check.
import { runnerImport } from 'vite';
import { root } from './install.mjs';

const { module } = await runnerImport('./build/new-guide.ts', { root, configFile: false, logLevel: 'error' });
const { says, exitCode } = await module.newGuide(root, process.argv.slice(2));
console.log(says);
process.exitCode = exitCode;
