import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { serve } from '../../scripts/serve.mjs';
import { fleet } from '../fleet/command';
import { DUCKDB } from '../unit/sql-engine';
import { launchBrowser } from './browser';

const TABLETS = ['10', '100', '1000'];
const DAYS = 200;
const EVENTS = ['started', 'completed', 'stopped', 'left'];
/** A frame at 60 Hz, and half of one. */
const LATE_MS = 25;
const WATCH_MEMORY_MS = 200;

/**
 * `npm run bench:report [tablets | fleet …]`: makes fleets of 200 days, or takes those that `npm run fleet` has written
 * into a folder, has the built site merge them in a real browser, and prints time, memory of the page with its worker,
 * and whether the figures are the true ones; beside it the time of `report/sql/` in DuckDB, on the same files.
 */
export async function bench(root: string, args: string[]): Promise<void> {
  const fleets = args.length > 0 ? args : TABLETS;
  const { address, close } = await serve({ port: 4400 });
  console.log(
    'fleet | MB | rows | s | µs a row | MB of memory | frames over 25 ms | longest frame, ms | figures | DuckDB, s',
  );
  try {
    for (const one of fleets) {
      const isSize = /^\d+$/.test(one);
      const folder = isSize ? mkdtempSync(path.join(tmpdir(), 'tung-buoc-bench-')) : path.resolve(root, one);
      try {
        if (isSize)
          await quietly(() => fleet(root, ['--tablets', one, '--days', `${DAYS}`, '--out', folder]));
        process.stdout.write(
          `${isSize ? one : path.basename(folder)} | ${await inBrowser(address, folder)} | `,
        );
        console.log(await inDuckDb(folder));
      } finally {
        if (isSize) rmSync(folder, { recursive: true, force: true });
      }
    }
  } finally {
    await close();
  }
}

async function inBrowser(address: string, folder: string): Promise<string> {
  const browser = await launchBrowser();
  try {
    return await measured(browser, address, folder);
  } finally {
    await browser.close();
  }
}

async function measured(browser: Browser, address: string, folder: string): Promise<string> {
  const truth = truthOf(folder);
  const exports = path.join(folder, 'exports');
  const bytes = readdirSync(exports).reduce((sum, name) => sum + statSync(path.join(exports, name)).size, 0);
  const page = await (await browser.newContext({ serviceWorkers: 'block' })).newPage();
  await page.goto(`${address}report/`);
  await page.locator('html[data-ready]').waitFor({ state: 'attached' });
  const memory = watchMemory(page);
  await page.evaluate(watchFrames);
  await page.locator('[data-import-folder]').setInputFiles(exports);
  const { started, ended, frames } = await page.evaluate(async () => {
    // From when the page was given the files: what the test's own driver does before is not ours.
    const begun = await window.bench.begun;
    const done = () =>
      !document.querySelector('progress') && document.querySelector('[data-table="summary"]');
    while (!done()) await new Promise((resolve) => setTimeout(resolve, 50));
    return { started: begun, ended: performance.now(), frames: window.bench.frames };
  });
  const shown = await page.evaluate(() =>
    Object.fromEntries(
      [...document.querySelectorAll<HTMLElement>('[data-total]')].map(({ dataset }) => [
        dataset.total,
        Number(dataset.value),
      ]),
    ),
  );
  const isTrue = EVENTS.every((name) => shown[name] === truth.total[name]);
  const late = frames.filter((ms) => ms > LATE_MS);
  return [
    (bytes / 1e6).toFixed(1),
    truth.rows,
    ((ended - started) / 1000).toFixed(2),
    ((1000 * (ended - started)) / truth.rows).toFixed(2),
    Math.round((await memory()) / 1e6),
    `${late.length} of ${frames.length}`,
    Math.max(0, ...frames).toFixed(0),
    isTrue ? 'true' : `WRONG: ${JSON.stringify(shown)}`,
  ].join(' | ');
}

/** Reading and uniting the same files by `report/sql/`, in this process with two threads. */
async function inDuckDb(folder: string): Promise<string> {
  const truth = truthOf(folder);
  const begun = performance.now();
  const [totals] = await DUCKDB.run(path.join(folder, 'exports'), ['SELECT * FROM totals']);
  const seconds = ((performance.now() - begun) / 1000).toFixed(2);
  const isTrue = EVENTS.every((name) => totals?.[0]?.[name] === truth.total[name]);
  return isTrue ? seconds : `WRONG: ${JSON.stringify(totals)}`;
}

interface Truth {
  rows: number;
  total: Record<string, number>;
}

function truthOf(folder: string): Truth {
  return JSON.parse(readFileSync(path.join(folder, 'truth.json'), 'utf8')) as Truth;
}

declare global {
  interface Window {
    bench: { frames: number[]; begun: Promise<number> };
  }
}

/** Runs in the page: notes how long each frame takes, from the moment that files are given to it. */
function watchFrames(): void {
  const frames: number[] = [];
  window.bench = {
    frames,
    begun: new Promise((resolve) => {
      document.addEventListener(
        'change',
        () => {
          resolve(performance.now());
          let last = performance.now();
          const frame = (now: number) => {
            frames.push(now - last);
            last = now;
            requestAnimationFrame(frame);
          };
          requestAnimationFrame(frame);
        },
        { capture: true, once: true },
      );
    }),
  };
}

/** The most that the process of the page, its worker with it, had in memory: asks the system, where it can be asked. */
function watchMemory(page: Page): () => Promise<number> {
  let most = 0;
  let isOver = false;
  const watching = (async () => {
    const session = await page.context().browser()?.newBrowserCDPSession();
    while (!isOver && session) {
      const { processInfo } = await session.send('SystemInfo.getProcessInfo');
      for (const { id, type } of processInfo)
        if (type === 'renderer') most = Math.max(most, residentBytes(id));
      await new Promise((resolve) => setTimeout(resolve, WATCH_MEMORY_MS));
    }
  })();
  return async () => {
    isOver = true;
    await watching;
    return most;
  };
}

/** Memory of its own that a process holds; 0 where the system does not tell. */
function residentBytes(pid: number): number {
  try {
    const [, resident = 0, shared = 0] = readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ').map(Number);
    return (resident - shared) * 4096;
  } catch {
    return 0;
  }
}

async function quietly(work: () => Promise<unknown>): Promise<void> {
  const { log } = console;
  console.log = () => {};
  try {
    await work();
  } finally {
    console.log = log;
  }
}
