import type { Day } from '../guide/guide';
import { mondayOf } from '../tally/day';
import type { Period, TeamPlace } from '../tally/export';
import { isOutcomeEvent, type Row } from '../tally/row';
import { dayOfNumber, numberOfDay } from './day-number';
import { addTurns, noTurns, type Turns } from './turns';
import type { SheetEntry, Union } from './union';

/** The turns of one place, guide or week. */
export interface Line<Of> {
  of: Of;
  turns: Turns;
}

type CommunePlace = Pick<TeamPlace, 'province' | 'commune'>;
export type Team = Pick<TeamPlace, 'province' | 'commune' | 'team'>;

/** What the devices of a union counted on the days of a period. */
export interface Figures {
  /** The first and last day with a turn; absent where there is none. */
  days?: Period;
  total: Turns;
  /** Walks begun. */
  started: number;
  /** Where a walk ended in the period: how many different ones. */
  active: { communes: number; teams: number; tablets: number };
  byCommune: Line<CommunePlace>[];
  byTeam: Line<Team>[];
  byGuide: Line<string>[];
  /** By commune and guide, for the forms that ask for each service on its own. */
  byCommuneAndGuide: Line<CommunePlace & { guide: string }>[];
  /** By the Monday of the week, each week from the first to the last whose days can be trusted. */
  byWeek: Line<Day>[];
  /** Each counter's sum over all devices. */
  counters: Row[];
}

/** One pass over the rows of the sheets whose day is in the period; all of them without one. */
export function figuresOf(union: Union, period?: Period): Figures {
  const from = period ? numberOfDay(period.from) : Number.NEGATIVE_INFINITY;
  const to = period ? numberOfDay(period.to) : Number.POSITIVE_INFINITY;
  const { keys: keyList } = union.table;
  const keys = union.keys.values;
  const counts = union.counts.values;
  const sums = new Float64Array(keyList.length);
  const isOutcome = Uint8Array.from(keyList, ({ event }) => Number(isOutcomeEvent(event)));
  const devices: (Map<string, Turns> | undefined)[] = [];
  const weeks = new Map<number, Turns>();
  const trusted = new Set<number>();
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;

  for (const sheet of union.sheets) {
    if (sheet.day < from || sheet.day > to) continue;
    devices[sheet.device] ??= new Map();
    const byGuide = devices[sheet.device] as Map<string, Turns>;
    const monday = mondayBefore(sheet.day);
    if (!sheet.suspect && !sheet.ahead) trusted.add(monday);
    for (let i = sheet.from; i < sheet.to; i += 1) {
      const key = keys[i] as number;
      const count = counts[i] as number;
      sums[key] = (sums[key] as number) + count;
      if (isOutcome[key] !== 1) continue;
      const counter = keyList[key] as Row;
      addTurns(entry(byGuide, counter.guide), counter, count);
      addTurns(entry(weeks, monday), counter, count);
      first = Math.min(first, sheet.day);
      last = Math.max(last, sheet.day);
    }
  }

  const counters = keyList.flatMap((key, i) => (sums[i] ? [{ ...key, count: sums[i] as number }] : []));
  const places = union.devices.flatMap(({ place }, i) =>
    [...(devices[i] ?? [])].map(([guide, turns]) => ({ of: { ...place, guide }, turns })),
  );
  const byCommune = grouped(places, ({ province, commune }) => ({ province, commune }));
  const byTeam = grouped(places, ({ province, commune, team }) => ({ province, commune, team }));
  const byGuide = grouped(places, ({ guide }) => guide);
  const tablets = grouped(places, ({ guide: _, ...place }) => place);
  return {
    ...(first <= last && { days: { from: dayOfNumber(first), to: dayOfNumber(last) } }),
    total: byGuide.reduce((sum, { turns }) => add(sum, turns), noTurns()),
    started: counters.reduce((sum, { event, count }) => sum + (event === 'started' ? count : 0), 0),
    active: { communes: byCommune.length, teams: byTeam.length, tablets: tablets.length },
    byCommune,
    byTeam,
    byGuide,
    byCommuneAndGuide: grouped(places, ({ province, commune, guide }) => ({ province, commune, guide })),
    byWeek: everyWeek(weeks, trusted),
    counters,
  };
}

/** Outcomes of one sheet. */
export function outcomesOn(union: Union, sheet: SheetEntry): number {
  let sum = 0;
  for (let i = sheet.from; i < sheet.to; i += 1) {
    const key = union.table.keys[union.keys.at(i)];
    if (key && isOutcomeEvent(key.event)) sum += union.counts.at(i);
  }
  return sum;
}

function mondayBefore(day: number): number {
  return numberOfDay(mondayOf(dayOfNumber(day)));
}

function entry<K>(map: Map<K, Turns>, key: K): Turns {
  let turns = map.get(key);
  if (!turns) {
    turns = noTurns();
    map.set(key, turns);
  }
  return turns;
}

function add(sum: Turns, more: Turns): Turns {
  for (const measure of Object.keys(sum) as (keyof Turns)[]) sum[measure] += more[measure];
  return sum;
}

/** Lines summed by a part of what they are of, sorted by it as people sort words. */
function grouped<Of, Group>(lines: Line<Of>[], groupOf: (of: Of) => Group): Line<Group>[] {
  const groups = new Map<string, Line<Group>>();
  for (const { of, turns } of lines) {
    const group = groupOf(of);
    const text = JSON.stringify(group);
    const known = groups.get(text) ?? { of: group, turns: noTurns() };
    groups.set(text, known);
    add(known.turns, turns);
  }
  const collator = new Intl.Collator('vi', { numeric: true });
  return [...groups].sort(([a], [b]) => collator.compare(a, b)).map(([, line]) => line);
}

/** Also the weeks without a turn, as a gap says something; not those up to a day that no clock should have shown. */
function everyWeek(weeks: Map<number, Turns>, trusted: Set<number>): Line<Day>[] {
  const mondays = [...trusted].sort((a, b) => a - b);
  const [first, last] = [mondays[0], mondays.at(-1)];
  // Further apart than any export carries, so that one of them is wrong, whatever it says of itself.
  const isWhole = first !== undefined && last !== undefined && last - first <= MOST_DAYS;
  for (let day = first ?? 0; isWhole && day <= last; day += 7) entry(weeks, day);
  return [...weeks].sort(([a], [b]) => a - b).map(([day, turns]) => ({ of: dayOfNumber(day), turns }));
}

const MOST_DAYS = 3_660;
