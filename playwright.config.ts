import { defineConfig } from '@playwright/test';
import { installedBrowser } from './scripts/browser.mjs';

const executablePath = installedBrowser();
const root = process.getuid?.() === 0;

export default defineConfig({
  testDir: 'tests/e2e',
  // A picture is named by its place in the repository: the format's page shows the same ones.
  snapshotPathTemplate: '{arg}{ext}',
  fullyParallel: true,
  workers: 2,
  // A busy machine is slow, not wrong: this only ends what would never end.
  timeout: 180_000,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  reporter: 'line',
  use: {
    viewport: { width: 800, height: 1280 },
    locale: 'vi-VN',
    // Each new device would fetch and check the whole offline store; tests of it allow the worker.
    serviceWorkers: 'block',
    // A moving control is waited for; motion itself has tests of its own.
    contextOptions: { reducedMotion: 'reduce' },
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
  globalSetup: './tests/e2e/serve.ts',
});
