import * as v from 'valibot';
import { isDay } from '../guide/day';
import { ID, LOCALES } from '../guide/guide';
import { EVENTS } from '../tally/row';
import { MINUTES } from '../walk/minutes';
import { REASONS } from '../walk/walk';

/** The largest count of one counter on one day: far beyond what a device can do. */
export const MOST = 1_000_000;

const name = v.pipe(v.string(), v.regex(ID), v.maxLength(80));

/** A counter; a closed list of keys. */
export const rowSchema = v.strictObject({
  guide: name,
  revision: v.pipe(v.string(), v.regex(/^[0-9a-f]{8}$/)),
  locale: v.picklist(LOCALES),
  mode: v.picklist(['helped', 'alone']),
  event: v.picklist(EVENTS),
  step: v.union([v.literal(''), name]),
  reason: v.picklist(['', ...REASONS]),
  minutes: v.picklist(['', ...MINUTES]),
  count: v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(MOST)),
});

/** A sheet; its rows, which are many, are looked at one by one. */
export const sheetSchema = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/)),
  day: v.pipe(v.string(), v.check(isDay)),
  clock: v.optional(v.literal('suspect')),
  rows: v.array(v.unknown()),
});
