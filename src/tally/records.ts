import type { Day } from '../guide/guide';
import { type Book, type Moment, type Turned, write } from './book';
import type { EndedWalk, Transaction } from './database';
import { daysBefore } from './day';
import type { HandedOver } from './export';
import type { Row } from './row';
import type { Sheet } from './sheet';
import { isBook, isHandedOver, isSheet } from './sound';

export async function writeRows(tx: Transaction, rows: Row[], moment: Moment): Promise<void> {
  await keep(tx, write(await bookToWrite(tx, moment.newId), rows, moment));
}

/** Where counting stands. */
export async function readBook(tx: Transaction): Promise<Book> {
  const stored: unknown = await tx.objectStore('state').get('book');
  return isBook(stored) ? stored : { lastDay: '' };
}

/** The same, before it is written over: what is there and is not ours is laid aside. */
export async function bookToWrite(tx: Transaction, asideId: string): Promise<Book> {
  const stored: unknown = await tx.objectStore('state').get('book');
  if (stored !== undefined && !isBook(stored)) await tx.objectStore('aside').add(stored, asideId);
  return isBook(stored) ? stored : { lastDay: '' };
}

export async function readHandedOver(tx: Transaction): Promise<HandedOver | undefined> {
  const stored: unknown = await tx.objectStore('state').get('handed-over');
  return isHandedOver(stored) ? stored : undefined;
}

export async function sealedSheets(tx: Transaction): Promise<Sheet[]> {
  return ((await tx.objectStore('sealed').getAll()) as unknown[]).filter(isSheet);
}

/** Ids are random and gone after a day; a sitting has no more ends than this that could still be tapped again. */
const ENDED_KEPT = 200;

export async function endedWalks(tx: Transaction): Promise<EndedWalk[]> {
  const stored: unknown = await tx.objectStore('state').get('ended');
  return Array.isArray(stored) ? (stored as EndedWalk[]).filter((one) => typeof one?.id === 'string') : [];
}

export async function wasEnded(tx: Transaction, id: string): Promise<boolean> {
  return (await endedWalks(tx)).some((ended) => ended.id === id);
}

export async function noteEnded(tx: Transaction, ids: string[], day: Day): Promise<void> {
  const recent = (await endedWalks(tx)).filter((ended) => ended.day >= daysBefore(day, 1));
  const ended = [...recent, ...ids.map((id) => ({ id, day }))].slice(-ENDED_KEPT);
  await tx.objectStore('state').put(ended, 'ended');
}

/** `add` and not `put`: the database itself refuses to change a sealed sheet. */
export async function keep(tx: Transaction, { book, sealed }: Turned): Promise<void> {
  if (sealed) await tx.objectStore('sealed').add(sealed, sealed.id);
  await tx.objectStore('state').put(book, 'book');
}
