import {
  cleanupOutdatedCaches,
  getCacheKeyForURL,
  PrecacheStrategy,
  precacheAndRoute,
} from 'workbox-precaching';
import { type Entry, type Precache, repair, verify } from './sw-verify';

declare const self: ServiceWorkerGlobalScope & { __WB_MANIFEST: (Entry & { revision: string | null })[] };

// Named once: the build puts the list in this place, and in no other.
const entries = self.__WB_MANIFEST;

/** A page is asked for as `/vneid/` and stored as `/vneid/index.html`. */
function pageOf(url: URL): URL {
  const page = new URL(url);
  page.hash = '';
  page.search = '';
  page.pathname = page.pathname.replace(/\/(index\.html)?$/, '/index.html');
  return page;
}

const isKnown = (url: URL) => getCacheKeyForURL(url.href) !== undefined;

precacheAndRoute(entries, {
  ignoreURLParametersMatching: [/.*/],
  urlManipulation: ({ url }) => [pageOf(url)],
});
cleanupOutdatedCaches();

// The first visit is under control at once: what it loads later must work without network too.
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

// Without its last slash an address would be a page with wrong relative links; one that does not exist leads home.
self.addEventListener('fetch', (event) => {
  if (event.request.mode !== 'navigate') return;
  const url = new URL(event.request.url);
  if (isKnown(pageOf(url))) return;
  const withSlash = new URL(url);
  withSlash.pathname += '/';
  if (isKnown(pageOf(withSlash))) {
    event.respondWith(Response.redirect(withSlash.href, 301));
    return;
  }
  const home = () => Response.redirect(self.registration.scope, 302);
  event.respondWith(fetch(event.request).then((response) => (response.ok ? response : home()), home));
});

// Sent by the home screen when nobody has touched it for a while. With a second tab open, somebody may be in
// the middle of a walk there, on files of this version: then the new one goes on waiting.
self.addEventListener('message', (event) => {
  if (typeOf(event) !== 'SKIP_WAITING') return;
  event.waitUntil(
    self.clients.matchAll({ type: 'window', includeUncontrolled: true }).then((windows) => {
      if (windows.length <= 1) return self.skipWaiting();
    }),
  );
});

// Asked by staff before the device is carried to where no network is; the answer goes through the port they sent.
self.addEventListener('message', (event) => {
  const type = typeOf(event);
  const [port] = event.ports;
  if (!port || (type !== 'VERIFY' && type !== 'REPAIR')) return;
  const say = (message: unknown) => port.postMessage(message);
  event.waitUntil((type === 'VERIFY' ? verify(precache, say) : repair(precache, fetch, say)).then(say));
});

const precache: Precache = {
  entries,
  keyOf: getCacheKeyForURL,
  open: async () => caches.open(new PrecacheStrategy().cacheName),
};

function typeOf(event: ExtendableMessageEvent): unknown {
  return (event.data as { type?: unknown } | null)?.type;
}
