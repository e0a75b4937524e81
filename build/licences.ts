import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Plugin, ResolvedConfig, Rollup } from 'vite';

/** Lies beside the pages, but not in the offline store: nobody needs it to help a person. */
const FILE = 'licences.txt';
/** What asks for no more than that its notice comes along. */
const PERMISSIVE = ['MIT', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'BlueOak-1.0.0'];
/** Code that the build itself puts into the site, by the beginning of its module's name: whose it is. */
const OF_THE_TOOLS: Record<string, string> = {
  '\0vite/': 'vite',
  '\0@oxc-project+runtime@': 'rolldown',
  '\0rolldown/': 'rolldown',
};
/** Vite's own licence is followed by those of what only its own program holds. */
const OTHER_LICENCES = /^# Licenses of bundled dependencies$/m;

/** A package of which code is in the site. */
interface Shipped {
  name: string;
  version: string;
  licence: string;
  text: string;
}

/**
 * Writes `licences.txt`: each package of which code is in the built site, with its licence. They are those of the modules
 * that went into the files, not those of package.json. A package without a permissive licence and its text ends the build.
 * `watch()` makes the plugin that looks on at a build within the build: a worker's.
 */
export function licences(): Plugin & { api: { watch(): Plugin } } {
  let config: ResolvedConfig;
  const modules = new Set<string>();
  const collect = (bundle: Rollup.OutputBundle) => {
    for (const id of modulesIn(bundle)) modules.add(id);
  };
  return {
    name: 'tung-buoc:licences',
    apply: 'build',
    enforce: 'post',
    api: {
      watch: () => ({
        name: 'tung-buoc:licences-of-a-worker',
        generateBundle: (_options, bundle) => collect(bundle),
      }),
    },
    configResolved(resolved) {
      config = resolved;
    },
    buildStart() {
      modules.clear();
    },
    // After what only prerenders has been taken out.
    generateBundle: { order: 'post', handler: (_options, bundle) => collect(bundle) },
    // After the service worker's own build.
    writeBundle: {
      order: 'post',
      sequential: true,
      async handler() {
        const { root } = config;
        const nobodys = [...modules].find((id) => id.startsWith('\0') && !isKnown(id));
        if (nobodys) this.error(`${nobodys.slice(1)}: whose code is this? Say so in build/licences.ts`);
        const folders = new Set([...modules].flatMap((id) => packageOf(id, root) ?? []));
        const shipped: Shipped[] = [];
        for (const folder of folders) {
          const found = await readPackage(folder);
          if (typeof found === 'string') this.error(`${path.relative(root, folder)}: ${found}`);
          shipped.push(found);
        }
        const own = await readFile(path.join(root, 'LICENSE'), 'utf8');
        await writeFile(path.resolve(root, config.build.outDir, FILE), listing(shipped, own));
      },
    },
  };
}

/** Modules of which something is left in a file, once what is not used has fallen away. */
function modulesIn(bundle: Rollup.OutputBundle): string[] {
  return Object.values(bundle).flatMap((file) =>
    file.type === 'chunk'
      ? Object.entries(file.modules).flatMap(([id, { renderedLength }]) => (renderedLength > 0 ? [id] : []))
      : [],
  );
}

/** Whether a module that is no file is one of ours or of the tools. */
function isKnown(id: string): boolean {
  return id.startsWith('\0virtual:') || toolOf(id) !== undefined;
}

function toolOf(id: string): string | undefined {
  return Object.keys(OF_THE_TOOLS).find((start) => id.startsWith(start));
}

/** The folder of the package that a module comes from; undefined for the project's own. */
function packageOf(id: string, root: string): string | undefined {
  const tool = toolOf(id);
  if (tool) return path.join(root, 'node_modules', OF_THE_TOOLS[tool] ?? '');
  return /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(id.replaceAll('\\', '/'))?.[1];
}

/** A package with its licence, or what is wrong with it. */
async function readPackage(folder: string): Promise<Shipped | string> {
  const { name, version, license } = JSON.parse(
    await readFile(path.join(folder, 'package.json'), 'utf8'),
  ) as Record<string, unknown>;
  const choices = String(license ?? 'none').split(/[() ]+OR[() ]+|[()]/);
  const licence = PERMISSIVE.find((one) => choices.includes(one));
  if (!licence) return `its licence is ${license}; only ${PERMISSIVE.join(', ')} may be shipped`;
  const file = [`LICENSE-${licence}`, 'LICENSE', 'LICENSE.md', 'LICENSE.txt', 'license']
    .map((one) => path.join(folder, one))
    .find(existsSync);
  if (!file) return 'has no file with its licence';
  const [text = ''] = (await readFile(file, 'utf8')).replaceAll('\r\n', '\n').split(OTHER_LICENCES);
  return { name: String(name), version: String(version), licence, text: text.trim() };
}

function listing(shipped: Shipped[], own: string): string {
  const sorted = shipped.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const titled = ({ name, version, licence }: Shipped) => `${name} ${version}, ${licence}`;
  const rule = '='.repeat(72);
  return [
    'Từng Bước',
    'Code: Apache-2.0, at the end of this file. Guides: CC BY 4.0, https://creativecommons.org/licenses/by/4.0/',
    `The scripts of this site hold code of:\n\n${sorted.map((one) => `- ${titled(one)}`).join('\n')}`,
    ...sorted.map((one) => `${rule}\n${titled(one)}\n${rule}\n\n${one.text}`),
    `${rule}\nTừng Bước\n${rule}\n\n${own.trim()}\n`,
  ].join('\n\n');
}
