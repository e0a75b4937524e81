import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin, ResolvedConfig } from 'vite';

/** Below `node_modules/.cache/tung-buoc`: `{ "<file>": { "<module>": <bytes> } }`, of the last build. */
const FILE = 'module-sizes.json';

/** Notes how many bytes of each file are of which module, before compression, so that a failing budget can say what grew. */
export function moduleSizes(): Plugin {
  let config: ResolvedConfig;
  return {
    name: 'tung-buoc:module-sizes',
    apply: 'build',
    enforce: 'post',
    configResolved(resolved) {
      config = resolved;
    },
    writeBundle(_options, bundle) {
      const nameOf = (id: string) =>
        id.replace(/^\0/, '').replace(`${config.root}/`, '').replace(/\?.*$/, '');
      const sizes = Object.values(bundle).flatMap((file) =>
        file.type === 'chunk'
          ? [
              [
                file.fileName,
                Object.fromEntries(
                  Object.entries(file.modules).map(([id, { renderedLength }]) => [
                    nameOf(id),
                    renderedLength,
                  ]),
                ),
              ] as const,
            ]
          : [],
      );
      const folder = path.join(config.root, 'node_modules/.cache/tung-buoc');
      mkdirSync(folder, { recursive: true });
      writeFileSync(path.join(folder, FILE), JSON.stringify(Object.fromEntries(sizes)));
    },
  };
}
