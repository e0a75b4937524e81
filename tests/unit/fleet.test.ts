import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { compileAll } from '../../build/compile-all';
import type { Guide } from '../../src/guide/guide';
import { dropOff } from '../../src/report/drop-off';
import { type Figures, figuresOf } from '../../src/report/figures';
import { isRefusal, readFile } from '../../src/report/read-file';
import { noTurns, type Turns } from '../../src/report/turns';
import { Union } from '../../src/report/union';
import { unusualIn } from '../../src/report/unusual';
import { mondayOf } from '../../src/tally/day';
import { type ExportFile, exportFile } from '../../src/tally/export';
import type { Row } from '../../src/tally/row';
import { totalsOf } from '../../src/tally/totals';
import { Random } from '../faults/random';
import { shuffled } from '../fleet/chance';
import { fleet } from '../fleet/command';
import { FAULTS } from '../fleet/faults';
import { type FleetOptions, type FleetTruth, makeFleet } from '../fleet/fleet';
import type { Turns as TrueTurns } from '../fleet/truth';

const root = path.join(import.meta.dirname, '../..');
const options: FleetOptions = { tablets: 60, days: 20, seed: 7, until: '2026-11-24' };
const files = new Map<string, string>();
let guides: Guide[];
let made: FleetTruth;

beforeAll(async () => {
  ({ guides } = await compileAll(root, 'guides', options.until));
  made = await makeFleet(options, guides, (name, text) => files.set(name, text));
}, 60_000);

/** The files read one by one, in this order. */
async function unionOf(names: string[]): Promise<{ union: Union; refused: Map<string, object> }> {
  const union = new Union();
  const refused = new Map<string, object>();
  for (const name of names) {
    const file = await readFile(files.get(name) ?? '', union.table);
    if (isRefusal(file)) refused.set(name, file);
    else union.add(file);
  }
  return { union, refused };
}

const names = (): string[] => [...files.keys()];
const soundFiles = (): ExportFile[] =>
  names()
    .filter((name) => made.files.refused.every((one) => one.name !== name))
    .map((name) => JSON.parse((files.get(name) ?? '').replace('\uFEFF', '')) as ExportFile);

describe('the report of a fleet is the truth, in whatever order its files come', () => {
  it.each<[string, (all: string[]) => string[]]>([
    ['by name', (all) => [...all].sort()],
    ['the last first', (all) => [...all].sort().reverse()],
    ['shuffled', (all) => shuffled(new Random(1), all)],
    ['shuffled, and each twice', (all) => shuffled(new Random(2), [...all, ...all])],
  ])('%s', async (_order, order) => {
    const { union, refused } = await unionOf(order(names()));
    const { truth } = made;
    expect(Object.fromEntries(refused)).toEqual(
      Object.fromEntries(made.files.refused.map(({ name, ...refusal }) => [name, refusal])),
    );
    expect(union.sheets.length).toBe(truth.sheets);
    expect(union.sheets.reduce((sum, { from, to }) => sum + to - from, 0)).toBe(truth.rows);
    expect(union.devices.length).toBe(truth.devices);
    expect(union.devices.reduce((sum, { notCounted }) => sum + notCounted, 0)).toBe(truth.notCounted);

    const unusual = unusualIn(union);
    expect(unusual.conflicts.map(({ id }) => id).sort()).toEqual([...truth.conflicts].sort());
    expect(unusual.suspect.map(({ id }) => id).sort()).toEqual([...truth.suspect].sort());
    expect(sorted(unusual.busy)).toEqual(sorted(truth.busy));
    expectTrue(figuresOf(union));
    for (const [day, turns] of Object.entries(truth.byDay)) {
      expect(figuresOf(union, { from: day, to: day })).toMatchObject({
        total: ended(turns),
        started: turns.started,
      });
    }
  });
});

/** All that figures say, against what is known. */
function expectTrue(figures: Figures): void {
  const { truth } = made;
  expect({ ...figures.total, started: figures.started }).toEqual(truth.total);
  expect(record(figures.byGuide, (guide) => guide)).toEqual(endedOf(truth.byGuide));
  expect(record(figures.byCommune, ({ commune }) => commune)).toEqual(endedOf(truth.byCommune));
  for (const [commune, teams] of Object.entries(truth.byTeam)) {
    const own = figures.byTeam.filter(({ of }) => of.commune === commune);
    expect(record(own, ({ team }) => team)).toEqual(endedOf(teams));
  }
  const weeks: Record<string, Turns> = {};
  for (const [day, turns] of Object.entries(truth.byDay)) {
    const monday = mondayOf(day);
    weeks[monday] ??= noTurns();
    for (const measure of Object.keys(weeks[monday]) as (keyof Turns)[])
      weeks[monday][measure] += turns[measure];
  }
  const withTurns = figures.byWeek.filter(({ turns }) => turns.turns > 0);
  expect(record(withTurns, (monday) => monday)).toEqual(weeks);
  for (const [guide, steps] of Object.entries(truth.steps)) {
    const own = figures.counters.filter((counter) => counter.guide === guide);
    const found = dropOff(own, guides.find(({ id }) => id === guide)?.steps.map(({ id }) => id) ?? []);
    for (const { step, reached, stopped, left, help, wentOn, reasons } of found) {
      const known = steps[step] ?? { reached: 0, stopped: 0, left: 0, help: 0 };
      expect({ step, reached, stopped, left, help }).toEqual({ step, ...known });
      expect(wentOn).toBe(known.reached - known.stopped - known.left);
      expect(reasons.reduce((sum, [, count]) => sum + count, 0)).toBe(known.stopped);
    }
    expect(found.map(({ step }) => step)).toEqual(expect.arrayContaining(Object.keys(steps)));
  }
}

describe('a fleet', () => {
  it('has a file for each fault, clones, doubtful days, a day too full, and walks that were not counted', () => {
    const { truth, files: written } = made;
    expect(written.refused.length).toBe(FAULTS.length - 1);
    expect([...files.values()].filter((text) => text.startsWith('\uFEFF'))).toHaveLength(1);
    expect(new Set(written.refused.map(({ reason }) => reason))).toEqual(
      new Set(['not-json', 'not-ours', 'newer', 'digest', 'total', 'invalid']),
    );
    expect(truth.conflicts.length).toBeGreaterThan(1);
    expect(truth.suspect.length).toBeGreaterThan(1);
    expect(truth.busy.length).toBeGreaterThan(0);
    expect(truth.notCounted).toBeGreaterThan(0);
    expect(new Set(files.values()).size).toBeLessThan(files.size);
  });

  it('is the same, letter by letter, for the same seed, and another for another', async () => {
    const again = new Map<string, string>();
    expect(await makeFleet(options, guides, (name, text) => again.set(name, text))).toEqual(made);
    expect(again).toEqual(files);
    const other = await makeFleet({ ...options, seed: 8 }, guides, () => undefined);
    expect(other.truth.total).not.toEqual(made.truth.total);
  });

  it('keeps the laws of counts: no more walks end than began, and nobody stops on a step that was not reached', () => {
    for (const { sheets } of soundFiles()) {
      const { started, completed, stopped, left } = totalsOf(sheets.flatMap(({ rows }) => rows));
      expect(completed + stopped + left).toBeLessThanOrEqual(started);
      for (const { wentOn, step } of sheets.flatMap(({ rows }) =>
        byGuide(rows).flatMap((own) => dropOff(own, [])),
      ))
        expect(wentOn, step).toBeGreaterThanOrEqual(0);
    }
  });

  it('is written as the app writes its exports', async () => {
    for (const file of soundFiles().slice(0, 20)) {
      const { place, exported: day, notCounted, sheets } = file;
      expect(JSON.stringify(await exportFile({ place, day, notCounted, sheets }))).toBe(JSON.stringify(file));
    }
  });
});

describe('npm run fleet', () => {
  let folder: string;
  const print = vi.spyOn(console, 'log').mockReturnValue();
  const complain = vi.spyOn(console, 'error').mockReturnValue();
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'tung-buoc-fleet-'));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
    print.mockRestore();
    complain.mockRestore();
  });

  it('writes the exports, and their truth beside them', async () => {
    const out = path.join(folder, 'a');
    expect(await fleet(root, ['--tablets', '60', '--days', '20', '--seed', '7', '--out', out])).toBe(0);
    expect(readdirSync(path.join(out, 'exports')).sort()).toEqual(names().sort());
    for (const [name, text] of files)
      expect(readFileSync(path.join(out, 'exports', name), 'utf8') === text, name).toBe(true);
    const { counters: _, ...sums } = made.truth;
    expect(JSON.parse(readFileSync(path.join(out, 'truth.json'), 'utf8'))).toEqual({
      fleet: options,
      files: made.files,
      ...sums,
    });
    expect(await fleet(root, ['--out', out])).toBe(1);
    expect(complain).toHaveBeenLastCalledWith(expect.stringContaining('name a new folder'));
  });

  it.each([
    [[], 'npm run fleet'],
    [['--out', 'b', '--what'], 'npm run fleet'],
    [['--out', 'b', '--tablets', '0'], '--tablets'],
    [['--out', 'b', '--days', '401'], '--days'],
    [['--out', 'b', '--seed', 'x'], '--seed'],
    [['--out', 'b', '--until', '2026-02-30'], '--until'],
  ])('says what is wrong with %j, and writes nothing', async (args, words) => {
    expect(await fleet(root, args, folder)).toBe(1);
    expect(complain).toHaveBeenLastCalledWith(expect.stringContaining(words));
    expect(existsSync(path.join(folder, 'b'))).toBe(false);
  });
});

function record<Of>(lines: { of: Of; turns: Turns }[], name: (of: Of) => string): Record<string, Turns> {
  return Object.fromEntries(lines.map(({ of, turns }) => [name(of), turns]));
}

function ended({ started: _, ...turns }: TrueTurns): Turns {
  return turns;
}

/** Those with a turn; the report does not list where nothing ended. */
function endedOf(all: Record<string, TrueTurns>): Record<string, Turns> {
  return Object.fromEntries(
    Object.entries(all).flatMap(([name, turns]) => (turns.turns > 0 ? [[name, ended(turns)]] : [])),
  );
}

function byGuide(rows: Row[]): Row[][] {
  const ids = [...new Set(rows.map(({ guide }) => guide))];
  return ids.map((id) => rows.filter(({ guide }) => guide === id));
}

function sorted<T>(list: T[]): T[] {
  return [...list].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}
