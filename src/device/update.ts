import type { Workbox } from 'workbox-window';
import { trustedAddress } from './trusted-address';

let waiting: Workbox | undefined;

/** Makes the site work offline. A new version is fetched, and then waits; `script` and `scope` are addresses. */
export async function registerServiceWorker(script: string, scope: string): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  const { Workbox } = await import('workbox-window');
  const workbox = new Workbox(trustedAddress(script), { scope });
  workbox.addEventListener('waiting', () => {
    waiting = workbox;
  });
  await workbox.register().catch(() => undefined);
}

/**
 * Starts the version that waits, if there is one, and reloads the page with it. To be called only where nobody
 * is in the middle of something; the worker itself refuses while another tab is open.
 */
export function applyUpdate(): void {
  if (!waiting) return;
  const workbox = waiting;
  waiting = undefined;
  workbox.addEventListener('controlling', () => location.reload());
  workbox.messageSkipWaiting();
}
