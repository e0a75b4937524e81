import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { modulesOf, scriptsOf, stored } from '../unit/built-site';

const FILE = 'tests/unit/sizes.json';
/** One page of each kind that has a budget; of the guides the longest. */
const PAGES = { guide: 'vneid', home: '', staff: 'staff', report: 'report' };

/** `npm run sizes`: puts on record what the built site is made of, so that a failing budget can say what grew since. */
export function bench(root: string): void {
  const kinds = Object.entries(PAGES).map(
    ([kind, folder]) => [kind, modulesOf(scriptsOf(path.posix.join(folder, 'index.html')))] as const,
  );
  const all = { ...Object.fromEntries(kinds), offline: modulesOf(stored().map(({ url }) => url)) };
  writeFileSync(path.join(root, FILE), `${JSON.stringify(sorted(all), null, 2)}\n`);
  console.log(`${FILE}: ${Object.keys(all).join(', ')}`);
}

/** By name, so that two records can be compared as text. */
function sorted<T>(value: Record<string, T>): Record<string, T> {
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [
        key,
        typeof inner === 'object' && inner !== null ? (sorted(inner as Record<string, unknown>) as T) : inner,
      ]),
  );
}
