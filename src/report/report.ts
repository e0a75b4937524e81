import type { Day } from '../guide/guide';
import type { Period } from '../tally/export';
import { dayOfNumber } from './day-number';
import { type Figures, figuresOf } from './figures';
import { type HeardFrom, heardFrom } from './heard-from';
import type { Refusal } from './read-file';
import type { Union } from './union';
import { type Unusual, unusualIn } from './unusual';

/** A file that was not taken, and why. */
export interface RefusedFile {
  name: string;
  refusal: Refusal;
}

/** All that is shown of many exports, for one period. Plain data: it comes out of a worker. */
export interface Report {
  files: number;
  sheets: number;
  refused: RefusedFile[];
  devices: HeardFrom[];
  unusual: Unusual;
  /** The first and last day of any sheet whose day can be trusted. */
  days?: Period;
  /** Absent = all days. */
  period?: Period;
  figures: Figures;
}

/** The report on a union, for the days of a period or all of them. */
export function reportOf(union: Union, refused: RefusedFile[], period?: Period): Report {
  const days = daysOf(union);
  return {
    files: union.files,
    sheets: union.sheets.length,
    refused,
    devices: heardFrom(union),
    unusual: unusualIn(union),
    ...(days && { days }),
    ...(period && { period }),
    figures: figuresOf(union, period),
  };
}

function daysOf(union: Union): Period | undefined {
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { day, suspect, ahead } of union.sheets) {
    if (suspect || ahead) continue;
    from = Math.min(from, day);
    to = Math.max(to, day);
  }
  const day = (number: number): Day => dayOfNumber(number);
  return from <= to ? { from: day(from), to: day(to) } : undefined;
}
