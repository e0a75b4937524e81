import type { Day } from '../guide/guide';
import type { TeamPlace } from '../tally/export';
import { dayOfNumber } from './day-number';
import { outcomesOn } from './figures';
import type { SheetEntry, Union } from './union';

/** A sheet to ask its team about. */
interface UnusualSheet {
  id: string;
  day: Day;
  place: TeamPlace;
}

/** More turns on one device on one day than can be. */
interface BusyDay {
  day: Day;
  place: TeamPlace;
  turns: number;
}

/** What a coordinator asks the teams about. All of it is counted. */
export interface Unusual {
  /** Came in two versions: a copied tablet, a rolled-back profile, or tampering. */
  conflicts: UnusualSheet[];
  /** Their day cannot be right. */
  suspect: UnusualSheet[];
  busy: BusyDay[];
}

/** Ten hours without a pause, three minutes a turn. */
const MOST_A_DAY = 200;

/** What is unusual in a union. */
export function unusualIn(union: Union): Unusual {
  const asUnusual = ({ id, day, device }: SheetEntry): UnusualSheet => ({
    id,
    day: dayOfNumber(day),
    place: placeOf(union, device),
  });
  return {
    conflicts: union.sheets.filter(({ conflict }) => conflict).map(asUnusual),
    suspect: union.sheets.filter(({ suspect, ahead }) => suspect || ahead).map(asUnusual),
    busy: busyDays(union),
  };
}

function busyDays(union: Union): BusyDay[] {
  // A device has more than one sheet a day where it exported in between.
  const days = new Map<string, { device: number; day: number; turns: number }>();
  for (const sheet of union.sheets) {
    const key = `${sheet.device} ${sheet.day}`;
    const known = days.get(key) ?? { device: sheet.device, day: sheet.day, turns: 0 };
    known.turns += outcomesOn(union, sheet);
    days.set(key, known);
  }
  return [...days.values()]
    .filter(({ turns }) => turns > MOST_A_DAY)
    .sort((a, b) => b.turns - a.turns)
    .map(({ device, day, turns }) => ({ day: dayOfNumber(day), place: placeOf(union, device), turns }));
}

function placeOf(union: Union, device: number): TeamPlace {
  return union.devices[device]?.place ?? { province: '', commune: '', team: '', tablet: '' };
}
