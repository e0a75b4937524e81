import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { deleteDB, openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DATABASE, DATABASE_VERSION } from '../../src/tally/database';
import { countOutcomes, type Sheet } from '../../src/tally/sheet';
import { createStore, type Store } from '../../src/tally/store';
import { troubleOf } from '../../src/tally/trouble';
import { advance, beginWalk, isOutcome } from '../../src/walk/walk';
import { noCopy } from './a-copy';
import { aGuide } from './a-guide';

const guide = aGuide();
const DAY = 86_400_000;
let now: number;
let ids: number;

const aStore = (): Store =>
  createStore({
    now: () => now,
    newId: () => (ids++).toString(16).padStart(32, '0'),
    built: '2026-11-01',
    copy: noCopy,
  });

/** A whole walk; answers what the screen would say of its end. */
async function walk(store: Store, id = `w${ids++}`) {
  const begun = beginWalk(guide, { id, mode: 'helped', started: now });
  if ((await store.begin(begun)) === 'not-counted') return 'not-counted';
  const outcome = advance(guide, begun, { kind: 'complete', now });
  if (!isOutcome(outcome)) throw new Error('a walk that is complete has ended');
  return store.end(begun, outcome);
}

const sheet = (id: string, day: string): Sheet => ({
  id,
  day,
  rows: [
    {
      guide: 'thu',
      revision: 'r',
      locale: 'vi',
      mode: 'helped',
      event: 'completed',
      step: '',
      reason: '',
      minutes: '0-5',
      count: 3,
    },
  ],
});

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
  now = Date.parse('2026-11-24T01:00:00Z');
  ids = 1;
});
afterEach(() => vi.unstubAllGlobals());

describe('a database of an earlier version', () => {
  it('version 1: everything that was counted is there, and counting goes on', async () => {
    const old = await openDB(DATABASE, 1, {
      upgrade(database) {
        for (const name of ['walks', 'sealed', 'state']) database.createObjectStore(name);
      },
    });
    const open = beginWalk(guide, { id: 'open', mode: 'alone', started: now });
    await old.put('walks', { walk: open, touched: now }, 'open');
    await old.put('sealed', sheet('aa', '2026-11-20'), 'aa');
    await old.put('state', { current: sheet('bb', '2026-11-24'), lastDay: '2026-11-24' }, 'book');
    await old.put('state', { province: 'Tây Ninh', commune: 'A', team: 'B', tablet: '1' }, 'place');
    old.close();

    const store = aStore();
    expect((await store.openWalks()).map(({ walk }) => walk.id)).toEqual(['open']);
    expect(await walk(store)).toBe('counted');
    const sheets = (await store.sheets()) ?? [];
    expect(sheets.map(({ id }) => id)).toEqual(['aa', 'bb']);
    expect(countOutcomes(sheets.flatMap(({ rows }) => rows))).toBe(7);
    expect((await store.place())?.province).toBe('Tây Ninh');
    expect(await store.setAside()).toBe(0);
  });
});

describe('a database that this version does not understand', () => {
  it('made by a newer version: nothing of it is changed, walks are not counted, and it is said why', async () => {
    const newer = await openDB(DATABASE, DATABASE_VERSION + 1, {
      upgrade(database) {
        database.createObjectStore('sealed');
      },
    });
    await newer.put('sealed', { kept: true }, 'x');
    newer.close();
    const store = aStore();
    expect(await walk(store)).toBe('not-counted');
    expect(store.trouble()).toBe('newer');
    expect(await store.sheets()).toBeUndefined();
    const again = await openDB(DATABASE);
    expect([again.version, await again.get('sealed', 'x')]).toEqual([DATABASE_VERSION + 1, { kept: true }]);
    again.close();
  });

  it('made by someone else under our name: theirs stays', async () => {
    const foreign = await openDB(DATABASE, 1, {
      upgrade(database) {
        database.createObjectStore('notes', { autoIncrement: true });
      },
    });
    await foreign.add('notes', 'theirs');
    foreign.close();
    const store = aStore();
    expect(await walk(store)).toBe('counted');
    const again = await openDB(DATABASE);
    expect(await again.getAll('notes')).toEqual(['theirs']);
    again.close();
  });

  it('made by someone else, with our version or our stores’ names: not counted, and theirs stays', async () => {
    for (const stores of [['notes'], ['walks', 'sealed', 'state', 'aside']]) {
      const foreign = await openDB(DATABASE, DATABASE_VERSION, {
        upgrade(database) {
          for (const name of stores) database.createObjectStore(name, { keyPath: 'own' });
        },
      });
      await foreign.put(stores[0] ?? '', { own: 1, text: 'theirs' });
      foreign.close();
      const store = aStore();
      expect(await walk(store)).toBe('not-counted');
      expect(store.trouble()).toBe('foreign');
      const again = await openDB(DATABASE);
      expect(await again.getAll(stores[0] ?? '')).toEqual([{ own: 1, text: 'theirs' }]);
      again.close();
      await deleteDB(DATABASE);
    }
  });
});

describe('a record that this version does not understand', () => {
  const spoil = async (store: 'walks' | 'sealed' | 'state', key: string, value: unknown) => {
    const database = await openDB(DATABASE);
    await database.put(store, value, key);
    database.close();
  };
  const all = async (store: string) => {
    const database = await openDB(DATABASE);
    const found = await database.getAll(store);
    database.close();
    return found;
  };

  it.each([
    ['a sheet with a key more', { ...sheet('xx', '2026-11-01'), version: 2 }],
    [
      'a sheet with half a count',
      { ...sheet('xx', '2026-11-01'), rows: [{ ...sheet('x', '2026-11-01').rows[0], count: 0.5 }] },
    ],
    ['a sheet of no day', sheet('xx', '2026-02-30')],
    ['text', 'xx'],
    ['nothing', null],
  ])(
    '%s among the sealed: stays as it is, is counted nowhere, and staff are told',
    async (_name, strange) => {
      const store = aStore();
      await walk(store);
      await spoil('sealed', 'xx', strange);
      expect((await store.sheets())?.length).toBe(1);
      expect((await store.sealForExport())?.map(({ rows }) => countOutcomes(rows))).toEqual([1]);
      expect(await store.setAside()).toBe(1);
      expect(await all('sealed')).toContainEqual(strange);
    },
  );

  it('where counting stands: laid aside before it is written over, once', async () => {
    const store = aStore();
    await walk(store);
    await spoil('state', 'book', { lastDay: 'hôm qua', strange: true });
    expect(await store.sheets()).toEqual([]);
    expect(await store.setAside()).toBe(1);
    expect(await walk(store)).toBe('counted');
    expect(await walk(store)).toBe('counted');
    expect(await all('aside')).toEqual([{ lastDay: 'hôm qua', strange: true }]);
    expect(await store.setAside()).toBe(1);
    expect(countOutcomes((await store.sheets())?.flatMap(({ rows }) => rows) ?? [])).toBe(2);
  });

  it('an open walk: is not offered, and stays', async () => {
    const store = aStore();
    await walk(store);
    await spoil('walks', 'zz', { walk: { id: 'zz' }, touched: now });
    expect(await store.openWalks()).toEqual([]);
    expect(await store.setAside()).toBe(1);
    expect(await all('walks')).toHaveLength(1);
  });

  it('the note of what was handed over: is as if there were none', async () => {
    const store = aStore();
    await walk(store);
    await spoil('state', 'handed-over', 7);
    expect(await store.lastHandOver()).toBeUndefined();
    expect(await store.sealForExport()).toHaveLength(1);
  });
});

describe('what was handed over', () => {
  const handOver = async (store: Store) => {
    const sheets = (await store.sealForExport()) ?? [];
    const total = countOutcomes(sheets.flatMap(({ rows }) => rows));
    await store.handOver({
      day: new Date(now).toISOString().slice(0, 10),
      name: 'a.json',
      total,
      sheets: sheets.map(({ id }) => id),
    });
    return sheets.length;
  };

  it('is remembered, and changes no sheet', async () => {
    const store = aStore();
    await walk(store);
    expect(await store.lastHandOver()).toBeUndefined();
    expect(await handOver(store)).toBe(1);
    expect(await store.lastHandOver()).toMatchObject({ day: '2026-11-24', name: 'a.json', total: 1 });
    expect(await handOver(store)).toBe(1);
  });

  it('old sheets go only after an export that carried them, and never by the export itself', async () => {
    const store = aStore();
    await walk(store);
    now += 500 * DAY;
    await store.openWalks();
    expect(await store.sheets()).toHaveLength(1);
    // Never handed over: it goes along, old as it is.
    expect(await handOver(store)).toBe(1);
    expect(await store.sheets()).toHaveLength(1);
    // Handed over and old: at the next opening it goes.
    await store.openWalks();
    expect(await store.sheets()).toEqual([]);
    expect(await store.lastHandOver()).toMatchObject({ total: 1 });
  });

  it('a sheet sealed but not handed over stays, whatever was handed over later', async () => {
    const store = aStore();
    await walk(store);
    await store.sealForExport();
    now += 450 * DAY;
    await walk(store);
    const sheets = (await store.sealForExport()) ?? [];
    expect(sheets).toHaveLength(2);
    const young = sheets.filter(({ day }) => day > '2027-01-01').map(({ id }) => id);
    await store.handOver({ day: '2028-02-17', name: 'b.json', total: 1, sheets: young });
    await store.openWalks();
    expect(await store.sheets()).toHaveLength(2);
  });

  it('a clock that jumps ahead makes nothing old that was handed over lately', async () => {
    const store = aStore();
    await walk(store);
    await handOver(store);
    now += 2_000 * DAY;
    await store.openWalks();
    await walk(store);
    await store.openWalks();
    expect(await store.sheets()).toHaveLength(2);
  });
});

it.each([
  [new DOMException('', 'QuotaExceededError'), 'full'],
  [new DOMException('', 'VersionError'), 'newer'],
  [new DOMException('', 'SecurityError'), 'refused'],
  [new DOMException('', 'InvalidStateError'), 'closed'],
  [new DOMException('', 'UnknownError'), 'unknown'],
  [new TypeError('undefined is not a function'), 'refused'],
  ['text', 'unknown'],
])('%s is said as "%s"', (error, why) => {
  expect(troubleOf(error)).toBe(why);
});

it('a walk whose database was cleared under it is not said to be counted; a second tap on a counted one is', async () => {
  const store = aStore();
  const lost = beginWalk(guide, { id: 'lost', mode: 'helped', started: now });
  await store.begin(lost);
  const database = await openDB(DATABASE);
  await database.clear('walks');
  database.close();
  expect(await store.end(lost, { kind: 'left', at: 'bring' })).toBe('lost');

  const counted = beginWalk(guide, { id: 'counted', mode: 'helped', started: now });
  await store.begin(counted);
  expect(await store.end(counted, { kind: 'left', at: 'bring' })).toBe('counted');
  now += 60_000;
  expect(await store.end(counted, { kind: 'left', at: 'bring' })).toBe('already');
});

it('which walks have ended is forgotten after a day', async () => {
  const store = aStore();
  await walk(store, 'first');
  now += 3 * DAY;
  await walk(store, 'second');
  const database = await openDB(DATABASE);
  expect(await database.get('state', 'ended')).toEqual([{ id: 'second', day: '2026-11-27' }]);
  database.close();
});

it('a day that lay ahead of the clock is named once the clock is right again', async () => {
  const store = aStore();
  now += 300 * DAY;
  await walk(store);
  now -= 300 * DAY;
  await walk(store);
  const sheets = (await store.sealForExport()) ?? [];
  expect(sheets.map(({ day, clock }) => [day, clock]).sort()).toEqual([
    ['2026-11-24', 'suspect'],
    ['2027-09-20', 'suspect'],
  ]);
});
