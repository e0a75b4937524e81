import { ownId } from './own-id';
import { trustedAddress } from './trusted-address';

/** A screen reader may touch by nothing but a click. */
const TOUCHES = ['pointerdown', 'keydown', 'click'] as const;

let registration: ServiceWorkerRegistration | undefined;
/** Nobody has touched the page since it was said that nobody is in the middle of something. */
let free = false;
/** The worker in charge has changed under this page: it is of a version that is not served any more. */
let outdated = false;

/**
 * Makes the site work offline, and tells the worker that this page has started. A new version is looked for from time to
 * time, fetched, and then waits; `script` and `scope` are addresses.
 */
export async function registerServiceWorker(script: string, scope: string): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  const { serviceWorker } = navigator;
  let controlled = serviceWorker.controller !== null;
  const sayStarted = () => serviceWorker.controller?.postMessage({ type: 'STARTED', version: ownId() });
  sayStarted();
  serviceWorker.addEventListener('controllerchange', () => {
    outdated = controlled;
    controlled = true;
    sayStarted();
    applyIfFree();
  });
  registration = await serviceWorker.register(trustedAddress(script), { scope }).catch(() => undefined);
  if (!registration) return;
  registration.addEventListener('updatefound', () =>
    registration?.installing?.addEventListener('statechange', applyIfFree),
  );
  const { lookFromTimeToTime } = await import('./update-check');
  lookFromTimeToTime(registration, scope);
}

/**
 * Starts the version that waits, now or when one comes while still nobody touches the page, and reloads the page with it.
 * To be called only where nobody is in the middle of something; the worker itself refuses while another tab is open.
 */
export function applyUpdate(): void {
  if (!free) for (const type of TOUCHES) addEventListener(type, endOfFree, { once: true, capture: true });
  free = true;
  applyIfFree();
}

function endOfFree(): void {
  free = false;
}

function applyIfFree(): void {
  if (!free) return;
  if (outdated) location.reload();
  else registration?.waiting?.postMessage({ type: 'SKIP_WAITING' });
}
