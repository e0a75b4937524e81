import { execFile, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';

type TableRow = Record<string, unknown>;

/** What runs `report/sql/`. */
export interface Engine {
  isHere: boolean;
  /** Reads the files of a folder, then answers the rows of each query. */
  run(folder: string, queries: string[]): Promise<TableRow[][]>;
  /** What it says of a file instead of the browser's reason; `undefined`, where it passes over it. */
  otherwise: Record<string, string | undefined>;
  /** Whether it knows all days of a file. */
  knowsDays(text: string): boolean;
}

export const DUCKDB: Engine = {
  isHere: true,
  run: duckDb,
  otherwise: { 'damaged-deep.json': 'not-json', 'damaged-not-a-number.json': 'invalid' },
  knowsDays: () => true,
};

const COMMAND = 'clickhouse';

/** Where its command is installed. */
export const CLICKHOUSE: Engine = {
  isHere: spawnSync(COMMAND, ['local', '--version']).status === 0,
  run: clickHouse,
  otherwise: { 'damaged-deep.json': 'not-json', 'damaged-empty.json': undefined },
  knowsDays: (text) => !/"(day|exported)":"(?!19|2[012])/.test(text),
};

/** In this process. */
async function duckDb(folder: string, queries: string[]): Promise<TableRow[][]> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '2' });
  const connection = await instance.connect();
  try {
    await connection.run(`SET VARIABLE files = '${folder}/*.json'`);
    await connection.run(sql('read-duckdb'));
    await connection.run(sql('figures'));
    const rows: TableRow[][] = [];
    for (const query of queries) {
      const result = await connection.runAndReadAll(query);
      rows.push(result.getRowObjectsJS().map(withNumbers));
    }
    return rows;
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

/** `clickhouse local`: all in one run, each query's rows after its number. */
async function clickHouse(folder: string, queries: string[]): Promise<TableRow[][]> {
  const files = `FROM file('${folder}/*.json', 'RawBLOB', 'content String')`;
  const script = [
    'CREATE DATABASE report; USE report;',
    sql('read-clickhouse').replace(/FROM s3\([^)]*\)/, files),
    sql('figures'),
    ...queries.flatMap((query, i) => [
      `SELECT ${i} AS query FORMAT JSONEachRow;`,
      query.startsWith('SELECT') ? `${query} FORMAT JSONEachRow;` : `${query};`,
    ]),
  ].join('\n');
  const printed = await new Promise<string>((resolve, reject) => {
    const options = { maxBuffer: 100_000_000 };
    const child = execFile(
      COMMAND,
      ['local', '--multiquery', '--output_format_json_quote_64bit_integers', '0'],
      options,
      (error, out) => (error ? reject(error) : resolve(out)),
    );
    child.stdin?.end(script);
  });
  const rows: TableRow[][] = [];
  for (const line of printed.split('\n').filter(Boolean)) {
    const row = JSON.parse(line) as TableRow;
    if ('query' in row) rows.push([]);
    else rows.at(-1)?.push(row);
  }
  return rows;
}

function sql(name: string): string {
  return readFileSync(new URL(`../../report/sql/${name}.sql`, import.meta.url), 'utf8');
}

/** The sums here are far below 2⁵³. */
function withNumbers(row: Record<string, unknown>): TableRow {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, typeof value === 'bigint' ? Number(value) : value]),
  );
}
