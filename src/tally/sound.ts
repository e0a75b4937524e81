import { isDay } from '../guide/day';
import type { Book, OpenWalk } from './book';
import type { HandedOver } from './export';
import type { Sheet } from './sheet';

/**
 * What lies in the database may have been written by an older or newer version, by another program, or by a disk
 * that fails. These say whether a record is one that this version understands; it touches no other.
 */
export function isSheet(value: unknown): value is Sheet {
  return (
    isRecord(value) &&
    hasOnly(value, ['id', 'day', 'clock', 'rows']) &&
    typeof value.id === 'string' &&
    typeof value.day === 'string' &&
    isDay(value.day) &&
    (value.clock === undefined || value.clock === 'suspect') &&
    Array.isArray(value.rows) &&
    value.rows.every(isRow)
  );
}

/** Whether this is where counting stands. */
export function isBook(value: unknown): value is Book {
  return (
    isRecord(value) &&
    hasOnly(value, ['current', 'lastDay']) &&
    (value.lastDay === '' || (typeof value.lastDay === 'string' && isDay(value.lastDay))) &&
    (value.current === undefined || isSheet(value.current))
  );
}

/** Whether this is a walk under way. */
export function isOpenWalk(value: unknown): value is OpenWalk {
  if (!isRecord(value) || typeof value.touched !== 'number' || !isRecord(value.walk)) return false;
  const { walk } = value;
  return (
    ['id', 'guide', 'revision', 'locale', 'mode'].every((key) => typeof walk[key] === 'string') &&
    typeof walk.started === 'number' &&
    isTexts(walk.trail) &&
    walk.trail.length > 0 &&
    isTexts(walk.reached) &&
    isTexts(walk.helped)
  );
}

/** Whether this is the note of what was handed over. */
export function isHandedOver(value: unknown): value is HandedOver {
  return (
    isRecord(value) &&
    isTexts(value.sheets) &&
    typeof value.day === 'string' &&
    typeof value.name === 'string'
  );
}

const ROW_TEXTS = ['guide', 'revision', 'locale', 'mode', 'event', 'step', 'reason', 'minutes'];

function isRow(value: unknown): boolean {
  return (
    isRecord(value) &&
    hasOnly(value, [...ROW_TEXTS, 'count']) &&
    ROW_TEXTS.every((key) => typeof value[key] === 'string') &&
    Number.isSafeInteger(value.count) &&
    Number(value.count) > 0
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A key more means a newer version, which may mean something by it that we would lose. */
function hasOnly(value: Record<string, unknown>, keys: string[]): boolean {
  return Object.keys(value).every((key) => keys.includes(key));
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}
