import type { Day } from '../guide/guide';
import { here, type Walk } from '../walk/walk';
import { dayOf, daysBefore } from './day';
import { outcomeRows, type Row, startedRows } from './row';
import { addRows, newSheet, type Sheet } from './sheet';

/** An open walk as it is kept, so that it can be taken up after a reload. */
export interface OpenWalk {
  walk: Walk;
  /** When it was last touched, milliseconds of wall time. */
  touched: number;
}

/** Where counting stands on one device: what the store keeps, as one value. */
export interface Book {
  /** The sheet being written on, if any. */
  current?: Sheet;
  /** The latest day ever seen. */
  lastDay: Day;
}

/** What a transition depends on besides the book, so that it stays pure. */
export interface Moment {
  now: number;
  /** 128 random bits, hexadecimal; used when a new sheet is needed. */
  newId: string;
  /** The day the app was built on. */
  built: Day;
}

/** A book after a transition, and the sheet that was sealed by it: never written on again. */
export interface Turned {
  book: Book;
  sealed?: Sheet;
}

/** A walk that nobody has touched for this long was left, not interrupted. */
const LEFT_AFTER_MS = 2 * 3_600_000;
/** An export carries the sealed sheets of so many days. */
const EXPORT_DAYS = 400;

/** Adds rows to today's sheet. When the day has changed, the old sheet is sealed and a new one begun. */
export function write(book: Book, rows: Row[], moment: Moment): Turned {
  const day = dayOf(moment.now);
  if (book.current?.day === day) return { book: { ...book, current: addRows(book.current, rows) } };
  const clock = day < moment.built || day < book.lastDay ? 'suspect' : 'ok';
  const current = addRows(newSheet(moment.newId, day, clock), rows);
  const lastDay = day > book.lastDay ? day : book.lastDay;
  return {
    book: { current, lastDay },
    ...(book.current && { sealed: sealedOn(book.current, day, moment.built) }),
  };
}

/** Seals the sheet being written on, for an export; what comes after goes on a new one. */
export function seal(book: Book, today: Day, built: Day): Turned {
  if (!book.current) return { book };
  return { book: { lastDay: book.lastDay }, sealed: sealedOn(book.current, today, built) };
}

/**
 * A sheet as it is sealed: one over a day ahead of today is in doubt, unless it is certain that today is what is wrong.
 */
function sealedOn(sheet: Sheet, today: Day, built: Day): Sheet {
  return today >= built && sheet.day > daysBefore(today, -1) ? { ...sheet, clock: 'suspect' } : sheet;
}

/** The rows of a walk that begins, with those of the one it takes the place of. */
export function beginRows(walk: Walk, replaced: Walk | undefined): Row[] {
  const left = replaced ? outcomeRows(replaced, { kind: 'left', at: here(replaced) }) : [];
  return [...left, ...startedRows(walk)];
}

/** Whether an open walk is to be counted as left: nobody came back to it, or the clock makes no sense. */
export function isLeft(open: OpenWalk, now: number): boolean {
  return Math.abs(now - open.touched) > LEFT_AFTER_MS;
}

/** Whether a sealed sheet goes into an export made on this day: all of 400 days, and any that never went. */
export function isCarried(sheet: Sheet, handedOver: ReadonlySet<string>, today: Day): boolean {
  return sheet.day >= daysBefore(today, EXPORT_DAYS) || !handedOver.has(sheet.id);
}

/** Whether a sealed sheet may go: it was handed over, and is so old that no export carries it any more. */
export function isSpent(sheet: Sheet, handedOver: ReadonlySet<string>, today: Day): boolean {
  return !isCarried(sheet, handedOver, today);
}
