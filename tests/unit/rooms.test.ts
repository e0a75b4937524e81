import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

/** From the top of the house down: a room may know those above its own. */
const ROOMS = ['guide', 'walk', 'tally', 'report', 'device', 'i18n', 'ui', 'screens', 'gallery', '.'];
/** Rooms that know less than all above. */
const KNOWS: Record<string, string[]> = {
  guide: [],
  walk: ['guide'],
  tally: ['guide', 'walk'],
  report: ['guide', 'walk', 'tally'],
  device: [],
  i18n: [],
  ui: ['guide', 'i18n'],
};

const src = path.join(import.meta.dirname, '../../src');
const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file));
const roomOf = (file: string) => (file.includes('/') ? (file.split('/')[0] ?? '.') : '.');
const importsOf = (file: string) =>
  [...readFileSync(path.join(src, file), 'utf8').matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(
    ([, name = '']) => name,
  );

it('imports only point upwards in the list of rooms', () => {
  const wrong = files.flatMap((file) => {
    const room = roomOf(file);
    return importsOf(file)
      .filter((name) => name.startsWith('.'))
      .map((name) => roomOf(path.posix.normalize(path.posix.join(path.posix.dirname(file), name))))
      .filter(
        (other) => other !== room && !(KNOWS[room] ?? ROOMS.slice(0, ROOMS.indexOf(room))).includes(other),
      )
      .map((other) => `${file} knows ${other}`);
  });
  expect(wrong).toEqual([]);
});

it('every file lies in a room of the list', () => {
  expect(files.map(roomOf).filter((room) => !ROOMS.includes(room))).toEqual([]);
});

it('only the store opens IndexedDB, and only the compiler knows Markdown and YAML', () => {
  const users = (library: string) => files.filter((file) => importsOf(file).includes(library));
  expect(users('idb').filter((file) => file !== 'tally/store.ts' && file !== 'tally/database.ts')).toEqual(
    [],
  );
  expect(files.filter((file) => /indexedDB\b/.test(readFileSync(path.join(src, file), 'utf8')))).toEqual([]);
  expect([...users('marked'), ...users('yaml')].map(roomOf).filter((room) => room !== 'guide')).toEqual([]);
});

it('no HTML strings: the tree is rendered as elements', () => {
  // An empty one, which says to Preact that what stands in the page is not its own.
  const text = (file: string) =>
    readFileSync(path.join(src, file), 'utf8').replaceAll("dangerouslySetInnerHTML={{ __html: '' }}", '');
  expect(files.filter((file) => /innerHTML|insertAdjacentHTML|document\.write/i.test(text(file)))).toEqual(
    [],
  );
});
