import path from 'node:path';
import type { Plugin, ResolvedConfig, Rollup } from 'vite';

/** The file of the page that a server shows for an address that does not exist. */
const NOT_FOUND = '404.html';

/**
 * Finishes the prerendered pages: addresses relative to each page, so that the site runs under any path; the
 * page's own code fetched at once instead of one round trip after the other; and a page for unknown addresses,
 * which cannot know how deep it stands and so names the site's base.
 */
export function pages(base: string): Plugin {
  let config: ResolvedConfig;
  return {
    name: 'tung-buoc:pages',
    apply: 'build',
    enforce: 'post',
    configResolved(resolved) {
      config = resolved;
    },
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        dropPrerenderer(bundle);
        for (const [name, file] of Object.entries(bundle)) {
          if (file.type !== 'asset' || !name.endsWith('.html')) continue;
          const root = '../'.repeat(name.split('/').length - 1) || './';
          const html = withPreloads(String(file.source), modulesOf(name, config.root), bundle);
          file.source = relocate(html, root);
          if (name === 'index.html') this.emitFile({ type: 'asset', fileName: NOT_FOUND, source: relocate(html, base, '') });
        }
      },
    },
  };
}

/** The template's addresses begin with `./`; the app's own links in a page are right already, but for 404. */
function relocate(html: string, root: string, links = './'): string {
  return html
    .replaceAll(/(src|href)="\.\/(assets\/|manifest|icon)/g, `$1="${root}$2`)
    .replace('data-root="./"', `data-root="${root}"`)
    .replaceAll(links === './' ? /(?!)/g : /href="(?!https?:|#|\/|tel:)(?:\.\/)?([a-z-]*\/?[a-z-]*\/?)"/g, `href="${root}$1"`);
}

/** The renderer was only needed here; it would be dead weight in every device's store. */
function dropPrerenderer(bundle: Rollup.OutputBundle): void {
  for (const [name, file] of Object.entries(bundle)) {
    if (file.type === 'chunk' && file.exports.includes('prerender')) delete bundle[name];
  }
}

/** The modules that a page needs beside the entry, by file name. */
function modulesOf(page: string, root: string): string[] {
  const parts = page.split('/').slice(0, -1);
  const locale = parts[0] === 'en' ? 'en' : 'vi';
  const name = locale === 'en' ? parts[1] : parts[0];
  const file = (relative: string) => path.posix.join(root, relative);
  const words = file(`src/i18n/${locale}.json`);
  const cards = `\0virtual:cards/${locale}`;
  switch (name) {
    case undefined:
      return [words, cards, file('src/screens/home/HomeScreen.tsx')];
    case 'staff':
      return [words, cards, file('src/screens/staff/StaffScreen.tsx')];
    case 'report':
      return [words, cards, file('src/screens/report/ReportScreen.tsx')];
    default:
      return [words, file(`guides/${name}/${locale}.md`), file('src/screens/guide/GuideScreen.tsx')];
  }
}

function withPreloads(html: string, modules: string[], bundle: Rollup.OutputBundle): string {
  const chunks = Object.values(bundle).filter((file): file is Rollup.OutputChunk => file.type === 'chunk');
  const wanted = new Set<string>();
  const add = (fileName: string) => {
    if (wanted.has(fileName)) return;
    wanted.add(fileName);
    for (const imported of chunks.find((chunk) => chunk.fileName === fileName)?.imports ?? []) add(imported);
  };
  for (const module of modules) {
    const chunk = chunks.find(({ moduleIds }) => moduleIds.includes(module));
    if (chunk) add(chunk.fileName);
  }
  const links = [...wanted]
    .filter((fileName) => !html.includes(fileName))
    .map((fileName) => `<link rel="modulepreload" crossorigin href="./${fileName}">`);
  return html.replace('</head>', `${links.join('')}</head>`);
}
