import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { build, type Plugin, type ResolvedConfig } from 'vite';
import { injectManifest } from 'workbox-build';

/**
 * Builds `src/sw.ts` once all files are written, with the list of all that works offline. `watchers` are plugins that look on
 * at this build, too.
 */
export function serviceWorker(watchers: Plugin[]): Plugin {
  let config: ResolvedConfig;
  return {
    name: 'tung-buoc:service-worker',
    apply: 'build',
    enforce: 'post',
    configResolved(resolved) {
      config = resolved;
    },
    writeBundle: {
      order: 'post',
      sequential: true,
      async handler() {
        const dist = path.resolve(config.root, config.build.outDir);
        const work = path.join(config.root, 'node_modules/.cache/tung-buoc');
        await build({
          configFile: false,
          root: config.root,
          logLevel: 'warn',
          publicDir: false,
          plugins: watchers,
          define: { 'process.env.NODE_ENV': '"production"' },
          build: {
            outDir: work,
            emptyOutDir: false,
            target: config.build.target,
            rollupOptions: {
              input: path.join(config.root, 'src/sw.ts'),
              output: { format: 'iife', entryFileNames: 'sw.js' },
            },
          },
        });
        const { count, size, warnings } = await injectManifest({
          swSrc: path.join(work, 'sw.js'),
          swDest: path.join(dist, 'sw.js'),
          globDirectory: dist,
          globPatterns: ['**/*.{html,js,css,svg,png,webp,jpg,jpeg,webmanifest,json}'],
          // The system keeps its own copy of an installed site's pictures.
          globIgnores: ['404.html', 'sw.js', 'icon-*.png'],
          manifestTransforms: [withIntegrity(dist)],
        });
        for (const warning of warnings) config.logger.warn(warning);
        config.logger.info(`offline store: ${count} files, ${(size / 1000).toFixed(0)} kB`);
      },
    },
  };
}

/**
 * A file that was cut off on its way must not be stored, or it would be a white screen for ever. In the order of names: that
 * of the folder is another on each disk, and would make another version of the same files.
 */
function withIntegrity(dist: string) {
  return async <T extends { url: string }>(manifest: T[]) => ({
    manifest: await Promise.all(
      manifest
        .toSorted((a, b) => (a.url < b.url ? -1 : 1))
        .map(async (entry) => {
          const content = await readFile(path.join(dist, entry.url));
          return { ...entry, integrity: `sha256-${createHash('sha256').update(content).digest('base64')}` };
        }),
    ),
    warnings: [],
  });
}
