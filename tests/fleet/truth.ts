import type { Day, GuideId, StepId } from '../../src/guide/guide';
import { daysBefore } from '../../src/tally/day';
import type { TeamPlace } from '../../src/tally/export';
import type { Key } from '../../src/tally/row';
import type { Counter } from './counters';
import type { FleetExport, FleetSheet } from './tablet';

/** How many walks, by how they ended and for whom; `started` also has those that did not end. */
export interface Turns {
  turns: number;
  completed: number;
  stopped: number;
  left: number;
  helped: number;
  alone: number;
  started: number;
}

/** What happened on a step. */
export interface OnStep {
  reached: number;
  stopped: number;
  left: number;
  help: number;
}

/** More turns than this of one tablet on one day are named. */
const MOST_A_DAY = 200;

/**
 * The true totals of a fleet's sound files, added up as plainly as can be, and apart from the report's own code: the
 * report is tested against it. Sheets meet only within the files of one tablet and its copy.
 */
export class Truth {
  devices = 0;
  notCounted = 0;
  sheets = 0;
  rows = 0;
  /** Ids of sheets that came with different contents. */
  readonly conflicts: string[] = [];
  /** Ids of sheets whose day cannot be right. */
  readonly suspect: string[] = [];
  readonly busy: { place: TeamPlace; day: Day; turns: number }[] = [];
  readonly total = nothing();
  readonly byCommune: Record<string, Turns> = {};
  /** By commune and team. */
  readonly byTeam: Record<string, Record<string, Turns>> = {};
  readonly byGuide: Record<GuideId, Turns> = {};
  readonly byDay: Record<Day, Turns> = {};
  readonly steps: Record<GuideId, Record<StepId, OnStep>> = {};

  constructor(readonly counters: Counter[]) {}

  /** All sound files of one tablet and its copy. */
  add(files: FleetExport[]): void {
    const missed: Record<string, number> = {};
    for (const { place, notCounted } of files) {
      missed[placeText(place)] = Math.max(notCounted, missed[placeText(place)] ?? 0);
    }
    this.devices += Object.keys(missed).length;
    for (const many of Object.values(missed)) this.notCounted += many;

    // Whoever exported a sheet first says where it was written.
    const inOrder = [...files].sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
    const carried = new Map<string, { sheet: FleetSheet; by: FleetExport }[]>();
    for (const by of inOrder) {
      for (const sheet of by.sheets) carried.set(sheet.id, [...(carried.get(sheet.id) ?? []), { sheet, by }]);
    }
    const turnsADay = new Map<string, { place: TeamPlace; day: Day; turns: number }>();
    for (const [id, all] of carried) {
      const { day, suspect, counts } = all.map(({ sheet }) => sheet).reduce(larger);
      const place = all[0]?.by.place as TeamPlace;
      if (new Set(all.map(({ sheet }) => contentOf(sheet))).size > 1) this.conflicts.push(id);
      if (suspect || all.some(({ by }) => day > daysBefore(by.exported, -1))) this.suspect.push(id);
      const turns = this.#sheet(counts, place, day);
      const key = `${placeText(place)} ${day}`;
      turnsADay.set(key, { place, day, turns: turns + (turnsADay.get(key)?.turns ?? 0) });
    }
    this.busy.push(...[...turnsADay.values()].filter(({ turns }) => turns > MOST_A_DAY));
  }

  #sheet(counts: Map<number, number>, place: TeamPlace, day: Day): number {
    let turns = 0;
    this.sheets += 1;
    this.rows += counts.size;
    const sums = (guide: GuideId) => [
      this.total,
      entry(this.byCommune, place.commune, nothing),
      entry(
        entry(this.byTeam, place.commune, () => ({})),
        place.team,
        nothing,
      ),
      entry(this.byGuide, guide, nothing),
      entry(this.byDay, day, nothing),
    ];
    for (const [number, count] of counts) {
      const { key } = this.counters[number] as Counter;
      const { guide, event, step } = key;
      for (const sum of sums(guide)) addTo(sum, key, count);
      if (event === 'completed' || event === 'stopped' || event === 'left') turns += count;
      if (event === 'started' || event === 'completed') continue;
      const ofGuide = entry(this.steps, guide, () => ({}));
      entry(ofGuide, step, () => ({ reached: 0, stopped: 0, left: 0, help: 0 }))[event] += count;
    }
    return turns;
  }
}

function nothing(): Turns {
  return { turns: 0, completed: 0, stopped: 0, left: 0, helped: 0, alone: 0, started: 0 };
}

function entry<T>(record: Record<string, T>, key: string, make: () => T): T {
  record[key] ??= make();
  return record[key];
}

function addTo(sum: Turns, { event, mode }: Key, count: number): void {
  if (event === 'started') sum.started += count;
  if (event !== 'completed' && event !== 'stopped' && event !== 'left') return;
  sum.turns += count;
  sum[event] += count;
  sum[mode] += count;
}

/** Of two contents the larger count of each counter, the earlier day, and any doubt. */
function larger(a: FleetSheet, b: FleetSheet): FleetSheet {
  const counts = new Map(a.counts);
  for (const [counter, count] of b.counts) counts.set(counter, Math.max(count, counts.get(counter) ?? 0));
  return { id: a.id, day: a.day < b.day ? a.day : b.day, suspect: a.suspect || b.suspect, counts };
}

function contentOf({ day, suspect, counts }: FleetSheet): string {
  return JSON.stringify([day, suspect, [...counts].sort(([a], [b]) => a - b)]);
}

function rank({ exported, place }: FleetExport): string {
  return `${exported} ${placeText(place)}`;
}

function placeText({ province, commune, team, tablet }: TeamPlace): string {
  return JSON.stringify([province, commune, team, tablet]);
}
