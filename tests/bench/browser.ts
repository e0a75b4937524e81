import { type Browser, chromium } from '@playwright/test';
import { installedBrowser } from '../../scripts/browser.mjs';

/** A browser to measure in; close it. */
export function launchBrowser(): Promise<Browser> {
  const executablePath = installedBrowser();
  return chromium.launch({
    ...(executablePath && { executablePath }),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
}
