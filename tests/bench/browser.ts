import { type Browser, type BrowserContext, chromium } from '@playwright/test';
import { installedBrowser } from '../../scripts/browser.mjs';

const executablePath = installedBrowser();
const LAUNCH = {
  ...(executablePath && { executablePath }),
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
};

/** A browser to measure in; close it. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch(LAUNCH);
}

/**
 * A browser that remembers nothing yet, in a profile of its own as on a tablet; close it. A private window, which Playwright
 * opens otherwise, keeps no icons, and asks for the page's at each step.
 */
export function launchProfile(options: {
  viewport: { width: number; height: number };
  locale: string;
}): Promise<BrowserContext> {
  return chromium.launchPersistentContext('', { ...LAUNCH, ...options });
}

/** What the browser calls its version. */
export async function browserVersion(): Promise<string> {
  const browser = await launchBrowser();
  const version = browser.version();
  await browser.close();
  return version;
}
