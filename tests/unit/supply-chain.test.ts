import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

/** One package of the lock file; its name in the file is where it lies below the project. */
interface Locked {
  version: string;
  license?: string;
  integrity?: string;
  resolved?: string;
  hasInstallScript?: boolean;
  dependencies?: Record<string, string>;
}

const root = path.join(import.meta.dirname, '../..');
const json = <T>(file: string) => JSON.parse(readFileSync(path.join(root, file), 'utf8')) as T;
const own = json<{ dependencies: Record<string, string>; devDependencies: Record<string, string> }>(
  'package.json',
);
const { packages } = json<{ packages: Record<string, Locked> }>('package-lock.json');
const locked = Object.entries(packages).filter(([place]) => place !== '');
const namesOf = (wrong: (one: Locked) => boolean) =>
  locked.filter(([, one]) => wrong(one)).map(([place]) => place);

/** Asks for nothing but that its notice comes along: `licences.txt` of the built site. */
const PERMISSIVE = /^(MIT|ISC|0BSD|BSD-[23]-Clause|Apache-2\.0|BlueOak-1\.0\.0)$/;

describe('what runs in people’s browsers', () => {
  const shipped = closure(Object.keys(own.dependencies));

  it('is at most eight packages, and with all that they bring along at most sixteen', () => {
    expect(Object.keys(own.dependencies).length).toBeLessThanOrEqual(8);
    expect(shipped.length, shipped.join(' ')).toBeLessThanOrEqual(16);
  });

  it('may be passed on, whoever asks', () => {
    const licences = shipped.map((name) => [name, packages[`node_modules/${name}`]?.license ?? 'none']);
    const free = ([, licence = '']: string[]) =>
      licence.split(/[() ]+OR[() ]+|[()]/).some((one) => PERMISSIVE.test(one));
    expect(licences.filter((one) => !free(one))).toEqual([]);
  });

  it('comes with its licences: each package of ours is in the list of the built site, and no tool that only renders', () => {
    const listed = [
      ...readFileSync(path.join(root, 'dist/licences.txt'), 'utf8').matchAll(/^- (\S+) ([\d.]+), \S+$/gm),
    ].map(([, name = '', version = '']) => ({ name, version }));
    const names = listed.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(Object.keys(own.dependencies)));
    expect(names.filter((name) => !shipped.includes(name))).toEqual(['rolldown', 'vite']);
    expect(
      listed.filter(({ name, version }) => packages[`node_modules/${name}`]?.version !== version),
    ).toEqual([]);
  });
});

describe('what builds and tests it', () => {
  it('is named in one version each, not in a range', () => {
    const wanted = Object.entries({ ...own.dependencies, ...own.devDependencies });
    expect(wanted.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
  });

  it('has a digest in the lock file, each package, and comes from the registry', () => {
    expect(locked.length).toBeGreaterThan(100);
    expect(namesOf(({ integrity }) => !/^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity ?? ''))).toEqual([]);
    const registry = 'https://registry.npmjs.org/';
    expect(namesOf(({ resolved }) => resolved !== undefined && !resolved.startsWith(registry))).toEqual([]);
  });

  it('runs nothing of its own while it is installed', () => {
    expect(namesOf(({ hasInstallScript }) => hasInstallScript === true)).toEqual([]);
    expect(readFileSync(path.join(root, '.npmrc'), 'utf8')).toMatch(/^ignore-scripts=true$/m);
  });
});

/** These packages and all that they bring along. */
function closure(names: string[], found: string[] = []): string[] {
  for (const name of names) {
    if (found.includes(name)) continue;
    found.push(name);
    closure(Object.keys(packages[`node_modules/${name}`]?.dependencies ?? {}), found);
  }
  return found;
}
