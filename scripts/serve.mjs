// Serves the built site as any static host would: no server logic, a page for unknown addresses.
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import sirv from 'sirv';
import { root } from './install.mjs';

/**
 * Serves `dist/` below a path, at a port or at the next one that is free. Answers the address. `headers`: whether it sends
 * those that the build wrote for hosts.
 * @param {{ port: number, base?: string, host?: string, folder?: string, headers?: boolean }} options
 * @returns {Promise<{ address: string, close(): void }>}
 */
export function serve({
  port,
  base = '/',
  host = 'localhost',
  folder = path.join(root, 'dist'),
  headers = true,
}) {
  const site = sirv(folder, {
    // Read at each request: the folder may be built anew while it is served.
    dev: true,
    etag: true,
    setHeaders(response, pathname) {
      if (pathname === '/version.json') response.setHeader('Cache-Control', 'no-store');
    },
    onNoMatch(_request, response) {
      response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8' });
      response.end(readFileSync(path.join(folder, '404.html')));
    },
  });
  const server = createServer((request, response) => {
    if (!request.url?.startsWith(base)) {
      response.writeHead(404).end();
      return;
    }
    request.url = request.url.slice(base.length - 1);
    const { pathname, search } = new URL(request.url, 'http://localhost');
    if (
      !path.extname(pathname) &&
      !pathname.endsWith('/') &&
      existsSync(path.join(folder, pathname, 'index.html'))
    ) {
      response.writeHead(301, { Location: `${base.slice(0, -1)}${pathname}/${search}` }).end();
      return;
    }
    for (const [name, value] of headers ? headersOf(folder) : []) response.setHeader(name, value);
    site(request, response);
  });
  return new Promise((resolve, reject) => {
    server.on('error', (error) => {
      const taken = 'code' in error && error.code === 'EADDRINUSE';
      port += 1;
      if (taken) server.listen(port, host);
      else reject(error);
    });
    server.listen(port, host, () => {
      resolve({ address: `http://${host}:${port}${base}`, close: () => server.close() });
    });
  });
}

/**
 * What `_headers` sets for all files: a line with a pattern, then indented ones.
 * @param {string} folder
 * @returns {[name: string, value: string][]}
 */
function headersOf(folder) {
  const file = path.join(folder, '_headers');
  if (!existsSync(file)) return [];
  return Array.from(
    readFileSync(file, 'utf8').matchAll(/^ +([\w-]+): (.*)$/gm),
    ([, name = '', value = '']) => [name, value],
  );
}
