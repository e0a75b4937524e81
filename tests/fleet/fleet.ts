import { createHash } from 'node:crypto';
import type { Day, Guide } from '../../src/guide/guide';
import type { Refusal } from '../../src/report/read-file';
import { daysBefore } from '../../src/tally/day';
import { exportName, type TeamPlace } from '../../src/tally/export';
import { Random } from '../faults/random';
import { happens, seedOf, weighted } from './chance';
import { type Counters, countersOf, type Way, wayKey } from './counters';
import { exportText } from './export-text';
import { damaged } from './faults';
import { type Plan, planOf } from './plan';
import { placeOf, type Use, useOf } from './province';
import { exportsOf } from './stories';
import type { FleetExport, Surroundings } from './tablet';
import { takeWalk } from './take-walk';
import { Truth } from './truth';

/** How large a fleet is; the same fleet comes of the same options and guides. */
export interface FleetOptions {
  tablets: number;
  /** Days of work, the last of them `until`. */
  days: number;
  seed: number;
  until: Day;
}

/** What is known of the files that were written: `truth.json`. */
export interface FleetTruth {
  fleet: FleetOptions;
  files: { sound: number; refused: ({ name: string } & Refusal)[] };
  truth: Truth;
}

/** Makes the export files of a fleet, one tablet at a time, and hands each over. */
export async function makeFleet(
  options: FleetOptions,
  guides: Guide[],
  hand: (name: string, text: string) => void,
): Promise<FleetTruth> {
  const counters = countersOf(guides);
  const truth = new Truth(counters.list);
  const files: FleetTruth['files'] = { sound: 0, refused: [] };

  for (const plan of planOf(options.tablets, options.seed)) {
    const exported = historyOf(plan, options, guides, counters);
    const sound: FleetExport[] = [];
    const names = new Set<string>();
    const put = (from: FleetExport, text: string, refusal?: Refusal) => {
      const name = freeName(nameOf(from), names);
      if (refusal) files.refused.push({ name, ...refusal });
      else sound.push(from);
      hand(name, text);
    };
    for (const one of exported) {
      const isLast = one === exported.at(-1);
      const text = exportText(one, counters.list);
      const { fault } = plan;
      if (!isLast || !fault?.instead) put(one, text);
      if (!isLast) continue;
      const random = new Random(seedOf(options.seed, plan.tablet, 'fault'));
      const wrong = fault && (await damaged(fault.kind, text, random));
      if (wrong) put(one, wrong.text, wrong.refusal);
      if (plan.repeated && !fault?.instead) put(one, text);
    }
    files.sound += sound.length;
    truth.add(sound);
  }
  return { fleet: options, files, truth };
}

/** All that one tablet exports, and its copy. */
function historyOf(plan: Plan, options: FleetOptions, guides: Guide[], counters: Counters): FleetExport[] {
  const random = new Random(seedOf(options.seed, plan.tablet));
  // Some hand over last some days before the end.
  const last = happens(random, 0.8) ? 0 : random.between(1, Math.min(10, options.days - SHORTEST));
  const days = Array.from({ length: options.days - last }, (_, i) =>
    daysBefore(options.until, options.days - 1 - i),
  );
  const place = placeOf(plan.tablet);
  const around = surroundings(plan, options, guides, counters, random);
  return exportsOf(plan.story, {
    place,
    other: otherPlace(plan, options, random),
    around,
    aroundCopy: { ...around, random: new Random(seedOf(options.seed, plan.tablet, 'copy')) },
    days,
  });
}

/** A story takes some days. */
export const SHORTEST = 7;

function surroundings(
  { tablet, failing }: Plan,
  { seed, days, until }: FleetOptions,
  guides: Guide[],
  { ways }: Counters,
  random: Random,
): Surroundings {
  const use = useOf(tablet);
  const ids = [...new Set(guides.map(({ id }) => id))];
  // The guides in the order of the home screen: the first are asked for most.
  const wanted = ids.map((_, i) => random.between(50, 150) / (i + 1));
  const updated = daysBefore(until, Math.floor(days / 2) - random.between(0, Math.floor(days / 4)));
  let made = 0;
  return {
    use,
    random,
    failing,
    usual: (USUAL * random.between(60, 140)) / 100,
    newId() {
      made += 1;
      return createHash('sha256').update(`${seed} ${tablet} ${made}`).digest('hex').slice(0, 32);
    },
    walk(day, chance) {
      const id = ids[weighted(chance, wanted)] ?? '';
      const locale = happens(chance, 0.03) ? 'en' : 'vi';
      const mode = happens(chance, ALONE[use]) ? 'alone' : 'helped';
      const way = (of: 'vi' | 'en') => ways.get(wayKey({ id, locale: of }, mode, day < updated));
      return takeWalk((way(locale) ?? way('vi')) as Way, chance);
    },
  };
}

/** Walks on one tablet on a usual day. */
const USUAL = 3;
const ALONE: Record<Use, number> = { team: 0.04, kiosk: 0.8 };

/** Where the copy is, or the team that the tablet goes to. */
function otherPlace({ tablet, copy }: Plan, { tablets }: FleetOptions, random: Random): TeamPlace {
  if (copy !== undefined) return placeOf(copy);
  const elsewhere = placeOf((tablet + random.between(3, 30)) % Math.max(tablets, 40));
  return { ...elsewhere, tablet: placeOf(tablet).tablet };
}

function nameOf({ place, exported, notCounted }: FleetExport): string {
  return exportName({ place, day: exported, notCounted, sheets: [] }, 'json');
}

/** As a browser names a second file of the same name. */
function freeName(name: string, taken: Set<string>): string {
  let free = name;
  for (let i = 1; taken.has(free); i += 1) free = name.replace(/\.json$/, ` (${i}).json`);
  taken.add(free);
  return free;
}
