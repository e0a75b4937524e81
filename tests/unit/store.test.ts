import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { dayOf } from '../../src/tally/day';
import type { Row } from '../../src/tally/row';
import { countOutcomes, type Sheet } from '../../src/tally/sheet';
import { createStore, type Store } from '../../src/tally/store';
import { totalsOf } from '../../src/tally/totals';
import { advance, beginWalk, isOutcome, type Outcome, type Walk } from '../../src/walk/walk';
import { noCopy } from './a-copy';
import { aGuide } from './a-guide';

const guide = aGuide();
const MORNING = Date.parse('2026-11-24T01:00:00Z');
const HOUR = 3_600_000;

let clock: { now: number };
let ids: number;

function aStore(): Store {
  return createStore({
    now: () => clock.now,
    newId: () => (ids++).toString(16).padStart(32, '0'),
    built: '2026-11-01',
    copy: noCopy,
  });
}

function aWalk(id: string): Walk {
  return beginWalk(guide, { id, mode: 'helped', started: clock.now });
}

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
  clock = { now: MORNING };
  ids = 1;
});
afterEach(() => vi.unstubAllGlobals());

/** What can happen on a device with several tabs, in any order, any number of times. */
type Event =
  | { kind: 'begin'; tab: number }
  | { kind: 'show'; tab: number; step: string }
  | { kind: 'help'; tab: number }
  | { kind: 'end'; tab: number; how: 'complete' | 'stop' | 'leave'; taps: number }
  | { kind: 'reload'; tab: number }
  | { kind: 'pass'; hours: number }
  | { kind: 'export' };

const TABS = 3;
const tab = fc.nat(TABS - 1);
const event: fc.Arbitrary<Event> = fc.oneof(
  fc.record({ kind: fc.constant('begin' as const), tab }),
  fc.record({
    kind: fc.constant('show' as const),
    tab,
    step: fc.constantFrom(...guide.steps.map(({ id }) => id)),
  }),
  fc.record({ kind: fc.constant('help' as const), tab }),
  fc.record({
    kind: fc.constant('end' as const),
    tab,
    how: fc.constantFrom('complete', 'stop', 'leave'),
    taps: fc.integer({ min: 1, max: 3 }),
  }),
  fc.record({ kind: fc.constant('reload' as const), tab }),
  fc.record({ kind: fc.constant('pass' as const), hours: fc.integer({ min: -30, max: 30 }) }),
  fc.constant({ kind: 'export' as const }),
);

/** Plays events against the real store; answers the outcomes that the screen was told of as counted. */
async function play(store: Store, events: Event[]) {
  const walks: (Walk | undefined)[] = [];
  const sealed = new Map<string, string>();
  let begun = 0;
  let confirmed = 0;
  for (const one of events) {
    switch (one.kind) {
      case 'begin': {
        const walk = aWalk(`w${ids++}`);
        await store.begin(walk, walks[one.tab]);
        walks[one.tab] = walk;
        begun += 1;
        break;
      }
      case 'show':
      case 'help': {
        const walk = walks[one.tab];
        const next = walk && advance(guide, walk, one);
        if (!next || isOutcome(next)) break;
        walks[one.tab] = next;
        await store.save(next);
        break;
      }
      case 'end': {
        const walk = walks[one.tab];
        if (!walk) break;
        const outcome = end(walk, one.how);
        const answers = await Promise.all(Array.from({ length: one.taps }, () => store.end(walk, outcome)));
        confirmed += answers.filter((answer) => answer === 'counted').length;
        break;
      }
      case 'reload': {
        const id = walks[one.tab]?.id;
        walks[one.tab] = (await store.openWalks()).find(({ walk }) => walk.id === id)?.walk;
        break;
      }
      case 'pass':
        clock.now += one.hours * HOUR;
        break;
      case 'export':
        for (const sheet of (await store.sealForExport()) ?? []) {
          const content = JSON.stringify(sheet);
          expect(sealed.get(sheet.id) ?? content).toBe(content);
          sealed.set(sheet.id, content);
        }
        break;
    }
  }
  return { begun, confirmed };
}

function end(walk: Walk, how: 'complete' | 'stop' | 'leave'): Outcome {
  const actions = {
    complete: { kind: 'complete', now: clock.now },
    stop: { kind: 'stop', reason: 'other' },
    leave: { kind: 'leave' },
  } as const;
  const outcome = advance(guide, walk, actions[how]);
  if (!isOutcome(outcome)) throw new Error('not an end');
  return outcome;
}

const rowsOf = (sheets: Sheet[]): Row[] => sheets.flatMap((sheet) => sheet.rows);

describe('law 1: once', () => {
  it('counts a walk once, however often the finish button is pressed, from whatever tab', async () => {
    const store = aStore();
    const other = aStore();
    const walk = aWalk('w');
    await store.begin(walk);
    const answers = await Promise.all(
      [store, other, store, other].map((one) => one.end(walk, end(walk, 'complete'))),
    );
    expect(answers.sort()).toEqual(['already', 'already', 'already', 'counted']);
    expect(totalsOf(rowsOf((await store.sheets()) ?? []))).toEqual({
      started: 1,
      completed: 1,
      stopped: 0,
      left: 0,
    });
  });

  it('does not bring a walk back to life by a save that comes late', async () => {
    const store = aStore();
    const walk = aWalk('w');
    await store.begin(walk);
    await store.end(walk, end(walk, 'stop'));
    await store.save(walk);
    expect(await store.openWalks()).toEqual([]);
  });

  it('a begun walk that takes the place of another ends that one as left', async () => {
    const store = aStore();
    await store.begin(aWalk('a'));
    await store.begin(aWalk('b'), aWalk('a'));
    expect(await store.end(aWalk('a'), { kind: 'left', at: 'bring' })).toBe('already');
    expect(totalsOf(rowsOf((await store.sheets()) ?? []))).toEqual({
      started: 2,
      completed: 0,
      stopped: 0,
      left: 1,
    });
  });

  it('counts a walk as left when nobody came back to it', async () => {
    const store = aStore();
    await store.begin(aWalk('a'));
    clock.now += 3 * HOUR;
    expect(await store.openWalks()).toEqual([]);
    expect(totalsOf(rowsOf((await store.sheets()) ?? [])).left).toBe(1);
  });
});

describe('law 2: conserved', () => {
  it('completed + stopped + left = started − open, and reached ≥ stopped + left for each step', async () => {
    await fc.assert(
      fc
        .asyncProperty(fc.array(event, { maxLength: 40 }), async (events) => {
          const store = aStore();
          const { begun, confirmed } = await play(store, events);
          const open = (await store.openWalks()).length;
          const rows = rowsOf((await store.sheets()) ?? []);
          const totals = totalsOf(rows);
          expect(totals.started).toBe(begun);
          expect(totals.completed + totals.stopped + totals.left).toBe(begun - open);
          expect(countOutcomes(rows)).toBeGreaterThanOrEqual(confirmed);
          for (const { id } of guide.steps) {
            const sum = (...events: Row['event'][]) =>
              rows.reduce(
                (total, row) => total + (row.step === id && events.includes(row.event) ? row.count : 0),
                0,
              );
            expect(sum('reached')).toBeGreaterThanOrEqual(sum('stopped', 'left'));
          }
        })
        .beforeEach(() => {
          vi.stubGlobal('indexedDB', new IDBFactory());
          clock = { now: MORNING };
        }),
      { numRuns: process.env.FAULTS === 'full' ? 3_000 : 60 },
    );
  });
});

describe('law 3: sealed', () => {
  it('what comes after an export goes on a new sheet of the same day', async () => {
    const store = aStore();
    await store.begin(aWalk('a'));
    const before = await store.sealForExport();
    await store.begin(aWalk('b'));
    const after = await store.sealForExport();
    expect(before).toHaveLength(1);
    expect(after).toHaveLength(2);
    expect(after).toEqual(expect.arrayContaining(before ?? []));
  });

  it('a walk that ends after midnight goes on the sheet of the day on which it ended', async () => {
    const store = aStore();
    clock.now = Date.parse('2026-11-24T16:55:00Z');
    const walk = aWalk('a');
    await store.begin(walk);
    clock.now += 10 * 60_000;
    await store.end(walk, end(walk, 'complete'));
    const sheets = (await store.sheets()) ?? [];
    expect(sheets.map(({ day }) => day).sort()).toEqual(['2026-11-24', '2026-11-25']);
  });

  it('marks a day that cannot be right, and counts it', async () => {
    const store = aStore();
    await store.begin(aWalk('a'));
    clock.now -= 48 * HOUR;
    await store.begin(aWalk('b'));
    clock.now = Date.parse('2020-01-01T00:00:00Z');
    await store.begin(aWalk('c'));
    const sheets = (await store.sheets()) ?? [];
    expect(Object.fromEntries(sheets.map(({ day, clock: mark }) => [day, mark]))).toEqual({
      // Two days ahead of the clock, when that was set back: either may be wrong, so both are named.
      '2026-11-24': 'suspect',
      '2026-11-22': 'suspect',
      '2020-01-01': 'suspect',
    });
    expect(totalsOf(rowsOf(sheets)).started).toBe(3);
  });

  it('days are those of Viet Nam, whatever the device thinks', () => {
    expect(dayOf(Date.parse('2026-11-24T16:59:59Z'))).toBe('2026-11-24');
    expect(dayOf(Date.parse('2026-11-24T17:00:00Z'))).toBe('2026-11-25');
  });
});

describe('law 5: never in the way', () => {
  it('answers that it did not count when the database cannot be opened', async () => {
    const broken = {
      open: () => {
        throw new DOMException('refused', 'SecurityError');
      },
    };
    vi.stubGlobal('indexedDB', broken);
    const store = aStore();
    expect(await store.begin(aWalk('a'))).toBe('not-counted');
    expect(await store.end(aWalk('a'), { kind: 'left', at: 'bring' })).toBe('not-counted');
    expect(await store.openWalks()).toEqual([]);
    expect(await store.sheets()).toBeUndefined();
    expect(await store.sealForExport()).toBeUndefined();
    expect(await store.setPlace({ province: '', commune: '', team: '', tablet: '' })).toBe('not-saved');
  });

  it('counts again once the database is back', async () => {
    const sound = indexedDB;
    vi.stubGlobal('indexedDB', {
      open: () => {
        throw new DOMException('refused', 'SecurityError');
      },
    });
    const store = aStore();
    expect(await store.begin(aWalk('a'))).toBe('not-counted');
    vi.stubGlobal('indexedDB', sound);
    expect(await store.begin(aWalk('b'))).toBe('counted');
  });
});
