import type { Day } from '../../src/guide/guide';
import { daysBefore } from '../../src/tally/day';
import type { TeamPlace } from '../../src/tally/export';
import type { Random } from '../faults/random';
import { happens, often } from './chance';
import { busyness, type Use } from './province';
import type { TakenWalk } from './take-walk';

/** A tally sheet: the numbers of its counters, and their counts. */
export interface FleetSheet {
  id: string;
  day: Day;
  suspect: boolean;
  counts: Map<number, number>;
}

/** What one export carries. */
export interface FleetExport {
  place: TeamPlace;
  exported: Day;
  notCounted: number;
  sheets: FleetSheet[];
}

/** What a tablet needs from the world around it. */
export interface Surroundings {
  use: Use;
  random: Random;
  /** Walks on a usual day. */
  usual: number;
  /** Whether its storage fails now and then. */
  failing: boolean;
  newId(): string;
  walk(day: Day, random: Random): TakenWalk;
}

const BUILT = '2025-01-01';
/** Where a clock begins again whose battery was empty for days. */
export const LOST_CLOCK = '2020-01-01';

/** This share of walks is still open when the next one begins, or the day is over. */
const STAYS_OPEN = 0.02;

/** One tablet's book of sheets, by the rules of `tally/book.ts`, told in numbers for speed. */
export class Tablet {
  #sealed: FleetSheet[] = [];
  #current: FleetSheet | undefined;
  #openWalk: number[] = [];
  #lastDay = '';
  #notCounted: number;

  constructor(
    public place: TeamPlace,
    readonly around: Surroundings,
  ) {
    this.#notCounted = around.failing ? around.random.between(1, 5) : 0;
  }

  /** A usual day of work for each of these days. */
  live(days: Day[]): void {
    const { random, usual, use, failing } = this.around;
    for (const day of days) {
      this.work(day, often(random, usual * busyness(day, use)));
      if (failing && happens(random, 0.02)) this.#notCounted += random.between(1, 3);
    }
  }

  /** So many walks on one day, as the tablet's clock shows it. */
  work(day: Day, walks: number): void {
    const { random } = this.around;
    for (let i = 0; i < walks; i += 1) {
      const { began, ended } = this.around.walk(day, random);
      this.#count(day, [...this.#openWalk, began]);
      const staysOpen = happens(random, STAYS_OPEN);
      this.#openWalk = staysOpen ? ended : [];
      if (!staysOpen) this.#count(day, ended);
    }
  }

  /** Seals what is being written on, and carries all that is sealed. */
  export(exported: Day): FleetExport {
    this.#seal(exported);
    const sheets = [...this.#sealed].sort((a, b) => (a.day + a.id < b.day + b.id ? -1 : 1));
    return { place: this.place, exported, notCounted: this.#notCounted, sheets };
  }

  /** Its whole profile on another tablet, with the sheet that is being written on, but for a walk under way. */
  copy(place: TeamPlace, around: Surroundings): Tablet {
    const copy = new Tablet(place, { ...around, failing: this.around.failing });
    copy.#sealed = [...this.#sealed];
    copy.#current = this.#current && { ...this.#current, counts: new Map(this.#current.counts) };
    copy.#lastDay = this.#lastDay;
    copy.#notCounted = this.#notCounted;
    return copy;
  }

  #count(day: Day, counters: number[]): void {
    if (this.#current?.day !== day) {
      this.#seal(day);
      const isWrong = day < BUILT || day < this.#lastDay;
      this.#current = { id: this.around.newId(), day, suspect: isWrong, counts: new Map() };
      this.#lastDay = day > this.#lastDay ? day : this.#lastDay;
    }
    const { counts } = this.#current as FleetSheet;
    for (const counter of counters) counts.set(counter, 1 + (counts.get(counter) ?? 0));
  }

  #seal(today: Day): void {
    const current = this.#current;
    this.#current = undefined;
    // Before the app was built it is today that is wrong, and not the sheet.
    const isAhead = today >= BUILT && current !== undefined && current.day > daysBefore(today, -1);
    if (current) this.#sealed.push({ ...current, suspect: current.suspect || isAhead });
  }
}
