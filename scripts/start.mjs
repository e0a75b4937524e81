// `npm start`: installs what is missing, builds what has changed, serves the site and prints its address.
import { install } from './install.mjs';

install();
// Only now: these import packages.
const { buildOnce } = await import('./build-once.mjs');
const { serve } = await import('./serve.mjs');
buildOnce();
const { address } = await serve({ port: Number(process.env.PORT ?? 4173) });
console.log(`\n  Từng Bước: ${address}\n\n  Stop with Ctrl+C.`);
