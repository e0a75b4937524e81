import type { DBSchema, IDBPDatabase } from 'idb';
import type { Book, OpenWalk } from './book';
import type { TeamPlace } from './export';
import type { Sheet } from './sheet';

export const DATABASE = 'tung-buoc';
export const DATABASE_VERSION = 1;

/** What the database holds, version 1. */
export interface Schema extends DBSchema {
  /** Walks under way, by walk id. */
  walks: { key: string; value: OpenWalk };
  /** Sealed sheets, by sheet id; only ever added to. */
  sealed: { key: string; value: Sheet };
  /** The book under `book`, the team's place under `place`. */
  state: { key: 'book' | 'place'; value: Book | TeamPlace };
}

export type Database = IDBPDatabase<Schema>;

/** Brings a database of any earlier version to this one. */
export function upgrade(database: Database, from: number): void {
  if (from < 1) {
    database.createObjectStore('walks');
    database.createObjectStore('sealed');
    database.createObjectStore('state');
  }
}
