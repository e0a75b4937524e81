import type { BrowserContext, CDPSession, Page } from '@playwright/test';
import { launchProfile } from './browser';

/** The bad line and the old tablet of the figures that we want to reach. */
export const LINE = { latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 };
export const SLOWER = 6;

/** A browser as on an old tablet: nothing remembered, a slow processor and, unless the line is said to be good, a bad line. */
export interface OldTablet {
  page: Page;
  session: CDPSession;
  context: BrowserContext;
  /** Bytes that came over the line for the page itself, headers among them, and in how many answers. */
  traffic: { bytes: number; requests: number };
}

/** Opens a new one; close its context. */
export async function oldTablet(line: 'bad' | 'good' = 'bad'): Promise<OldTablet> {
  const context = await launchProfile({ viewport: { width: 800, height: 1280 }, locale: 'vi-VN' });
  const page = context.pages()[0] ?? (await context.newPage());
  const session = await context.newCDPSession(page);
  const traffic = { bytes: 0, requests: 0 };
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    traffic.bytes += encodedDataLength;
    traffic.requests += 1;
  });
  await session.send('Network.enable');
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  if (line === 'bad') {
    await session.send('Network.emulateNetworkConditions', { offline: false, ...LINE });
    await slowWorkers(session);
  }
  return { page, session, context, traffic };
}

/** A service worker has a line of its own: it is stopped before its first request, until it has a bad one, too. */
async function slowWorkers(session: CDPSession): Promise<void> {
  session.on('Target.attachedToTarget', async ({ sessionId }) => {
    const send = (method: string, params = {}) =>
      session
        .send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id: 1, method, params }) })
        // It ended before it could be told.
        .catch(() => undefined);
    await send('Network.enable');
    await send('Network.emulateNetworkConditions', { offline: false, ...LINE });
    await send('Runtime.runIfWaitingForDebugger');
  });
  await session.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: true,
    flatten: false,
  });
}
