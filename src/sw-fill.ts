import type { Filled } from './device/fill-store';
import { fetchInto, type Precache } from './sw-fetch';
import { keyOf } from './sw-site';

/** Browsers end a worker that is at one thing for minutes; and after so many files the page sees whether somebody has come. */
const AT_A_TIME = 10;

/**
 * Fetches some of what a large site stores later, one file after the other, in the home screen's order. Stops at the first that
 * does not come; without room it takes away what it brought this time, so that the counts have some. Never rejects.
 */
export async function fill(precache: Precache, fetchAnew: typeof fetch): Promise<Filled> {
  const { site, scope } = precache;
  const later = site.files.filter((file) => file.later !== undefined);
  if (later.length === 0) return { kind: 'filled', came: 0, left: 0 };
  try {
    const cache = await precache.open();
    const there = new Set((await cache.keys()).map(({ url }) => url));
    const missing = later.filter((file) => !there.has(keyOf(file, scope)));
    const brought: string[] = [];
    for (const file of missing.slice(0, AT_A_TIME)) {
      const { kind } = await fetchInto(precache, file, fetchAnew);
      if (kind === 'stored') brought.push(keyOf(file, scope));
      if (kind === 'no-room') await Promise.all(brought.splice(0).map((key) => cache.delete(key)));
      if (kind !== 'stored') break;
    }
    return { kind: 'filled', came: brought.length, left: missing.length - brought.length };
  } catch {
    return { kind: 'filled', came: 0, left: later.length };
  }
}
