// The way out when the app on devices is broken beyond what an update can mend; put into the place of sw.js
// (docs/updates.md). Takes away what the app stored of itself and the worker with it, and has open pages come from the
// network. Never touches the counts: neither their database nor their second copy (src/device/cache-copy.ts), nor settings.

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
/** As src/sw-store.ts names them; the counts' cache begins otherwise. */
const STORES = ['tung-buoc:files ', 'tung-buoc:versions '];

/** @param {string} name */
const isOwn = (name) => STORES.some((store) => name === store + worker.registration.scope);

// Where the network does not answer, an open page would become an error: then all stays, and the next visit tries again.
worker.addEventListener('install', (event) => {
  event.waitUntil(
    fetch(worker.registration.scope, { cache: 'no-store' }).then(({ ok }) => {
      if (!ok) throw new Error('the site does not answer');
      return worker.skipWaiting();
    }),
  );
});

worker.addEventListener('activate', (event) => event.waitUntil(takeAway()));

async function takeAway() {
  const stores = (await caches.keys()).filter(isOwn);
  await Promise.all(stores.map((name) => caches.delete(name)));
  await worker.clients.claim();
  const windows = await worker.clients.matchAll({ type: 'window' });
  await worker.registration.unregister();
  // Where nothing was taken away, the pages came from the network: they would be opened again for ever.
  if (stores.length === 0) return;
  // Without its hash, or only the place within the page would be gone to.
  await Promise.allSettled(windows.map((client) => client.navigate(client.url.replace(/#.*/, ''))));
}
