import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import preact from '@preact/preset-vite';
import { defineConfig } from 'vite';
import { chunkName } from './build/guide-files';
import { guides } from './build/guides';
import { licences } from './build/licences';
import { webManifest } from './build/manifest';
import { moduleSizes } from './build/module-sizes';
import { pages } from './build/pages';
import { serviceWorker } from './build/service-worker';
import { spokenWords } from './build/spoken-words';

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8')) as {
  version: string;
};

/** Where the site lies on its host, for the page that answers unknown addresses: `SITE_BASE=/tung-buoc/`. */
const base = process.env.SITE_BASE ?? '/';
/** The public address, for search engines and for what people take home: `SITE_URL=https://example.org/tung-buoc/`. */
const siteUrl = (process.env.SITE_URL ?? '').replace(/[^/]$/, '$&/');

/** What each page needs comes as one file: many small ones compress worse, and cost more on a slow line. */
const EVERY_PAGE =
  /node_modules\/(preact|preact-iso)\/|src\/(app\.tsx|pages\.tsx|guides-known\.)|src\/walk\/|src\/i18n\/words|src\/guide\/(guide|graph)\.|src\/tally\/(day|id|not-counted|pending|plain-letters|trouble)\.|src\/device\/(preference|company|idle|role|speech-preferences|tab-walk|text-size|theme|touch-guard|steady-touch|own-id|public-address|update)\.|src\/ui\/(TopBar|icons|open-dialog)\.|src\/screens\/(address|LanguageLink|site|use-title|forget-reader|leaving|public-address|look\/LookButton)\./;

const built = builtOn();
const content = guides();
const notices = licences();

export default defineConfig({
  // Relative: the same files run at a domain, under a sub-path, and from a folder that any server serves.
  base: './',
  define: {
    __VERSION__: JSON.stringify(version),
    __BUILT__: JSON.stringify(built),
    __SITE_URL__: JSON.stringify(siteUrl),
  },
  build: {
    target: ['chrome92', 'safari15'],
    assetsInlineLimit: 0,
    // Style only: scripts are few and named in the page already.
    modulePreload: {
      polyfill: false,
      resolveDependencies: (_, deps) => deps.filter((name) => name.endsWith('.css')),
    },
    reportCompressedSize: false,
    rollupOptions: {
      output: {
        // Guides by name: the offline store has to know whose files are whose.
        chunkFileNames: ({ facadeModuleId }) => `assets/${chunkName(facadeModuleId)}-[hash:8].js`,
        manualChunks: (id) => (EVERY_PAGE.test(id) ? 'app' : undefined),
      },
    },
  },
  worker: { format: 'es', plugins: () => [notices.api.watch()] },
  plugins: [
    content,
    spokenWords(),
    webManifest(content.api.library),
    preact({
      prerender: {
        enabled: true,
        renderTarget: '#app',
        prerenderScript: path.resolve(import.meta.dirname, 'src/prerender.tsx'),
      },
    }),
    pages(base),
    moduleSizes(),
    serviceWorker({ version, date: built }, content.api.library, [notices.api.watch()]),
    notices,
  ],
});

/** The day of the last commit, so that the same commit gives the same bytes; today where there is no history. */
function builtOn(): string {
  const epoch = process.env.SOURCE_DATE_EPOCH;
  if (epoch) return new Date(Number(epoch) * 1000).toISOString().slice(0, 10);
  try {
    return execFileSync('git', ['log', '-1', '--format=%cs'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return new Date().toISOString().slice(0, 10);
  }
}
