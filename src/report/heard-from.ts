import type { Day } from '../guide/guide';
import type { TeamPlace } from '../tally/export';
import { plainLetters } from '../tally/plain-letters';
import { dayOfNumber } from './day-number';
import type { Union } from './union';

/** A device that a file came from. */
export interface HeardFrom {
  place: TeamPlace;
  /** The latest day on which it exported. */
  exported: Day;
  /** The latest day of its sheets; absent where it has none. */
  last?: Day;
  files: number;
  notCounted: number;
}

/** A team that should report. */
export interface ListedTeam {
  commune: string;
  team: string;
}

/** The devices heard from, the longest silent first. */
export function heardFrom(union: Union): HeardFrom[] {
  const last = new Map<number, number>();
  for (const { device, day } of union.sheets) last.set(device, Math.max(day, last.get(device) ?? day));
  return union.devices
    .map(({ place, exported, files, notCounted }, i) => {
      const day = last.get(i);
      return { place, exported, files, notCounted, ...(day !== undefined && { last: dayOfNumber(day) }) };
    })
    .sort((a, b) => (a.exported < b.exported ? -1 : a.exported > b.exported ? 1 : 0));
}

/**
 * The teams of a list from which no file came. Names are compared without marks, case and spaces, and without the word
 * for what kind of commune it is, which some write and some do not.
 */
export function notHeardFrom(list: ListedTeam[], heard: HeardFrom[]): ListedTeam[] {
  const known = new Set(heard.map(({ place }) => name(place)));
  return list.filter((team) => !known.has(name(team)));
}

function name({ commune, team }: ListedTeam): string {
  return `${plainLetters(commune).replace(KIND, '')} ${plainLetters(team)}`;
}

const KIND = /^(xa|phuong|dac-khu)-/;
