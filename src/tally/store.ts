import type { Day } from '../guide/guide';
import { here, type Outcome, type Walk } from '../walk/walk';
import { beginRows, isCarried, isLeft, isSpent, type Moment, type OpenWalk, seal } from './book';
import { connect, type Done, type Transact, type Transaction } from './database';
import { dayOf } from './day';
import type { HandedOver, TeamPlace } from './export';
import {
  bookToWrite,
  keep,
  noteEnded,
  readBook,
  readHandedOver,
  sealedSheets,
  wasEnded,
  writeRows,
} from './records';
import { outcomeRows } from './row';
import { type CopyPlace, secondCopy } from './second-copy';
import type { Sheet } from './sheet';
import { isBook, isOpenWalk, isSheet } from './sound';
import type { Trouble } from './trouble';

/**
 * `already`: the walk had been ended before, in another tab or by an earlier tap. `lost`: it went with a database that
 * was cleared under it. `not-counted`: nothing was done, and it may be tried again.
 */
export type Ended = 'counted' | 'already' | 'lost' | 'not-counted';

/** All counting on this device. No call throws or waits for ever: what could not be done is in the answer. */
export interface Store {
  /** Counts a walk as started and keeps it open; ends `replaced`, if it is still open, as left. */
  begin(walk: Walk, replaced?: Walk): Promise<'counted' | 'not-counted'>;
  /** Keeps how far an open walk has come. Does nothing once the walk has ended. */
  save(walk: Walk): Promise<void>;
  /** Ends a walk: one transaction, on disk when this answers `counted`. */
  end(walk: Walk, outcome: Outcome): Promise<Ended>;
  /** The walks under way, last touched first, after those that nobody came back to were counted as left. */
  openWalks(): Promise<OpenWalk[]>;
  /** Every sheet, sealed ones and the one being written on; undefined when the database cannot be read. */
  sheets(): Promise<Sheet[] | undefined>;
  /** Seals the current sheet and reads the sealed ones that an export carries, in one transaction. */
  sealForExport(): Promise<Sheet[] | undefined>;
  /** Notes that sheets were handed over in a file. Deletes nothing. */
  handOver(file: HandedOver): Promise<'saved' | 'not-saved'>;
  /** The last hand-over, if there was one. */
  lastHandOver(): Promise<HandedOver | undefined>;
  /** Records that this version does not understand: they are kept as they are, and counted nowhere. */
  setAside(): Promise<number>;
  place(): Promise<TeamPlace | undefined>;
  setPlace(place: TeamPlace): Promise<'saved' | 'not-saved'>;
  /** Why the last call could not be done; undefined when it could. */
  trouble(): Trouble | undefined;
}

/** What the store takes from outside. */
export interface Rim {
  /** Milliseconds since 1970. */
  now(): number;
  newId(): string;
  /** The day the app was built on. */
  built: Day;
  copy: CopyPlace;
}

/** Opens the counts of this device when they are first asked for. */
export function createStore(rim: Rim): Store {
  const connection = connect();
  const copy = secondCopy(connection, rim.copy);
  let trouble: Trouble | undefined;
  const transact: Transact = async (durability, work) => {
    const why = await copy.restore();
    const done = why === undefined ? await connection.transact(durability, work) : { why };
    trouble = 'why' in done ? done.why : undefined;
    return done;
  };
  const moment = (): Moment => ({ now: rim.now(), newId: rim.newId(), built: rim.built });

  return {
    trouble: () => trouble,

    async begin(walk, replaced) {
      const done = await transact('relaxed', async (tx) => {
        const open: unknown = replaced && (await tx.objectStore('walks').get(replaced.id));
        if (replaced) await tx.objectStore('walks').delete(replaced.id);
        if (isOpenWalk(open)) await noteEnded(tx, [open.walk.id], dayOf(rim.now()));
        await tx.objectStore('walks').put({ walk, touched: rim.now() }, walk.id);
        await writeRows(tx, beginRows(walk, isOpenWalk(open) ? open.walk : undefined), moment());
      });
      if ('why' in done) return 'not-counted';
      await copy.keep();
      return 'counted';
    },

    async save(walk) {
      await transact('relaxed', async (tx) => {
        const walks = tx.objectStore('walks');
        if (await walks.getKey(walk.id)) await walks.put({ walk, touched: rim.now() }, walk.id);
      });
    },

    async end(walk, outcome) {
      const done = await transact('strict', async (tx): Promise<Ended> => {
        const walks = tx.objectStore('walks');
        // Not there: ended before, or lost with a database that was cleared under us.
        if (!(await walks.getKey(walk.id))) return (await wasEnded(tx, walk.id)) ? 'already' : 'lost';
        await walks.delete(walk.id);
        await noteEnded(tx, [walk.id], dayOf(rim.now()));
        await writeRows(tx, outcomeRows(walk, outcome), moment());
        return 'counted';
      });
      if ('why' in done) return 'not-counted';
      if (done.value === 'counted') await copy.keep();
      return done.value;
    },

    async openWalks() {
      const done = await transact('relaxed', async (tx) => {
        const all = ((await tx.objectStore('walks').getAll()) as unknown[]).filter(isOpenWalk);
        const left = all.filter((open) => isLeft(open, rim.now()));
        for (const { walk } of left) {
          await tx.objectStore('walks').delete(walk.id);
          await writeRows(tx, outcomeRows(walk, { kind: 'left', at: here(walk) }), moment());
        }
        const ids = left.map(({ walk }) => walk.id);
        if (ids.length > 0) await noteEnded(tx, ids, dayOf(rim.now()));
        const open = all.filter((one) => !left.includes(one)).sort((a, b) => b.touched - a.touched);
        return { open, hasLeft: ids.length > 0, spent: await spentSheets(tx) };
      });
      if ('why' in done) return [];
      const { open, hasLeft, spent } = done.value;
      if (hasLeft) await copy.keep();
      if (spent.length > 0 && (await copy.forget(spent))) {
        await transact('relaxed', async (tx) => {
          for (const id of spent) await tx.objectStore('sealed').delete(id);
        });
      }
      return open;
    },

    async sheets() {
      const done = await transact('relaxed', async (tx) => {
        const { current } = await readBook(tx);
        return [...(await sealedSheets(tx)), ...(current ? [current] : [])];
      });
      return got(done);
    },

    async sealForExport() {
      const done = await transact('strict', async (tx) => {
        await keep(tx, seal(await bookToWrite(tx, rim.newId()), dayOf(rim.now()), rim.built));
        const handedOver = new Set((await readHandedOver(tx))?.sheets);
        const today = dayOf(rim.now());
        return (await sealedSheets(tx)).filter((sheet) => isCarried(sheet, handedOver, today));
      });
      if ('why' in done) return undefined;
      await copy.keep();
      return done.value;
    },

    async handOver(file) {
      const done = await transact('strict', async (tx) => {
        const sheets = new Set([...((await readHandedOver(tx))?.sheets ?? []), ...file.sheets]);
        // Only of those that are still here: the note must not grow for ever.
        const here = new Set((await tx.objectStore('sealed').getAllKeys()).map(String));
        const known = [...sheets].filter((id) => here.has(id));
        const note = { ...file, sheets: known };
        await tx.objectStore('state').put(note, 'handed-over');
        return note;
      });
      if ('why' in done) return 'not-saved';
      await copy.keepHandedOver(done.value);
      return 'saved';
    },

    async lastHandOver() {
      return got(await transact('relaxed', readHandedOver));
    },

    async setAside() {
      const done = await transact('relaxed', async (tx) => {
        const sealed = (await tx.objectStore('sealed').getAll()) as unknown[];
        const walks = (await tx.objectStore('walks').getAll()) as unknown[];
        const book: unknown = await tx.objectStore('state').get('book');
        const strange = [
          ...sealed.filter((one) => !isSheet(one)),
          ...walks.filter((one) => !isOpenWalk(one)),
          ...(book === undefined || isBook(book) ? [] : [book]),
        ];
        return strange.length + (await tx.objectStore('aside').count());
      });
      return got(done) ?? 0;
    },

    async place() {
      const done = await transact(
        'relaxed',
        async (tx) => (await tx.objectStore('state').get('place')) as TeamPlace | undefined,
      );
      return got(done);
    },

    async setPlace(place) {
      const done = await transact('strict', async (tx) => {
        await tx.objectStore('state').put(place, 'place');
      });
      if ('why' in done) return 'not-saved';
      await copy.keepPlace(place);
      return 'saved';
    },
  };
}

function got<T>(done: Done<T>): T | undefined {
  return 'value' in done ? done.value : undefined;
}

/**
 * The sheets that are older than any export carries, and were handed over: they go, but never by an export itself. As
 * old as they were at the last hand-over: a clock that jumps ahead by itself makes nothing old.
 */
async function spentSheets(tx: Transaction): Promise<string[]> {
  const handedOver = await readHandedOver(tx);
  if (!handedOver) return [];
  const ids = new Set(handedOver.sheets);
  const spent = (await sealedSheets(tx)).filter((sheet) => isSpent(sheet, ids, handedOver.day));
  return spent.map(({ id }) => id);
}
