import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Plugin, ResolvedConfig, ViteDevServer } from 'vite';
import { type Guide, LOCALES, type Locale, type Outline } from '../src/guide/guide';
import { formatProblem } from '../src/guide/problem';
import { cardsOf, compileAll, type Library } from './compile-all';

const INDEX = 'virtual:guides';
const CARDS = 'virtual:cards/';
const OUTLINE = 'virtual:outline/';
const GUIDE_FILE = /\/guides\/([a-z0-9-]+)\/([a-z]{2})\.md$/;

/**
 * Makes the Markdown below `guides/` into modules: `virtual:guides` lists them all, each `.md` is its compiled
 * guide. Errors stop a build; while writing they show in the browser, with file, line and column.
 */
export function guides(): Plugin {
  let config: ResolvedConfig;
  let compiling: Promise<Library> | undefined;
  const library = () => {
    compiling ??= compileAll(config.root);
    return compiling;
  };

  return {
    name: 'tung-buoc:guides',
    configResolved(resolved) {
      config = resolved;
    },

    async buildStart() {
      compiling = undefined;
      const { problems, pictures } = await library();
      for (const problem of problems) {
        if (problem.severity === 'warning') this.warn(formatProblem(problem));
      }
      const errors = problems.filter((problem) => problem.severity === 'error');
      if (errors.length > 0 && config.command === 'build') {
        this.error(`${errors.length} error(s) in the guides\n${errors.map(formatProblem).join('\n')}`);
      }
      if (config.command !== 'build') return;
      for (const picture of pictures) {
        this.emitFile({
          type: 'asset',
          fileName: picture,
          source: await readFile(path.join(config.root, 'guides', picture)),
        });
      }
    },

    resolveId(id) {
      return [INDEX, CARDS, OUTLINE].some((name) => id.startsWith(name)) ? `\0${id}` : undefined;
    },

    async load(id) {
      const [file = ''] = id.split('?', 1);
      const match = GUIDE_FILE.exec(file);
      if (!match && !id.startsWith('\0virtual:')) return undefined;
      const { guides: all, files, problems } = await library();
      if (id === `\0${INDEX}`) return indexModule(files);
      if (id.startsWith(`\0${OUTLINE}`)) {
        const [name, locale] = id.slice(OUTLINE.length + 1).split('/');
        return json(outlineOf(all.find((guide) => guide.id === name && guide.locale === locale)));
      }
      if (id.startsWith(`\0${CARDS}`)) return json(cardsOf(all, id.slice(CARDS.length + 1) as Locale));

      const [, name, locale] = match ?? [];
      const own = problems.filter(
        (problem) => problem.severity === 'error' && file.endsWith(`/${problem.file}`),
      );
      const [first] = own;
      if (first) {
        this.error({
          message: own.map(formatProblem).join('\n'),
          id: file,
          loc: { file, line: first.line, column: first.col - 1 },
        });
      }
      this.addWatchFile(file);
      return json(all.find((guide) => guide.id === name && guide.locale === locale));
    },

    hotUpdate({ file, server }) {
      if (!file.startsWith(path.join(config.root, 'guides'))) return undefined;
      compiling = undefined;
      for (const module of this.environment.moduleGraph.idToModuleMap.values()) {
        if (module.id?.startsWith('\0virtual:') || GUIDE_FILE.test(module.id ?? '')) {
          this.environment.moduleGraph.invalidateModule(module);
        }
      }
      void showProblems(server, library());
      this.environment.hot.send({ type: 'full-reload' });
      return [];
    },

    configureServer(server) {
      // Pictures lie beside their guide, as they will in the built site.
      server.middlewares.use((request, _response, next) => {
        const match = /^\/([a-z0-9-]+\/[a-z0-9-]+\.(webp|png|jpe?g|svg))$/.exec(request.url ?? '');
        if (match) request.url = `/guides/${match[1]}`;
        next();
      });
      // A guide that does not compile is in no list, so the page alone would not tell of it.
      server.ws.on('connection', () => void showProblems(server, library()));
    },
  };
}

async function showProblems(server: ViteDevServer, library: Promise<Library>): Promise<void> {
  const errors = (await library).problems.filter((problem) => problem.severity === 'error');
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

function indexModule(all: Pick<Guide, 'id' | 'locale'>[]): string {
  const ids = [...new Set(all.map((guide) => guide.id))];
  const loaders = (from: (id: string, locale: Locale) => string) =>
    ids.map((id) => {
      const own = all.filter((guide) => guide.id === id);
      return `${JSON.stringify(id)}: { ${own.map(({ locale }) => `${locale}: () => import('${from(id, locale)}')`).join(', ')} }`;
    });
  const cards = LOCALES.map((locale) => `${locale}: () => import('${CARDS}${locale}')`);
  return [
    `export const guides = { ${loaders((id, locale) => `/guides/${id}/${locale}.md`)} };`,
    `export const outlines = { ${loaders((id, locale) => `${OUTLINE}${id}/${locale}`)} };`,
    `export const cards = { ${cards} };`,
  ].join('\n');
}

function outlineOf(guide: Guide | undefined): Outline | undefined {
  if (!guide) return undefined;
  const { id, locale, revision, title, steps } = guide;
  const [first, ...rest] = steps.map(({ id: step, title: name, next }) => ({ id: step, title: name, next }));
  return first && { id, locale, revision, title, steps: [first, ...rest] };
}

function json(value: unknown): string {
  return `export default ${JSON.stringify(value)};`;
}
