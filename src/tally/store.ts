import { type IDBPTransaction, openDB } from 'idb';
import type { Day } from '../guide/guide';
import { here, type Outcome, type Walk } from '../walk/walk';
import {
  type Book,
  beginRows,
  isExported,
  isLeft,
  type Moment,
  type OpenWalk,
  seal,
  type Turned,
  write,
} from './book';
import { DATABASE, DATABASE_VERSION, type Database, type Schema, upgrade } from './database';
import { dayOf } from './day';
import type { TeamPlace } from './export';
import { outcomeRows, type Row } from './row';
import type { Sheet } from './sheet';

/** `already`: the walk had been ended before, in another tab or by an earlier tap. */
export type Ended = 'counted' | 'already' | 'not-counted';

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
  /** Seals the current sheet and reads the sealed ones of the last 400 days, in one transaction. */
  sealForExport(): Promise<Sheet[] | undefined>;
  place(): Promise<TeamPlace | undefined>;
  setPlace(place: TeamPlace): Promise<'saved' | 'not-saved'>;
}

/** What the store takes from outside. */
export interface Rim {
  /** Milliseconds since 1970. */
  now(): number;
  newId(): string;
  /** The day the app was built on. */
  built: Day;
}

/** The longest that a person waits for the database to open or to answer. */
const PATIENCE_MS = 4_000;

type Transaction = IDBPTransaction<Schema, ('walks' | 'sealed' | 'state')[], 'readwrite'>;

/** Opens the counts of this device when they are first asked for. The only place that opens IndexedDB. */
export function createStore(rim: Rim): Store {
  const database = opener();

  /** Runs `work` in one transaction; undefined when it could not be done, and then nothing of it was done. */
  async function transact<T>(
    durability: 'strict' | 'relaxed',
    work: (tx: Transaction) => Promise<T>,
  ): Promise<T | undefined> {
    const open = await database.open();
    if (!open) return undefined;
    try {
      const tx = open.transaction(['walks', 'sealed', 'state'], 'readwrite', { durability });
      // Handled at once: an abort must not show as an unhandled rejection while `work` is still failing.
      const done = tx.done.then(
        () => true,
        () => false,
      );
      const timer = setTimeout(() => abort(tx), PATIENCE_MS);
      const result = await work(tx).catch(() => abort(tx));
      const committed = await done;
      clearTimeout(timer);
      return committed ? (result as T) : undefined;
    } catch {
      database.forget();
      return undefined;
    }
  }

  const moment = (): Moment => ({ now: rim.now(), newId: rim.newId(), built: rim.built });

  return {
    async begin(walk, replaced) {
      const counted = await transact('relaxed', async (tx) => {
        const open = replaced && (await tx.objectStore('walks').get(replaced.id));
        if (replaced) await tx.objectStore('walks').delete(replaced.id);
        await tx.objectStore('walks').put({ walk, touched: rim.now() }, walk.id);
        await writeRows(tx, beginRows(walk, open?.walk), moment());
        return true;
      });
      return counted ? 'counted' : 'not-counted';
    },

    async save(walk) {
      await transact('relaxed', async (tx) => {
        const walks = tx.objectStore('walks');
        if (await walks.getKey(walk.id)) await walks.put({ walk, touched: rim.now() }, walk.id);
      });
    },

    async end(walk, outcome) {
      const ended = await transact('strict', async (tx): Promise<Ended> => {
        const walks = tx.objectStore('walks');
        if (!(await walks.getKey(walk.id))) return 'already';
        await walks.delete(walk.id);
        await writeRows(tx, outcomeRows(walk, outcome), moment());
        return 'counted';
      });
      return ended ?? 'not-counted';
    },

    async openWalks() {
      const walks = await transact('relaxed', async (tx) => {
        const all = await tx.objectStore('walks').getAll();
        const left = all.filter((open) => isLeft(open, rim.now()));
        for (const { walk } of left) {
          await tx.objectStore('walks').delete(walk.id);
          await writeRows(tx, outcomeRows(walk, { kind: 'left', at: here(walk) }), moment());
        }
        return all.filter((open) => !left.includes(open)).sort((a, b) => b.touched - a.touched);
      });
      return walks ?? [];
    },

    async sheets() {
      return transact('relaxed', async (tx) => {
        const { current } = await readBook(tx);
        return [...(await tx.objectStore('sealed').getAll()), ...(current ? [current] : [])];
      });
    },

    async sealForExport() {
      return transact('strict', async (tx) => {
        await keep(tx, seal(await readBook(tx)));
        const sealed = await tx.objectStore('sealed').getAll();
        return sealed.filter((sheet) => isExported(sheet, dayOf(rim.now())));
      });
    },

    async place() {
      return transact(
        'relaxed',
        async (tx) => (await tx.objectStore('state').get('place')) as TeamPlace | undefined,
      );
    },

    async setPlace(place) {
      const saved = await transact('strict', async (tx) =>
        Boolean(await tx.objectStore('state').put(place, 'place')),
      );
      return saved ? 'saved' : 'not-saved';
    },
  };
}

async function writeRows(tx: Transaction, rows: Row[], moment: Moment): Promise<void> {
  await keep(tx, write(await readBook(tx), rows, moment));
}

async function readBook(tx: Transaction): Promise<Book> {
  return ((await tx.objectStore('state').get('book')) as Book | undefined) ?? { lastDay: '' };
}

/** `add` and not `put`: the database itself refuses to change a sealed sheet. */
async function keep(tx: Transaction, { book, sealed }: Turned): Promise<void> {
  if (sealed) await tx.objectStore('sealed').add(sealed, sealed.id);
  await tx.objectStore('state').put(book, 'book');
}

function abort(tx: Transaction): undefined {
  try {
    tx.abort();
  } catch {
    // Already over: whether it was committed is what `tx.done` tells.
  }
}

/** The open database, opened once and again after it was closed under us; undefined when it cannot be had. */
function opener() {
  let opening: Promise<Database | undefined> | undefined;
  const forget = () => {
    opening = undefined;
  };

  async function openOnce(): Promise<Database | undefined> {
    try {
      const opened = openDB<Schema>(DATABASE, DATABASE_VERSION, {
        upgrade,
        // Another tab wants a newer version: give way, and open again when next asked.
        blocking: (_current, _blocked, event) => {
          forget();
          (event.target as IDBDatabase).close();
        },
        terminated: forget,
      });
      opened.catch(() => undefined);
      return await Promise.race([opened, after(PATIENCE_MS)]);
    } catch {
      return undefined;
    }
  }

  return {
    forget,
    async open(): Promise<Database | undefined> {
      opening ??= openOnce();
      const result = await opening;
      if (!result) forget();
      return result;
    },
  };
}

function after(ms: number): Promise<undefined> {
  return new Promise((resolve) => setTimeout(resolve, ms, undefined));
}
