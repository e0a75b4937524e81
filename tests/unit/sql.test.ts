import { rmSync } from 'node:fs';
import { basename } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { browserResults, browserUnion, type Results } from './report-rows';
import { CLICKHOUSE, DUCKDB, type Engine } from './sql-engine';
import { someExports, type Written, writeFiles } from './written-exports';

const PERIOD = { from: '2026-01-01', to: '2026-03-11' };

describe.each<[string, Engine]>([
  ['DuckDB', DUCKDB],
  ['ClickHouse, where its command is installed', CLICKHOUSE],
])('the SQL of the report on %s', { timeout: 300_000 }, (_, engine) => {
  it.skipIf(!engine.isHere)('gives what the browser shows, of all days and of a period', async () => {
    const files = await someExports();
    for (const [name, bytes] of files)
      if (name.startsWith('any-') && !engine.knowsDays(text(bytes))) files.delete(name);
    const { union, refused } = await browserUnion(files);
    const expected = browserResults(union);
    const found = await resultsOf(engine, files, Object.keys(expected));

    expect(found.refused).toEqual({ ...refused, ...engine.otherwise });
    expect(sorted(found.all)).toEqual(sorted(expected));
    expect(sorted(found.period)).toEqual(sorted(browserResults(union, PERIOD)));
    // Here the order is part of what is said.
    expect(found.all.steps_to_mend).toEqual(expected.steps_to_mend);
    // Nothing is equal only because it is empty.
    for (const rows of Object.values(found.all)) expect(rows.length).toBeGreaterThan(0);
  });

  it.skipIf(!engine.isHere)(
    'takes and refuses the same files, whatever character of a good one is changed',
    async () => {
      const good = text((await someExports()).get('early-2.json'));
      const changes = fc.record({
        at: fc.nat(good.length - 1),
        letter: fc.string({ minLength: 1, maxLength: 1 }),
      });
      const files: Written = new Map();
      for (const [i, { at, letter }] of fc.sample(changes, { seed: 9, numRuns: 300 }).entries()) {
        files.set(`${i}.json`, new TextEncoder().encode(good.slice(0, at) + letter + good.slice(at + 1)));
      }
      const { union, refused } = await browserUnion(files);
      const found = await resultsOf(engine, files, ['counter_sums']);
      expect(Object.keys(found.refused).sort()).toEqual(Object.keys(refused).sort());
      const { counter_sums } = browserResults(union);
      expect(sorted(found.all)).toEqual(sorted({ counter_sums }));
    },
  );
});

interface Found {
  /** Reasons by file name. */
  refused: Record<string, unknown>;
  all: Results;
  period: Results;
}

async function resultsOf(engine: Engine, files: Written, names: string[]): Promise<Found> {
  const folder = writeFiles(files);
  try {
    const results = names.map((name) => `SELECT * FROM ${name}`);
    const period = `CREATE OR REPLACE VIEW period AS SELECT '${PERIOD.from}' AS first_day, '${PERIOD.to}' AS last_day`;
    const [refused, ...rows] = await engine.run(folder, [
      'SELECT * FROM refused_files',
      ...results,
      period,
      ...results,
    ]);
    const from = (first: number) => Object.fromEntries(names.map((name, i) => [name, rows[first + i] ?? []]));
    const reasons = (refused ?? []).map(({ file, reason }) => [basename(String(file)), reason]);
    return { refused: Object.fromEntries(reasons), all: from(0), period: from(names.length + 1) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Rows as texts in one order: the browser sorts names as people do. */
function sorted(results: Results): Record<string, string[]> {
  const line = (row: object) => JSON.stringify(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)));
  return Object.fromEntries(Object.entries(results).map(([name, rows]) => [name, rows.map(line).sort()]));
}

function text(bytes: Uint8Array | undefined): string {
  return new TextDecoder().decode(bytes);
}
