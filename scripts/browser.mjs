// Finds a browser for the tests, and installs one where there is none and where we may.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { stop } from './install.mjs';

const USUAL_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** Debian's build of what Playwright drives by default: the same engine without a window, in three quarters of the time. */
const SHELL = '/usr/bin/chromium-headless-shell';

/** The program to drive; undefined for Playwright's own, which it finds by itself. */
export function installedBrowser() {
  const named = process.env.CHROMIUM;
  if (named) return existsSync(named) ? named : stop(`CHROMIUM names ${named}, which does not exist.`);
  if (existsSync(chromium.executablePath())) return undefined;
  return USUAL_PLACES.find((place) => existsSync(place));
}

/** The same, for what needs no window of a browser: its shell, where there is one. */
export function installedShell() {
  const whole = installedBrowser();
  return whole !== undefined && !process.env.CHROMIUM && existsSync(SHELL) ? SHELL : whole;
}

/** Makes sure that there is a browser. Ends the program with a clear line where none can be had. */
export function ensureBrowser() {
  const there = () => installedBrowser() !== undefined || existsSync(chromium.executablePath());
  if (there()) return;
  console.log('No browser found; asking Playwright for its own …');
  spawnSync('npx', ['playwright', 'install', 'chromium-headless-shell', 'chromium'], {
    stdio: 'inherit',
    timeout: 300_000,
    shell: process.platform === 'win32',
  });
  if (there()) return;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log('Installing Chromium with apt-get …');
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit' });
    // One after the other: not each Debian has the second.
    for (const name of ['chromium', 'chromium-headless-shell']) {
      spawnSync('apt-get', ['install', '-y', '-qq', name], {
        stdio: 'inherit',
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      });
    }
  }
  if (!there()) {
    stop(
      'The tests need a browser and none could be installed. Install Chrome or Chromium (Debian: apt-get install chromium), or set CHROMIUM to its path.',
    );
  }
}
