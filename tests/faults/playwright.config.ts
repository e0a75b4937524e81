import path from 'node:path';
import { defineConfig } from '@playwright/test';
import { installedBrowser } from '../../scripts/browser.mjs';
import { FULL } from './size';

const executablePath = installedBrowser();
const root = process.getuid?.() === 0;

/** The trials of the counts. Short by default; `FAULTS=full` tries as often as the quality list asks for. */
export default defineConfig({
  testDir: import.meta.dirname,
  outputDir: path.join(import.meta.dirname, '../../test-results/faults'),
  fullyParallel: true,
  workers: 2,
  timeout: FULL ? 10_800_000 : 240_000,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  reporter: 'line',
  use: {
    launchOptions: {
      ...(executablePath && { executablePath }),
      // A sandbox needs a user of its own; root, as in a container, has none.
      args: [
        '--disable-background-networking',
        '--disable-component-update',
        ...(root ? ['--no-sandbox'] : []),
      ],
    },
  },
  globalSetup: './serve.ts',
});
