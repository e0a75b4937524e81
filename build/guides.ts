import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Plugin, ResolvedConfig, ViteDevServer } from 'vite';
import { drawingsOf } from '../src/guide/drawn';
import type { Guide, Locale, Outline } from '../src/guide/guide';
import { formatProblem } from '../src/guide/problem';
import { cardsOf, compileAll, errorsOf, type Library } from './compile-all';
import { editedStep } from './edited-step';
import { shownExamples } from './examples';
import { GUIDE_FILE } from './guide-files';

const VIRTUAL = '\0virtual:';

/**
 * Makes the Markdown below `guides/` into modules: each `.md` is its compiled guide, `virtual:whole-guides` lists them, and
 * `virtual:guides` what a page needs of them beside what stands in it already. Errors stop a build; while writing, a guide is
 * shown as far as it can be read, with its problems in place.
 */
export function guides(): Plugin & { api: { library(): Promise<Library> } } {
  let config: ResolvedConfig;
  let compiling: Promise<Library> | undefined;
  const library = () => {
    compiling ??= compileAll(config.root);
    return compiling;
  };
  const shown = async () => {
    const { guides: whole, drafts } = await library();
    return config.command === 'build' ? whole : drafts;
  };
  const named = async ([id, locale]: string[]) =>
    (await shown()).find((one) => one.id === id && one.locale === locale);

  return {
    name: 'tung-buoc:guides',
    api: { library },
    configResolved(resolved) {
      config = resolved;
    },

    async buildStart() {
      compiling = undefined;
      if (config.command !== 'build') return;
      const found = await library();
      for (const problem of found.problems) {
        // That a guide is due for checking is no news at each build: the app says so itself, and so does the check.
        if (problem.severity === 'warning' && problem.rule !== 'freshness') this.warn(formatProblem(problem));
      }
      const errors = errorsOf(found);
      if (errors.length > 0) {
        this.error(`${errors.length} error(s) in the guides\n${errors.map(formatProblem).join('\n')}`);
      }
      for (const fileName of [...found.pictures, ...found.recordings]) {
        this.emitFile({
          type: 'asset',
          fileName,
          source: await readFile(path.join(config.root, 'guides', fileName)),
        });
      }
    },

    resolveId(id) {
      return id.startsWith('virtual:') ? `\0${id}` : undefined;
    },

    async load(id) {
      const [file = ''] = id.split('?', 1);
      const [, guide, locale] = GUIDE_FILE.exec(file) ?? [];
      if (guide) {
        this.addWatchFile(file);
        return json(await named([guide, locale ?? '']));
      }
      if (!id.startsWith(VIRTUAL)) return undefined;
      const [name, ...rest] = id.slice(VIRTUAL.length).split('/');
      switch (name) {
        case 'guides': {
          const all = await shown();
          return [
            listModule('outlines', all, (one) => `virtual:outline/${one.id}/${one.locale}`),
            listModule('drawings', all, (one) => `virtual:drawings/${one.id}/${drawnAlike(one, all).locale}`),
          ].join('\n');
        }
        case 'whole-guides':
          return listModule('guides', await shown(), (one) => `/guides/${one.id}/${one.locale}.md`);
        case 'outline':
          return json(outlineOf(await named(rest)));
        case 'drawings':
          return json(drawingsOf((await named(rest))?.steps ?? []));
        case 'cards':
          return json(cardsOf(await shown(), rest[0] as Locale));
        case 'problems':
          return json((await library()).problems);
        case 'step-places':
          return json((await library()).places);
        case 'examples':
          return json(await shownExamples(config.root));
        default:
          return undefined;
      }
    },

    async hotUpdate({ file, server }) {
      const content = [path.join(config.root, 'guides'), path.join(config.root, 'src/guide/examples')];
      if (!content.some((folder) => file.startsWith(folder + path.sep))) return undefined;
      const graph = this.environment.moduleGraph;
      for (const module of graph.idToModuleMap.values()) {
        if (module.id?.startsWith(VIRTUAL) || GUIDE_FILE.test(module.id ?? ''))
          graph.invalidateModule(module);
      }
      if (this.environment.name !== 'client') return [];
      const before = await library();
      compiling = undefined;
      const after = await library();
      showUnreadable(server, after);
      this.environment.hot.send('tung-buoc:edited', editedStep(before.drafts, after.drafts));
      return [];
    },

    configureServer(server) {
      // Pictures and recordings lie beside their guide, as they will in the built site.
      server.middlewares.use((request, _response, next) => {
        const match =
          /^\/([a-z0-9-]+\/(?:[a-z0-9-]+\.(?:webp|png|jpe?g|svg)|audio\/[a-z]{2}\/[a-z0-9-]+\.(?:mp3|m4a)))(?:\?|$)/.exec(
            request.url ?? '',
          );
        if (match) request.url = `/guides/${match[1]}`;
        next();
      });
      server.ws.on('connection', async () => showUnreadable(server, await library()));
    },
  };
}

/** A guide of which not one step can be read is in no list, so no page could tell of it. */
function showUnreadable(server: ViteDevServer, library: Library): void {
  const shown = new Set(library.drafts.map(({ id, locale }) => `guides/${id}/${locale}.md`));
  const errors = errorsOf(library).filter(({ file }) => !shown.has(file));
  const [first] = errors;
  if (!first) return;
  const file = path.join(server.config.root, first.file);
  server.ws.send({
    type: 'error',
    err: {
      message: errors.map(formatProblem).join('\n'),
      stack: '',
      plugin: 'tung-buoc:guides',
      loc: { file, line: first.line, column: first.col - 1 },
    },
  });
}

/** An object by id and locale, of functions that load a module each. */
function listModule(name: string, all: Guide[], moduleOf: (one: Guide) => string): string {
  const ids = [...new Set(all.map((guide) => guide.id))];
  const loaders = ids.map((id) => {
    const own = all.filter((guide) => guide.id === id);
    return `${JSON.stringify(id)}: { ${own.map((one) => `${one.locale}: () => import('${moduleOf(one)}')`).join(', ')} }`;
  });
  return `export const ${name} = { ${loaders} };`;
}

/** The first language of a guide with the same drawings: an app's screens mostly say the same in both, and are stored once. */
function drawnAlike(one: Guide, all: Guide[]): Guide {
  const drawn = ({ steps }: Guide) => JSON.stringify(drawingsOf(steps));
  return all.find((other) => other.id === one.id && drawn(other) === drawn(one)) ?? one;
}

function outlineOf(guide: Guide | undefined): Outline | undefined {
  if (!guide) return undefined;
  const { id, locale, revision, title, steps, recordings } = guide;
  const [first, ...rest] = steps.map(({ id: step, title: name, next }) => ({ id: step, title: name, next }));
  return first && { id, locale, revision, title, steps: [first, ...rest], ...(recordings && { recordings }) };
}

function json(value: unknown): string {
  return `export default ${JSON.stringify(value)};`;
}
