import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import fc from 'fast-check';
import { deleteDB, openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DATABASE, DATABASE_VERSION } from '../../src/tally/database';
import type { Sheet } from '../../src/tally/sheet';
import { createStore, type Store } from '../../src/tally/store';
import { totalsOf } from '../../src/tally/totals';
import { advance, beginWalk, isOutcome, type Walk } from '../../src/walk/walk';
import { aCopy } from './a-copy';
import { aGuide } from './a-guide';

const guide = aGuide();
const MORNING = Date.parse('2026-11-24T01:00:00Z');
const HOUR = 3_600_000;
const STORES = ['walks', 'sealed', 'state', 'aside'];
const PLACE = { province: 'Tây Ninh', commune: 'Cần Đước', team: 'Tổ 3', tablet: '02' };

let now: number;
let ids: number;
let copy: ReturnType<typeof aCopy>;

/** A page that was just opened. */
const aLife = (): Store =>
  createStore({
    now: () => now,
    newId: () => (ids++).toString(16).padStart(32, '0'),
    built: '2026-11-01',
    copy,
  });
const aWalk = (): Walk => beginWalk(guide, { id: `w${ids++}`, mode: 'helped', started: now });

function complete(store: Store, walk: Walk) {
  const outcome = advance(guide, walk, { kind: 'complete', now });
  if (!isOutcome(outcome)) throw new Error('a walk that is complete has ended');
  return store.end(walk, outcome);
}

const totals = (sheets: Sheet[] | undefined) => totalsOf((sheets ?? []).flatMap(({ rows }) => rows));

function lose(): void {
  vi.stubGlobal('indexedDB', new IDBFactory());
}

/** As when somebody clears the browser's data: the database is closed under the page. */
async function closeAndDelete(): Promise<void> {
  const newer = await openDB(DATABASE, DATABASE_VERSION + 1);
  newer.close();
  await deleteDB(DATABASE);
}

/** All records of the database, as it is now. */
async function dump(): Promise<Map<string, [IDBValidKey, unknown][]>> {
  const database = await openDB(DATABASE, DATABASE_VERSION, {
    upgrade: (created) => {
      for (const name of STORES) created.createObjectStore(name);
    },
  });
  const all = new Map<string, [IDBValidKey, unknown][]>();
  for (const name of STORES) {
    const keys = await database.getAllKeys(name);
    all.set(
      name,
      (await Promise.all(keys.map(async (key) => [key, await database.get(name, key)] as const))) as never,
    );
  }
  database.close();
  return all;
}

/** The database is as it was then. */
async function rollBack(records: Map<string, [IDBValidKey, unknown][]>): Promise<void> {
  lose();
  const database = await openDB(DATABASE, DATABASE_VERSION, {
    upgrade: (created) => {
      for (const name of STORES) created.createObjectStore(name);
    },
  });
  for (const [name, entries] of records) {
    for (const [key, value] of entries) await database.put(name, value, key);
  }
  database.close();
}

beforeEach(() => {
  lose();
  now = MORNING;
  ids = 1;
  copy = aCopy();
});
afterEach(() => vi.unstubAllGlobals());

describe('a database that is gone', () => {
  it('comes back whole: sheets, the walk under way, the place, what was handed over', async () => {
    const store = aLife();
    await store.setPlace(PLACE);
    await complete(store, await begun(store));
    now += 24 * HOUR;
    const open = await begun(store);
    const sheets = await store.sealForExport();
    await store.handOver({
      day: '2026-11-25',
      name: 'a.json',
      total: 1,
      sheets: sheets?.map(({ id }) => id) ?? [],
    });
    lose();
    const after = aLife();
    expect(await after.sealForExport()).toEqual(sheets);
    expect(await after.place()).toEqual(PLACE);
    expect(await after.lastHandOver()).toMatchObject({ name: 'a.json', total: 1 });
    expect((await after.openWalks()).map(({ walk }) => walk.id)).toEqual([open.id]);
    expect(await complete(after, open)).toBe('counted');
    expect(totals(await after.sheets())).toEqual({ started: 2, completed: 2, stopped: 0, left: 0 });
  });

  it('comes back to the page that is open, too: the walk under way is counted', async () => {
    const store = aLife();
    const walk = await begun(store);
    await closeAndDelete();
    await store.save(walk);
    expect(await complete(store, walk)).toBe('counted');
    expect(totals(await store.sheets())).toEqual({ started: 1, completed: 1, stopped: 0, left: 0 });
  });

  it('a copy that cannot be read changes nothing', async () => {
    copy.all.set('now', '{"walks":[3],"ended":"x","current":{"id":1}}');
    copy.all.set('sheet-abc', '[]');
    const store = aLife();
    expect(await complete(store, await begun(store))).toBe('counted');
    expect(totals(await store.sheets()).completed).toBe(1);
  });
});

it('a sheet that is old and was handed over goes from the copy too, and does not come back', async () => {
  const store = aLife();
  await complete(store, await begun(store));
  now += 401 * 24 * HOUR;
  await begun(store);
  const sheets = (await store.sealForExport()) ?? [];
  await store.handOver({ day: '2027-12-30', name: 'a.json', total: 1, sheets: sheets.map(({ id }) => id) });
  await store.openWalks();
  const left = (await store.sheets())?.map(({ id }) => id);
  expect(left).toHaveLength(sheets.length - 1);
  lose();
  expect((await aLife().sheets())?.map(({ id }) => id)).toEqual(left);
});

type Event =
  | { kind: 'begin' | 'end' | 'export' | 'remember' }
  | { kind: 'pass'; hours: number }
  /** The browser is killed, and at its next start the database is as it was once, or empty. */
  | { kind: 'die'; back: number };

const event: fc.Arbitrary<Event> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom<Event>({ kind: 'begin' }, { kind: 'end' }) },
  fc.constantFrom<Event>({ kind: 'export' }, { kind: 'remember' }),
  fc.record({ kind: fc.constant('pass' as const), hours: fc.integer({ min: 0, max: 30 }) }),
  fc.record({ kind: fc.constant('die' as const), back: fc.nat(3) }),
);

it('whatever a database loses between two lives, what was confirmed is counted once, and sealed sheets stay', async () => {
  await fc.assert(
    fc
      .asyncProperty(fc.array(event, { maxLength: 40 }), async (events) => {
        let store = aLife();
        let walk: Walk | undefined;
        let started = 0;
        let confirmed = 0;
        const memories: Awaited<ReturnType<typeof dump>>[] = [];
        const sealed = new Map<string, string>();
        for (const one of events) {
          switch (one.kind) {
            case 'begin':
              walk = aWalk();
              expect(await store.begin(walk)).toBe('counted');
              started += 1;
              break;
            case 'end':
              if (walk && (await complete(store, walk)) === 'counted') confirmed += 1;
              walk = undefined;
              break;
            case 'export':
              for (const sheet of (await store.sealForExport()) ?? []) {
                const content = JSON.stringify(sheet);
                expect(sealed.get(sheet.id) ?? content).toBe(content);
                sealed.set(sheet.id, content);
              }
              break;
            case 'remember':
              memories.push(await dump());
              break;
            case 'pass':
              now += one.hours * HOUR;
              break;
            case 'die': {
              const memory = memories.at(-one.back);
              await (one.back > 0 && memory ? rollBack(memory) : lose());
              store = aLife();
              walk = undefined;
              break;
            }
          }
        }
        const open = (await store.openWalks()).length;
        const found = totals(await store.sheets());
        expect(found.started).toBe(started);
        expect(found.completed).toBe(confirmed);
        expect(found.completed + found.left + open).toBe(started);
      })
      .beforeEach(() => {
        lose();
        now = MORNING;
        copy = aCopy();
      }),
    { numRuns: process.env.FAULTS === 'full' ? 3_000 : 80 },
  );
});

async function begun(store: Store): Promise<Walk> {
  const walk = aWalk();
  expect(await store.begin(walk)).toBe('counted');
  return walk;
}
