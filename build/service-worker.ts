import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { build, type Plugin, type ResolvedConfig } from 'vite';
import type { Library } from './compile-all';
import { stampVersion } from './stamp';

/** Instead of the app's own worker: `KILL_SWITCH=1 npm run build`, see docs/updates.md. */
const KILL_SWITCH = path.join(import.meta.dirname, 'kill-switch.js');

/**
 * Builds `src/sw.ts` once all files are written, and makes them a version. `date`: `YYYY-MM-DD`; `library` has the guides in the
 * home screen's order; `watchers` are plugins that look on at the worker's build, too.
 */
export function serviceWorker(
  { version, date }: { version: string; date: string },
  library: () => Promise<Library>,
  watchers: Plugin[],
): Plugin {
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
        const isKillSwitch = Boolean(process.env.KILL_SWITCH);
        const worker = isKillSwitch
          ? await readFile(KILL_SWITCH, 'utf8')
          : await builtWorker(config, watchers);
        const guides = [...new Set((await library()).guides.map((guide) => guide.id))];
        const dist = path.resolve(config.root, config.build.outDir);
        const { id, files, bytes } = stampVersion(dist, { version, date, worker, guides });
        const size = `${files} files, ${(bytes / 1000).toFixed(0)} kB`;
        if (isKillSwitch) config.logger.warn(`version ${id} takes the app away from devices (KILL_SWITCH)`);
        else config.logger.info(`version ${version}, ${date}, ${id}; offline store: ${size}`);
      },
    },
  };
}

async function builtWorker(config: ResolvedConfig, plugins: Plugin[]): Promise<string> {
  const work = path.join(config.root, 'node_modules/.cache/tung-buoc');
  await build({
    configFile: false,
    root: config.root,
    logLevel: 'warn',
    publicDir: false,
    plugins,
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
  return readFile(path.join(work, 'sw.js'), 'utf8');
}
