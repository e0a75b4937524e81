import path from 'node:path';
import { createServer, type ViteDevServer } from 'vite';

const REPOSITORY = path.join(import.meta.dirname, '../..');

/** The site as `npm run dev` serves it, from the repository or from a copy of it. */
export async function workshop(root = REPOSITORY): Promise<{
  address: string;
  close(): Promise<void>;
}> {
  const server: ViteDevServer = await createServer({
    root,
    configFile: path.join(root, 'vite.config.ts'),
    configLoader: 'runner',
    logLevel: 'error',
    // Never the one that `npm run dev` is using, and each copy its own.
    cacheDir: path.join(root, root === REPOSITORY ? 'node_modules/.vite-workshop' : '.vite'),
    server: { port: 4300, host: 'localhost', fs: { strict: false } },
  });
  await server.listen();
  return { address: server.resolvedUrls?.local[0] ?? '', close: () => server.close() };
}
