import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { type Browser, chromium, type Page } from '@playwright/test';
import { installedBrowser } from '../../scripts/browser.mjs';

/** A browser with a profile on disk, as a process of its own that can be killed. */
export interface BrowserProcess {
  page: Page;
  /** SIGKILL to the browser and all of its helpers at once, as when the system takes them or the battery goes. */
  kill(): void;
  /** When all of it is gone, by whatever hand. */
  gone: Promise<void>;
}

const ARGS = [
  '--headless',
  '--remote-debugging-port=0',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-gpu',
  '--disable-extensions',
  '--disable-sync',
  '--password-store=basic',
  '--use-mock-keychain',
  '--lang=vi-VN',
  '--window-size=800,1280',
];

/** Starts a browser on a profile, or goes on with one whose last browser was killed. */
export async function startBrowser(profile: string): Promise<BrowserProcess> {
  const program = installedBrowser() ?? chromium.executablePath();
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return startProgram(program, [...ARGS, ...sandbox, `--user-data-dir=${profile}`, 'about:blank']);
}

/** The same of a program with arguments of one's own, which is or becomes a browser that takes orders. */
export async function startProgram(program: string, args: string[]): Promise<BrowserProcess> {
  const child = spawn(program, args, {
    // A process group of its own, so that one signal reaches all of it.
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const gone = once(child, 'exit').then(() => undefined);
  const kill = () => killGroup(child);
  process.once('exit', kill);
  void gone.then(() => process.off('exit', kill));
  try {
    const browser = await chromium.connectOverCDP(await debuggerOf(child), { timeout: 30_000 });
    return { page: await firstPage(browser), kill, gone };
  } catch (error) {
    kill();
    throw error;
  }
}

/** A process that was started `detached`, with all that it started. */
export function killGroup({ pid, exitCode, signalCode }: ChildProcess): void {
  if (pid === undefined || exitCode !== null || signalCode !== null) return;
  process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
}

/** The address at which the browser takes orders: it prints it once it can. */
async function debuggerOf({ stderr }: ChildProcess): Promise<string> {
  if (!stderr) throw new Error('a browser without stderr');
  const said: string[] = [];
  for await (const line of createInterface({ input: stderr })) {
    const address = /^DevTools listening on (ws:\S+)/.exec(line)?.[1];
    // What it says later is read and thrown away, so that it never waits for a reader.
    if (address) return stderr.resume() && address;
    said.push(line);
  }
  throw new Error(`the browser did not start:\n${said.join('\n')}`);
}

async function firstPage(browser: Browser): Promise<Page> {
  const context = browser.contexts()[0];
  if (!context) throw new Error('a browser without a context');
  return context.pages()[0] ?? context.newPage();
}
