import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { compileAll } from '../../build/compile-all';
import { isDay } from '../../src/guide/day';
import { type FleetOptions, makeFleet, SHORTEST } from './fleet';

const USE =
  'npm run fleet -- --out <folder> [--tablets 1000] [--days 200] [--seed 7] [--until 2026-11-24]: writes the export files of many tablets into <folder>/exports, and what they truly hold into <folder>/truth.json';

/** `npm run fleet`: writes a fleet's files, says how many, and answers the exit code. */
export async function fleet(root: string, args: string[], cwd = process.cwd()): Promise<number> {
  const asked = read(args);
  if (typeof asked === 'string') {
    console.error(asked);
    return 1;
  }
  const folder = path.resolve(cwd, asked.out);
  const files = path.join(folder, 'exports');
  if (existsSync(folder) && readdirSync(folder).length > 0) {
    console.error(`${asked.out} holds something already; name a new folder`);
    return 1;
  }
  mkdirSync(files, { recursive: true });
  const { guides } = await compileAll(root, 'guides', asked.options.until);
  let bytes = 0;
  const made = await makeFleet(asked.options, guides, (name, text) => {
    const content = Buffer.from(text);
    bytes += content.length;
    writeFileSync(path.join(files, name), content);
  });
  writeFileSync(path.join(folder, 'truth.json'), `${JSON.stringify(written(made), null, 2)}\n`);
  const { sound, refused } = made.files;
  console.log(
    `${sound + refused.length} files (${(bytes / 1e6).toFixed(1)} MB), of which ${refused.length} are to be refused: ${made.truth.sheets} sheets, ${made.truth.rows} rows, ${made.truth.total.turns} turns`,
  );
  return 0;
}

/** The counters' own list is no part of the truth. */
function written({ fleet: options, files, truth }: Awaited<ReturnType<typeof makeFleet>>): object {
  const { counters: _, ...sums } = truth;
  return { fleet: options, files, ...sums };
}

/** The options of a command line, or what is wrong with them. */
function read(args: string[]): { out: string; options: FleetOptions } | string {
  const values = parsed(args);
  if (!values?.out) return USE;
  const { out, until } = values;
  const [tablets, days, seed] = [Number(values.tablets), Number(values.days), Number(values.seed)];
  if (!isWithin(tablets, 1, 100_000)) return '--tablets: write a number from 1 to 100000';
  // An export carries 400 days; what is older is no part of the story here.
  if (!isWithin(days, SHORTEST, 400)) return `--days: write a number from ${SHORTEST} to 400`;
  if (!isWithin(seed, 0, 2 ** 32 - 1)) return '--seed: write a whole number';
  if (!isDay(until)) return '--until: write a day as 2026-11-24';
  return { out, options: { tablets, days, seed, until } };
}

function parsed(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        out: { type: 'string' },
        tablets: { type: 'string', default: '1000' },
        days: { type: 'string', default: '200' },
        seed: { type: 'string', default: '7' },
        until: { type: 'string', default: '2026-11-24' },
      },
    }).values;
  } catch {
    return undefined;
  }
}

function isWithin(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}
