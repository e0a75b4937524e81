import type { CDPSession, Page } from '@playwright/test';
import { heldBy } from '../faults/page-heap';
import { quantile } from './figures';
import { type OldTablet, oldTablet } from './old-tablet';
import { installProbe } from './probe';

/** One of the two sites that are compared, and where its guide begins. */
export interface Site {
  address: string;
  /** The page of the guide, below the address. */
  page: string;
  /** Element ids of its first step and of the cover. */
  first: string;
  cover: string;
}

/** Measured values by name; times in ms, sizes in bytes. */
export type Measured = Record<string, number>;

/** A guide's first step opened by someone who has never been here, and "next" pressed as soon as it can be seen. */
export async function openCold(site: Site): Promise<Measured> {
  const tablet = await started();
  try {
    const { page, traffic } = tablet;
    await page.goto(`${site.address}${site.page}#${site.first}`, { waitUntil: 'commit' });
    const seen = await page.evaluate(async (first) => {
      const { probe } = window;
      const readable = await probe.shown(first);
      const link = probe.wayOn();
      if (!link) throw new Error('the first step leads nowhere');
      await probe.press(link);
      return { readable, next: performance.now(), firstPaint: probe.firstPaint() };
    }, site.first);
    // Not by a locator: what Playwright brings for it keeps an old tablet from answering for longer than the page does.
    const ready = await page.evaluate(() => window.probe.ready());
    const atReady = { bytes: traffic.bytes, requests: traffic.requests };
    const later = { ready, blocked: await page.evaluate(() => window.probe.blocked()) };
    return { ...seen, ...later, ...atReady };
  } finally {
    await tablet.context.close();
  }
}

/** From the first visit until all that works offline is stored; then the same page with no line at all. */
export async function goOffline(site: Site): Promise<Measured> {
  const tablet = await started();
  try {
    const { page, session } = tablet;
    await page.goto(`${site.address}${site.page}#${site.first}`, { waitUntil: 'commit' });
    const install = await page.evaluate(() => navigator.serviceWorker.ready.then(() => performance.now()));
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null, undefined, {
      timeout: 120_000,
    });
    await session.send('Network.emulateNetworkConditions', {
      offline: true,
      latency: 0,
      downloadThroughput: 0,
      uploadThroughput: 0,
    });
    await page.reload({ waitUntil: 'commit' });
    const offline = await page.evaluate((first) => window.probe.shown(first), site.first);
    return { install, offline };
  } finally {
    await tablet.context.close();
  }
}

/** A walk of hundreds of steps without a rest is faster than any database: what waits to be written is not held for ever. */
const WRITTEN_MS = 5_000;
/** A touch that comes sooner after a new step does nothing (touch-guard.ts). */
const READING_MS = 400;

/** How long a step takes for a finger, and how long where one follows upon the other; and what memory is left held. */
export async function walkOn(site: Site, steps: 30 | 1000): Promise<Measured> {
  const tablet = await started('good');
  try {
    const { page, session } = tablet;
    await page.goto(`${site.address}${site.page}`);
    await page.locator('html[data-ready]').waitFor({ state: 'attached' });
    await walk(page, site, 10);
    const hurried = await walk(page, site, 12);
    const calm = await walk(page, site, 8, READING_MS);
    const memory = steps === 30 ? { heap30: await heap(session) } : await after(30);
    if (steps > 30) {
      calm.push(...(await walk(page, site, 50, READING_MS)));
      hurried.push(...(await walk(page, site, steps - 80)));
      Object.assign(memory, await after(steps));
    }
    for (const times of [calm, hurried]) times.sort((a, b) => a - b);
    return {
      step: quantile(calm, 0.5),
      stepP95: quantile(calm, 0.95),
      hurried: quantile(hurried, 0.5),
      ...memory,
    };

    async function after(walked: number): Promise<Measured> {
      await page.waitForTimeout(WRITTEN_MS);
      const all = await heap(session);
      return { [`heap${walked}`]: all, [`held${walked}`]: (await heldBy(session)).bytes };
    }
  } finally {
    await tablet.context.close();
  }
}

async function started(line: 'bad' | 'good' = 'bad'): Promise<OldTablet> {
  const tablet = await oldTablet(line);
  await tablet.page.addInitScript(installProbe);
  return tablet;
}

/** Answers milliseconds of each step, each after a rest (ms); what leads back to the cover at an end is not one. */
function walk(page: Page, { cover }: Site, steps: number, rest = 0): Promise<number[]> {
  return page.evaluate(
    async ({ cover, steps, rest }) => {
      const { probe } = window;
      const times: number[] = [];
      while (times.length < steps) {
        const link = probe.wayOn();
        if (link) {
          if (rest > 0) await new Promise((resolve) => setTimeout(resolve, rest));
          times.push(await probe.press(link));
          continue;
        }
        location.hash = cover;
        const start = () =>
          [
            ...document.querySelectorAll<HTMLAnchorElement>(
              '[data-action="start"], .cover [data-action="next"]',
            ),
          ].find((one) => one.getClientRects().length > 0);
        while (!start()) await new Promise((resolve) => requestAnimationFrame(resolve));
        const begin = start();
        if (begin) await probe.press(begin);
      }
      return times;
    },
    { cover, steps, rest },
  );
}

async function heap(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  return (await session.send('Runtime.getHeapUsage')).usedSize;
}
