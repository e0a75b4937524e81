// Loaded into a build before all else: the same machine on another day, whose folders list their files the other way round.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const AHEAD_MS = 400 * 86_400_000 + 7 * 3_600_000;
const Today = Date;

globalThis.Date = /** @type {DateConstructor} */ (
  new Proxy(Today, {
    construct: (target, given) => Reflect.construct(target, given.length > 0 ? given : [Date.now()]),
    get: (target, name) => (name === 'now' ? () => target.now() + AHEAD_MS : Reflect.get(target, name)),
  })
);

const { readdir, readdirSync } = fs;
const { readdir: promised } = fs.promises;
const turned = (/** @type {unknown} */ found) => (Array.isArray(found) ? found.reverse() : found);
Object.assign(fs, {
  readdirSync: (/** @type {Parameters<typeof readdirSync>} */ ...given) => turned(readdirSync(...given)),
  readdir: (/** @type {unknown[]} */ ...given) => {
    const answer = given.pop();
    if (typeof answer !== 'function') throw new TypeError('a callback is missing');
    return Reflect.apply(readdir, fs, [
      ...given,
      (/** @type {unknown} */ error, /** @type {unknown} */ found) => answer(error, turned(found)),
    ]);
  },
});
Object.assign(fs.promises, {
  readdir: async (/** @type {Parameters<typeof promised>} */ ...given) => turned(await promised(...given)),
});
syncBuiltinESMExports();
