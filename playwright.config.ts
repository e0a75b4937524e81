import { defineConfig } from '@playwright/test';
import { installedBrowser, installedShell } from './scripts/browser.mjs';

const whole = installedBrowser();
const shell = installedShell();
const root = process.getuid?.() === 0;
// A sandbox needs a user of its own; root, as in a container, has none.
const args = [
  '--disable-background-networking',
  '--disable-component-update',
  ...(root ? ['--no-sandbox'] : []),
];
/** What only a browser's own window does (menus, gestures, full screen), and what is compared with pictures made in one. */
const IN_A_WINDOW = /(gallery|ways-out)\.spec\.ts$/;

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
  },
  // Playwright's own browser without a path is the shell.
  projects: [
    {
      name: 'page',
      testIgnore: IN_A_WINDOW,
      use: { launchOptions: { args, ...(shell && { executablePath: shell }) } },
    },
    {
      name: 'window',
      testMatch: IN_A_WINDOW,
      use: whole
        ? { launchOptions: { args, executablePath: whole } }
        : { channel: 'chromium', launchOptions: { args } },
    },
  ],
  globalSetup: './tests/e2e/serve.ts',
});
