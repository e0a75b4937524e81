import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { filesIn } from '../../build/stamp';
import type { Files } from './floor';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.txt': 'text/plain; charset=utf-8',
};
/** Already compressed by their own formats. */
const AS_THEY_ARE = new Set(['.png']);

/** All files below a folder, by address. */
export function filesBelow(folder: string): Files {
  const found: Files = new Map();
  for (const name of filesIn(folder)) found.set(`/${name}`, readFileSync(path.join(folder, name)));
  return found;
}

/** Serves files from memory, compressed once as a host would, brotli or gzip as the browser takes it. Answers the address. */
export async function serveCompressed(files: Files): Promise<{ address: string; close(): void }> {
  const kept = new Map<string, Buffer>();
  const compressed = (name: string, encoding: 'br' | 'gzip', content: Buffer): Buffer => {
    const key = `${encoding} ${name}`;
    const made =
      kept.get(key) ?? (encoding === 'br' ? brotliCompressSync(content) : gzipSync(content, { level: 9 }));
    kept.set(key, made);
    return made;
  };
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const name = pathname.endsWith('/') ? `${pathname}index.html` : pathname;
    const content = files.get(name);
    if (!content) {
      response.writeHead(404).end();
      return;
    }
    const extension = path.extname(name);
    const accepted = String(request.headers['accept-encoding'] ?? '');
    const encoding = AS_THEY_ARE.has(extension) ? undefined : encodingOf(accepted);
    response.writeHead(200, {
      'Content-Type': TYPES[extension] ?? 'application/octet-stream',
      'Cache-Control': 'no-cache',
      ...(encoding && { 'Content-Encoding': encoding }),
    });
    response.end(encoding ? compressed(name, encoding, content) : content);
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const bound = server.address();
  const port = bound !== null && typeof bound === 'object' ? bound.port : 0;
  return { address: `http://localhost:${port}/`, close: () => void server.close() };
}

function encodingOf(accepted: string): 'br' | 'gzip' | undefined {
  if (accepted.includes('br')) return 'br';
  return accepted.includes('gzip') ? 'gzip' : undefined;
}
