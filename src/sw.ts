import { cleanupOutdatedCaches, getCacheKeyForURL, precacheAndRoute } from 'workbox-precaching';

declare const self: ServiceWorkerGlobalScope & { __WB_MANIFEST: { url: string; revision: string | null }[] };

/** `/vneid` and `/vneid/` are the page `/vneid/index.html`. */
function pageOf(url: URL): URL {
  const page = new URL(url);
  page.pathname = page.pathname.replace(/(\/?)(index\.html)?$/, '/index.html');
  return page;
}

precacheAndRoute(self.__WB_MANIFEST, {
  ignoreURLParametersMatching: [/.*/],
  urlManipulation: ({ url }) => [pageOf(url)],
});
cleanupOutdatedCaches();

// The first visit is under control at once: what it loads later must work without network too.
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

// An address that does not exist leads home, also without network.
self.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url);
  url.hash = '';
  const known = getCacheKeyForURL(url.pathname) ?? getCacheKeyForURL(pageOf(url).pathname);
  if (event.request.mode !== 'navigate' || known) return;
  const home = () => Response.redirect(self.registration.scope, 302);
  event.respondWith(fetch(event.request).then((response) => (response.ok ? response : home()), home));
});

// Sent by the home screen when nobody has touched it for a while. With a second tab open, somebody may be in
// the middle of a walk there, on files of this version: then the new one goes on waiting.
self.addEventListener('message', (event) => {
  if ((event.data as { type?: unknown } | null)?.type !== 'SKIP_WAITING') return;
  event.waitUntil(
    self.clients.matchAll({ type: 'window', includeUncontrolled: true }).then((windows) => {
      if (windows.length <= 1) return self.skipWaiting();
    }),
  );
});
