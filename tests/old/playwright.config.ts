import path from 'node:path';
import { defineConfig } from '@playwright/test';

const root = process.getuid?.() === 0;

/** The oldest browser of `docs/browsers.md`; `npm run test:old` brings it. */
export default defineConfig({
  testDir: import.meta.dirname,
  outputDir: path.join(import.meta.dirname, '../../test-results/old'),
  workers: 1,
  timeout: 180_000,
  retries: 0,
  reporter: 'line',
  use: {
    viewport: { width: 800, height: 1280 },
    locale: 'vi-VN',
    launchOptions: {
      ...(process.env.CHROMIUM && { executablePath: process.env.CHROMIUM }),
      args: ['--disable-gpu', ...(root ? ['--no-sandbox'] : [])],
    },
  },
  globalSetup: '../faults/serve.ts',
});
