import path from 'node:path';
import { createServer, type ViteDevServer } from 'vite';

/** The site as `npm run dev` serves it, from the repository or from a copy of it. */
export async function workshop(root = path.join(import.meta.dirname, '../..')): Promise<{
  address: string;
  close(): Promise<void>;
}> {
  const server: ViteDevServer = await createServer({
    root,
    configFile: path.join(root, 'vite.config.ts'),
    configLoader: 'runner',
    logLevel: 'error',
    cacheDir: path.join(root, 'node_modules/.vite-workshop'),
    server: { port: 4300, host: 'localhost', fs: { strict: false } },
  });
  await server.listen();
  return { address: server.resolvedUrls?.local[0] ?? '', close: () => server.close() };
}
