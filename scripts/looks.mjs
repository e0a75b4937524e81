// `npm run test:looks`: every screen in every language, theme, text size and viewport (about half an hour).
import { install, run } from './install.mjs';

install();
const { ensureBrowser } = await import('./browser.mjs');
const { buildOnce } = await import('./build-once.mjs');
ensureBrowser();
buildOnce();
process.env.LOOKS = 'full';
run('playwright', ['test', 'accessible']);
