import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB } from 'idb';
import type { Day } from '../guide/guide';
import type { Book, OpenWalk } from './book';
import type { HandedOver, TeamPlace } from './export';
import type { Sheet } from './sheet';
import { type Trouble, troubleOf } from './trouble';

export const DATABASE = 'tung-buoc';
export const DATABASE_VERSION = 2;

/** A walk that has ended, remembered for a day so that a second tap is known from a walk that was lost. */
export interface EndedWalk {
  id: string;
  day: Day;
}

/** What the database holds, version 2. Version 1 had no `aside`. */
interface Schema extends DBSchema {
  /** Walks under way, by walk id. */
  walks: { key: string; value: OpenWalk };
  /** Sealed sheets, by sheet id; only ever added to, until they are old and were handed over. */
  sealed: { key: string; value: Sheet };
  /** Where counting stands, where the device stands, and what was handed over. */
  state: {
    key: 'book' | 'place' | 'handed-over' | 'ended';
    value: Book | TeamPlace | HandedOver | EndedWalk[];
  };
  /** Records that this version does not understand, and that would otherwise be written over. */
  aside: { key: string; value: unknown };
}

const STORES = ['walks', 'sealed', 'state', 'aside'] as const;

export type Transaction = IDBPTransaction<Schema, (typeof STORES)[number][], 'readwrite'>;
type Database = IDBPDatabase<Schema>;

/** What came of a transaction. `why` when nothing of it was done. */
export type Done<T> = { value: T } | { why: Trouble };

/** The longest that a person waits for the database to open or to answer. */
const PATIENCE_MS = 4_000;

/** Runs work in one transaction. Answers when it is committed, or when it is certain that it will not be. */
export type Transact = <T>(
  durability: 'strict' | 'relaxed',
  work: (tx: Transaction) => Promise<T>,
) => Promise<Done<T>>;

export interface Connection {
  transact: Transact;
  /** Whether the next transaction finds the database open, the same as the one before. */
  isOpen(): boolean;
}

/** The device's database, opened when first asked for, and again after it was closed under us. */
export function connect(): Connection {
  const database = opener();
  const transact: Transact = async (durability, work) => {
    const open = await database.open();
    if ('why' in open) return open;
    try {
      return await inTransaction(open.value, durability, work);
    } catch (error) {
      database.forget();
      return { why: troubleOf(error) };
    }
  };
  return { transact, isOpen: database.isOpen };
}

async function inTransaction<T>(
  database: Database,
  durability: 'strict' | 'relaxed',
  work: (tx: Transaction) => Promise<T>,
): Promise<Done<T>> {
  const tx = database.transaction([...STORES], 'readwrite', { durability });
  // Handled at once: an abort must not show as an unhandled rejection while `work` is still failing.
  const done = tx.done.then(
    () => undefined,
    (error: unknown) => troubleOf(error ?? tx.error),
  );
  let failed: Trouble | undefined;
  const giveUp = (why: Trouble) => {
    failed ??= why;
    try {
      tx.abort();
    } catch {
      // Already over: whether it was committed is what `done` tells.
    }
  };
  const timer = setTimeout(giveUp, PATIENCE_MS, 'slow');
  // A transaction that was aborted leaves its last request unanswered in some browsers.
  const result = await Promise.race([
    work(tx).then(
      (value) => ({ value }),
      (error: unknown) => giveUp(troubleOf(error)),
    ),
    done.then((why) => (why === undefined ? new Promise<never>(() => {}) : undefined)),
  ]);
  const why = await done;
  clearTimeout(timer);
  return why === undefined && result ? result : { why: failed ?? why ?? 'unknown' };
}

/** The open database, opened once, and again after it was closed under us. */
function opener() {
  let opening: Promise<Done<Database>> | undefined;
  const forget = () => {
    opening = undefined;
  };

  async function openOnce(): Promise<Done<Database>> {
    let waitingFor: Trouble = 'slow';
    try {
      const opened = openDB<Schema>(DATABASE, DATABASE_VERSION, {
        upgrade,
        blocked: () => {
          waitingFor = 'blocked';
        },
        // Another tab wants a newer version: give way, and open again when next asked.
        blocking: (_current, _blocked, event) => {
          forget();
          (event.target as IDBDatabase).close();
        },
        terminated: forget,
      });
      // One that comes too late is not held open: it would block the next upgrade.
      let late = false;
      const value = opened.then(
        (database): Done<Database> => {
          if (late) database.close();
          return { value: database };
        },
        (error: unknown): Done<Database> => ({ why: troubleOf(error) }),
      );
      return await Promise.race([
        value,
        after(PATIENCE_MS).then((): Done<Database> => {
          late = true;
          return { why: waitingFor };
        }),
      ]);
    } catch (error) {
      return { why: troubleOf(error) };
    }
  }

  return {
    forget,
    isOpen: () => opening !== undefined,
    async open(): Promise<Done<Database>> {
      opening ??= openOnce();
      const result = await opening;
      if ('why' in result) forget();
      return result;
    },
  };
}

/** Brings a database of any earlier version to this one: what is there stays, whoever made it. */
function upgrade(database: Database): void {
  for (const name of STORES) {
    if (!database.objectStoreNames.contains(name)) database.createObjectStore(name);
  }
}

function after(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
