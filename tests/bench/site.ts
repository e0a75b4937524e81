import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { compileAll } from '../../build/compile-all';
import { browserVersion } from './browser';
import { filesBelow, serveCompressed } from './compressed-server';
import { type Figure, figureOf } from './figures';
import { floor, floorId } from './floor';
import { record } from './performance-page';
import { goOffline, type Measured, openCold, type Site, walkOn } from './site-measures';

const GUIDE = 'vneid';

/** All figures of one run. A ratio is of the two medians, the site's to the floor's. */
export interface Results {
  browser: string;
  rounds: number;
  measures: Record<string, { site: Figure; floor: Figure; ratio: number }>;
}

/**
 * `npm run bench [-- --quick] [-- --record]`: the built site against the floor, in turns, on a slow processor and a bad line.
 * Prints a table and the way to the JSON; with `--record` also brings `docs/performance.md` up to date.
 */
export async function bench(root: string, args: string[]): Promise<void> {
  const quick = args.includes('--quick');
  const rounds = quick ? 2 : 3;
  const guides = (await compileAll(root)).guides.filter(({ locale }) => locale === 'vi');
  const first = guides.find(({ id }) => id === GUIDE)?.steps[0].id ?? '';
  const servers = [
    await serveCompressed(filesBelow(path.join(root, 'dist'))),
    await serveCompressed(floor(guides)),
  ] as const;
  const sites: Record<'site' | 'floor', Site> = {
    site: { address: servers[0].address, page: `${GUIDE}/`, first, cover: '' },
    floor: { address: servers[1].address, page: '', first: floorId(GUIDE, first), cover: GUIDE },
  };
  try {
    const found = await inTurns(sites, rounds, quick);
    const results: Results = { browser: await browserVersion(), rounds, measures: compared(found) };
    print(results);
    const file = path.join(root, 'node_modules/.cache/tung-buoc/bench.json');
    writeFileSync(file, `${JSON.stringify(results, null, 2)}\n`);
    console.log(`\nAll figures: ${path.relative(root, file)}`);
    if (args.includes('--record')) record(root, results);
  } finally {
    for (const { close } of servers) close();
  }
}

type Found = Record<'site' | 'floor', Measured[]>;

/** One after the other and the other way round, so that a machine that gets slower is slower for both. */
async function inTurns(
  sites: Record<'site' | 'floor', Site>,
  rounds: number,
  quick: boolean,
): Promise<Found> {
  const found: Found = { site: [], floor: [] };
  for (let round = 0; round < rounds; round++) {
    const order = round % 2 === 0 ? (['site', 'floor'] as const) : (['floor', 'site'] as const);
    for (const name of order) {
      const site = sites[name];
      found[name].push({
        ...(await openCold(site)),
        ...(await walkOn(site, quick ? 30 : 1000)),
        // The slowest, and the same in each round: a quick run installs once.
        ...(quick && round > 0 ? {} : await goOffline(site)),
      });
      process.stderr.write('.');
    }
  }
  process.stderr.write('\n');
  return found;
}

function compared({ site, floor }: Found): Results['measures'] {
  const names = Object.keys(site[0] ?? {});
  const values = (list: Measured[], name: string) =>
    list.flatMap((one) => (one[name] === undefined ? [] : [one[name]]));
  return Object.fromEntries(
    names.map((name) => {
      const [ours, theirs] = [figureOf(values(site, name)), figureOf(values(floor, name))];
      return [name, { site: ours, floor: theirs, ratio: ours.median / theirs.median }];
    }),
  );
}

function print({ rounds, measures }: Results): void {
  console.log(`${rounds} rounds; median (least to most); ms and bytes\n`);
  const shown = ({ median, least, most }: Figure) =>
    `${median.toFixed(0)} (${least.toFixed(0)} to ${most.toFixed(0)})`;
  for (const [name, { site, floor, ratio }] of Object.entries(measures))
    console.log(
      `${name.padEnd(12)} ${shown(site).padStart(32)}  floor ${shown(floor).padStart(32)}  × ${ratio.toFixed(2)}`,
    );
}
