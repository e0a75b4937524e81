import type { OpenWalk } from './book';
import type { Connection, EndedWalk, Transact, Transaction } from './database';
import type { HandedOver, TeamPlace } from './export';
import { endedWalks, readBook, readHandedOver } from './records';
import { largestOf, type Sheet } from './sheet';
import { isHandedOver, isOpenWalk, isSheet } from './sound';
import type { Trouble } from './trouble';

/** Where a second copy of the counts lies, apart from the database. No call rejects, or waits for ever. */
export interface CopyPlace {
  /** The names of all there is; none where nothing can be kept. */
  names(): Promise<string[]>;
  /** undefined where it is not there, or cannot be read. */
  read(name: string): Promise<unknown>;
  write(name: string, value: unknown): Promise<void>;
  remove(names: string[]): Promise<void>;
  /** Work that no other tab does at the same time. */
  alone<T>(work: () => Promise<T>): Promise<T>;
}

/** Where counting stands, written as one, after each transaction that counted. */
interface Standing {
  current?: Sheet;
  walks: OpenWalk[];
  ended: EndedWalk[];
}

const NOW = 'now';
const PLACE = 'place';
const HANDED_OVER = 'handed-over';
const SHEET = 'sheet-';

/**
 * Keeps a second copy, and brings back from it what the database has lost. Chrome's database appends to its log after a
 * record that a power cut has torn; at the start after that it finds the tear, and drops all that it holds, confirmed
 * or not. Counts only grow and sheets have ids, so the larger of two counts is the right one, and nothing is counted twice.
 */
export function secondCopy({ transact, isOpen }: Connection, copy: CopyPlace) {
  /** While it goes on. */
  let restoring: Promise<Trouble | undefined> | undefined;
  /** The sheet that the copy holds as the current one, as far as this tab knows. */
  let copied: string | undefined;

  return {
    /**
     * Brings back what is lost, each time that the database is to be opened; answers why it could not be looked for.
     * To be done before anything else.
     */
    async restore(): Promise<Trouble | undefined> {
      if (!restoring && !isOpen()) {
        restoring = copy
          .alone(() => restore(transact, copy))
          .finally(() => {
            restoring = undefined;
          });
      }
      return restoring;
    },

    /** Writes how counting stands now. */
    async keep(): Promise<void> {
      await copy.alone(async () => {
        // Opened anew it may hold less than the copy.
        if (!isOpen()) return;
        const done = await transact('relaxed', standing);
        if ('why' in done) return;
        const id = done.value.current?.id;
        // The sheet before this one is sealed: it gets a place of its own before it is written over.
        if (id === undefined || id !== copied) await archive(transact, copy, id);
        await copy.write(NOW, done.value);
        copied = id;
      });
    },

    keepPlace: (place: TeamPlace) => copy.write(PLACE, place),
    keepHandedOver: (file: HandedOver) => copy.write(HANDED_OVER, file),

    /** Sheets that are to go from the database go from here first, or they would come back. Whether they are gone. */
    async forget(ids: string[]): Promise<boolean> {
      const names = ids.map((id) => SHEET + id);
      await copy.remove(names);
      const there = await copy.names();
      return !names.some((name) => there.includes(name));
    },
  };
}

async function standing(tx: Transaction): Promise<Standing> {
  const { current } = await readBook(tx);
  const walks = ((await tx.objectStore('walks').getAll()) as unknown[]).filter(isOpenWalk);
  return { ...(current && { current }), walks, ended: await endedWalks(tx) };
}

async function archive(transact: Transact, copy: CopyPlace, currentId: string | undefined): Promise<void> {
  const before = (await readNow(copy))?.current;
  if (!before || before.id === currentId) return;
  const sealed = await transact('relaxed', (tx) => tx.objectStore('sealed').get(before.id));
  await copy.write(SHEET + before.id, ('value' in sealed && sealed.value) || before);
}

async function readNow(copy: CopyPlace): Promise<Standing | undefined> {
  const value = (await copy.read(NOW)) as Partial<Standing> | undefined;
  if (!Array.isArray(value?.walks) || !Array.isArray(value.ended)) return undefined;
  const { current, walks, ended } = value;
  return {
    ...(isSheet(current) && { current }),
    walks: walks.filter(isOpenWalk),
    ended: ended.filter((one) => typeof one?.id === 'string' && typeof one.day === 'string'),
  };
}

async function restore(transact: Transact, copy: CopyPlace): Promise<Trouble | undefined> {
  const names = await copy.names();
  if (names.length === 0) return undefined;
  const found = await transact('relaxed', async (tx) => ({
    sealed: new Set((await tx.objectStore('sealed').getAllKeys()).map(String)),
    current: (await readBook(tx)).current,
  }));
  if ('why' in found) return found.why;
  const { sealed, current } = found.value;
  const now = await readNow(copy);
  const archived = names.filter((name) => name.startsWith(SHEET) && !sealed.has(name.slice(SHEET.length)));
  const isBehind = now?.current && !sealed.has(now.current.id) && !isWithin(now.current, current);
  if (archived.length === 0 && !isBehind) return undefined;

  const read = await Promise.all(archived.map((name) => copy.read(name)));
  const sheets = [...read.filter(isSheet), ...(now?.current ? [now.current] : [])];
  const place = (await copy.read(PLACE)) as TeamPlace | undefined;
  const handedOver = await copy.read(HANDED_OVER);
  const done = await transact('strict', async (tx) => {
    for (const sheet of sheets) await bringBack(tx, sheet);
    if (now) await bringBackWalks(tx, now);
    const state = tx.objectStore('state');
    if (place && !(await state.getKey('place'))) await state.put(place, 'place');
    if (isHandedOver(handedOver) && !(await readHandedOver(tx))) await state.put(handedOver, 'handed-over');
  });
  return 'why' in done ? done.why : undefined;
}

/** Whether all that a copy of a sheet has counted stands in the sheet itself. */
function isWithin(copied: Sheet, sheet: Sheet | undefined): boolean {
  return sheet?.id === copied.id && largestOf(sheet, copied).rows.every((row, i) => row === sheet.rows[i]);
}

/** Puts a sheet back as a sealed one: it may have been exported since, and what comes now goes on a new one. */
async function bringBack(tx: Transaction, sheet: Sheet): Promise<void> {
  const { current, lastDay } = await readBook(tx);
  const isCurrent = current?.id === sheet.id;
  const book = {
    ...(current && !isCurrent && { current }),
    lastDay: !sheet.clock && sheet.day > lastDay ? sheet.day : lastDay,
  };
  await tx.objectStore('state').put(book, 'book');
  if (await tx.objectStore('sealed').getKey(sheet.id)) return;
  await tx.objectStore('sealed').add(isCurrent ? largestOf(sheet, current) : sheet, sheet.id);
}

/** Walks that have ended are not opened again, and those that were open are not forgotten. */
async function bringBackWalks(tx: Transaction, { walks, ended }: Standing): Promise<void> {
  const known = await endedWalks(tx);
  const ids = new Set(known.map(({ id }) => id));
  const all = [...known, ...ended.filter(({ id }) => !ids.has(id))];
  await tx.objectStore('state').put(all, 'ended');
  for (const { id } of all) await tx.objectStore('walks').delete(id);
  const over = new Set(all.map(({ id }) => id));
  for (const open of walks) {
    if (over.has(open.walk.id) || (await tx.objectStore('walks').getKey(open.walk.id))) continue;
    await tx.objectStore('walks').put(open, open.walk.id);
  }
}
