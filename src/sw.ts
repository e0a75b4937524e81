import type { Filled } from './device/fill-store';
import type { WorkerStatus } from './device/worker-status';
import { answer } from './sw-answer';
import { versionCourse } from './sw-course';
import type { Precache } from './sw-fetch';
import { fill } from './sw-fill';
import { install } from './sw-install';
import { alone, ifFree } from './sw-lock';
import type { Site } from './sw-site';
import { givenUp, isStuck, isWorthAnotherTry, keptBy, servedInsteadOf } from './sw-standing';
import { versionStore } from './sw-store';
import { repair, verify } from './sw-verify';

declare const self: ServiceWorkerGlobalScope & { site: Site };

// Put in front of this file by the build.
const { site } = self;
const { scope } = self.registration;
const ownId = site.name.id;
const store = versionStore(caches, scope);
const own = store.precache(site);

const lock = `tung-buoc:files ${scope}`;
const course = versionCourse(store, ownId);

self.addEventListener('install', (event) => event.waitUntil(takeIn()));

/** Rejects where the version is not to be had whole, or did not start here before: then the one in charge stays. */
async function takeIn(): Promise<void> {
  const remembered = await store.memory();
  if (self.registration.active && remembered?.bad.includes(ownId)) throw new Error(`${ownId} does not start`);
  const installed = await alone(lock, () => install(own, fetch));
  if (installed.kind !== 'whole') throw new Error(`${installed.kind}: ${installed.url}`);
  await store.add(site);
  if (isStuck(remembered)) await self.skipWaiting();
}

// The first visit is under control at once: what it loads later must work without network too.
self.addEventListener('activate', (event) => event.waitUntil(takeOver()));

async function takeOver(): Promise<void> {
  await course.takeOver();
  await self.clients.claim();
}

self.addEventListener('fetch', (event) => {
  const { request } = event;
  // A part of a recording is asked for by range, and recordings are not stored.
  if (request.method !== 'GET' || !request.url.startsWith(scope) || request.headers.has('range')) return;
  event.respondWith(respond(event));
});

async function respond(event: FetchEvent): Promise<Response> {
  try {
    if (event.request.mode === 'navigate') await noteStart(event);
    const [served = own, ...others] = await versions();
    return await answer(event.request, served, others, fetch);
  } catch {
    return fetch(event.request);
  }
}

/** While a version is on trial, who opened a page of it; a page that is closed early is no failure. */
async function noteStart(event: FetchEvent): Promise<void> {
  const standing = await course.standing();
  if (standing?.kind !== 'on-trial') return;
  const clients = await Promise.all(standing.starts.map(({ client }) => self.clients.get(client)));
  const alive = clients.flatMap((client) => (client ? [client.id] : []));
  await course.follow({ kind: 'opened', client: event.resultingClientId, at: Date.now(), alive });
  event.waitUntil(course.written());
}

/** The version that pages come from, then one that is kept beside it. */
async function versions(): Promise<Precache[]> {
  const kept = keptBy(await course.standing());
  const other = kept === undefined ? undefined : await course.site(kept.id);
  if (!kept || !other) return [own];
  return kept.isServed ? [store.precache(other), own] : [own, store.precache(other)];
}

self.addEventListener('message', (event) => {
  const { type, version } = Object(event.data) as { type?: unknown; version?: unknown };
  const [port] = event.ports;
  if (type === 'SKIP_WAITING') event.waitUntil(skipUnlessOthers());
  else if (type === 'STARTED' && typeof version === 'string') event.waitUntil(pageStarted(version));
  else if (type === 'FAILED' && typeof version === 'string')
    event.waitUntil(pageFailed(version, event.source));
  else if (port) event.waitUntil(reply(type, port));
});

/** With a second tab open, somebody may be in the middle of a walk there: then the new version goes on waiting. */
async function skipUnlessOthers(): Promise<void> {
  if ((await tabs()).length <= 1) await self.skipWaiting();
}

async function tabs(): Promise<readonly Client[]> {
  const windows = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  return windows.filter(({ url }) => url.startsWith(scope));
}

/** A version that has started needs the one before no longer. */
async function pageStarted(version: string): Promise<void> {
  const { is } = await course.follow({ kind: 'started', version });
  await course.written();
  if (is?.standing.kind !== 'proved' || is.standing.before === undefined) return;
  // Files of a version that is on its way would be swept away; the next start is soon enough.
  if (self.registration.waiting || self.registration.installing) return;
  const isTidy = await ifFree(lock, () => store.tidy(site)).catch(() => false);
  if (isTidy) await course.follow({ kind: 'tidied' });
  await course.written();
}

/** A page that cannot start is told to try again, as long as that can change something and is remembered. */
async function pageFailed(version: string, source: ExtendableMessageEvent['source']): Promise<void> {
  const client = source && 'id' in source ? source.id : '';
  const { was, is } = await course.follow({ kind: 'failed', version, client });
  const isKept = await course.written();
  if (isKept && isWorthAnotherTry(was, is)) source?.postMessage({ type: 'TRY_AGAIN' });
}

/** Answers through the port that was sent. */
async function reply(type: unknown, port: MessagePort): Promise<void> {
  const say = (message: unknown) => port.postMessage(message);
  if (type === 'VERIFY') say(await verify(await servedToVerify(), say));
  else if (type === 'REPAIR') say(await repair(await servedToVerify(), fetch, say));
  else if (type === 'FILL') say(await fillServed());
  else if (type === 'STATUS') say(await status());
}

/** Read from the store: a version that waits has not taken over, and must not by being asked. */
async function servedToVerify(): Promise<Precache> {
  const instead = servedInsteadOf(ownId, await store.memory());
  const other = instead === undefined ? undefined : await course.site(instead);
  return other ? store.precache(other) : own;
}

/** A version that is on its way or waits goes first: it has a later part of its own, and the worker should be free to go. */
async function fillServed(): Promise<Filled> {
  const { waiting, installing } = self.registration;
  if (waiting || installing) return { kind: 'busy' };
  const gently: typeof fetch = (input, init) => fetch(input, { ...init, priority: 'low' });
  let filled: Filled = { kind: 'busy' };
  await ifFree(lock, async () => {
    filled = await fill(await servedToVerify(), gently);
  });
  return filled;
}

async function status(): Promise<WorkerStatus> {
  const memory = await store.memory();
  const gaveUp = givenUp(memory);
  const wentBackFrom = gaveUp === undefined ? undefined : (await store.site(gaveUp))?.name;
  return {
    kind: 'status',
    own: site.name,
    bad: [...(memory?.bad ?? [])],
    ...(wentBackFrom && { wentBackFrom }),
    otherTab: (await tabs()).length > 1,
  };
}
