import { minifySync, type Plugin, type ResolvedConfig, type Rollup } from 'vite';
import { inlineOf, withPolicy } from './content-security';
import { contentOf, styleOf, withoutStyle } from './page-content';
import { chunksOf, modulesOf, type Needed } from './page-modules';
import { headerFiles } from './security-headers';

/** The file of the page that a server shows for an address that does not exist. */
const NOT_FOUND = '404.html';

/**
 * Finishes the prerendered pages: addresses relative to each page, so that the site runs under any path; the
 * page's own code fetched at once instead of one round trip after the other; the policy of what it may do; its content
 * for the offline store, which has the style already; and a page for unknown addresses, which cannot know how deep it
 * stands and so names the site's base.
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
    transformIndexHtml: withSmallScripts,
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const finished: string[] = [];
        const finish = (html: string) => {
          finished.push(html);
          return withPolicy(html);
        };
        for (const [name, file] of Object.entries(bundle)) {
          if (file.type !== 'asset' || !name.endsWith('.html')) continue;
          const root = '../'.repeat(name.split('/').length - 1) || './';
          const needed = modulesOf(name, config.root);
          const html = withStyle(withPreloads(String(file.source), needed.script, bundle), needed, bundle);
          const page = finish(relocate(html, root));
          file.source = page;
          this.emitFile({ type: 'asset', fileName: contentOf(name), source: withoutStyle(page) });
          if (name === 'index.html')
            this.emitFile({ type: 'asset', fileName: NOT_FOUND, source: finish(relocate(html, base, '')) });
        }
        dropPrerenderer(bundle);
        for (const [fileName, source] of Object.entries(headerFiles(inlineOf(finished))))
          this.emitFile({ type: 'asset', fileName, source });
      },
    },
  };
}

/** The template's addresses begin with `./`; the app's own links in a page are right already, but for 404. */
function relocate(html: string, root: string, links = './'): string {
  return html
    .replaceAll(/(src|href)="\.\/(assets\/|manifest|icon|licences)/g, `$1="${root}$2`)
    .replace('data-root="./"', `data-root="${root}"`)
    .replaceAll(
      links === './' ? /(?!)/g : /href="(?!https?:|#|\/|tel:)(?:\.\/)?([a-z-]*\/?[a-z-]*\/?)"/g,
      `href="${root}$1"`,
    );
}

/** What runs before the first paint stands in the template, and so in each page: without its comments, which are for those who read the template. */
function withSmallScripts(html: string): string {
  return html.replaceAll(
    /<script>([\s\S]*?)<\/script>/g,
    (_, code: string) => `<script>${minifySync('inline.js', code, { module: false }).code.trim()}</script>`,
  );
}

/** The renderer, and what only it needs (the guides themselves): done with here, and dead weight in every device's store. */
function dropPrerenderer(bundle: Rollup.OutputBundle): void {
  const kept = new Set<string>();
  const keep = (name: string) => {
    const file = bundle[name];
    if (kept.has(name) || file?.type !== 'chunk') return;
    kept.add(name);
    for (const next of [...file.imports, ...file.dynamicImports]) keep(next);
  };
  for (const [name, file] of Object.entries(bundle)) {
    if (file.type === 'chunk' && file.isEntry && !file.exports.includes('prerender')) keep(name);
  }
  for (const [name, file] of Object.entries(bundle))
    if (file.type === 'chunk' && !kept.has(name)) delete bundle[name];
}

function withPreloads(html: string, modules: string[], bundle: Rollup.OutputBundle): string {
  const links = chunksOf(modules, bundle)
    .filter(({ fileName }) => !html.includes(fileName))
    .map((chunk) => `<link rel="modulepreload" crossorigin href="./${chunk.fileName}"${outlineOf(chunk)}>`);
  return html.replace('</head>', `${links.join('')}</head>`);
}

/** So that a guide's page finds its own outline without the list of all guides, see src/guides-known.ts. */
function outlineOf({ moduleIds }: Rollup.OutputChunk): string {
  const guide = moduleIds.length === 1 && moduleIds[0]?.split('\0virtual:outline/')[1];
  return guide ? ` data-outline="${guide}"` : '';
}

/**
 * The page's style in the page itself: a file of its own would cost a bad line a whole round trip before paint. A link that is
 * disabled fetches nothing, and tells the script which style is there already.
 */
function withStyle(html: string, { script, shown }: Needed, bundle: Rollup.OutputBundle): string {
  const linked = /<link rel="stylesheet"[^>]*href="\.\/([^"]+)"[^>]*>\s*/g;
  const files = new Set([...html.matchAll(linked)].map(([, name = '']) => name));
  for (const chunk of chunksOf([...script, ...shown], bundle)) {
    for (const name of chunk.viteMetadata?.importedCss ?? []) files.add(name);
  }
  const css = new Map<string, string>();
  for (const name of files) {
    const file = bundle[name];
    if (file?.type === 'asset') css.set(name, String(file.source));
  }
  const known = [...files].map((name) => `<link rel="stylesheet" disabled crossorigin href="./${name}">`);
  return html.replaceAll(linked, '').replace('</head>', () => `${known.join('')}${styleOf(css)}</head>`);
}
