import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request as ask, createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inlineOf, withPolicy } from '../build/content-security';
import { pageOf, withoutStyle } from '../build/page-content';
import { headerFiles } from '../build/security-headers';
import { filesIn, stampVersion } from '../build/stamp';
import { serve } from '../scripts/serve.mjs';
import type { Published } from '../src/device/version';
import { putTogether, styleFiles } from '../src/sw-page';
import type { SiteFile } from '../src/sw-site';
import { storedBy } from './built-files';

/** What a bad line, a bad host or a bad card does to a file on its way. */
export const FAULTS = ['cut', 'status 500', 'HTML instead', 'one bit flipped'] as const;
export type Fault = (typeof FAULTS)[number];

const ROOT = path.join(import.meta.dirname, '..');
const DIST = path.join(ROOT, 'dist');
/** What may follow a file without changing what it means. */
const NOTES: Record<string, (note: string) => string> = {
  '.html': (note) => `<!-- ${note} -->`,
  '.svg': (note) => `<!-- ${note} -->`,
  '.css': (note) => `/* ${note} */`,
  '.js': (note) => `\n// ${note}`,
};

const POLICY = /\n *<meta http-equiv="Content-Security-Policy"[^>]*>/;

/** The built site on a host of its own, on which versions are published, and which can be made to fail. */
export class PublishedSite {
  /** Every path that was asked for, below the site's root. */
  readonly asked: string[] = [];
  private faults = new Map<string, Fault>();

  private constructor(
    private readonly folder: string,
    readonly address: string,
    readonly close: () => void,
    private readonly limit: number | undefined,
  ) {}

  /** `port`: or the next one that is free. `limit`: above so many bytes guides are stored later; as the build has it where it is not given. */
  static async open(port: number, limit?: number): Promise<PublishedSite> {
    const folder = mkdtempSync(path.join(tmpdir(), 'tung-buoc-site-'));
    cpSync(DIST, folder, { recursive: true });
    const host = await serve({ port, base: '/tung-buoc/', folder });
    const { port: hostPort, pathname } = new URL(host.address);
    const server = createServer((request, response) => {
      const name = (request.url ?? '').slice(pathname.length).replace(/[?#].*/, '');
      site.asked.push(name);
      const content = site.faulty(name);
      if (content) fail(content, response);
      else pass(Number(hostPort), request, response);
    });
    await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    const close = () => {
      server.close();
      server.closeAllConnections();
      host.close();
      rmSync(folder, { recursive: true, force: true });
    };
    const site = new PublishedSite(folder, `http://localhost:${address.port}${pathname}`, close, limit);
    if (limit !== undefined) site.stamp();
    return site;
  }

  /** The files that work without network, as the worker that is published now lists them. */
  files(): readonly SiteFile[] {
    return storedBy(this.read('sw.js'));
  }

  /** A version all of whose files carry a note, and so are other ones than before; or these files, and all pages. `urls`: as stored. */
  publish(note: string, urls = this.files().map(({ url }) => url)): Published {
    for (const url of urls)
      this.change(url, (content) => content + (NOTES[path.extname(url)]?.(note) ?? ' '));
    this.makePages();
    return this.stamp();
  }

  /** A version whose pages do not come to answer: their script throws, or does nothing at all. */
  publishBroken(how: 'throws' | 'hangs'): Published {
    const entry = /<script [^>]*type="module"[^>]* src="\.\/([^"]+)"/.exec(this.read('index.html'))?.[1];
    if (!entry) throw new Error('no script in index.html');
    const broken = how === 'throws' ? 'throw new Error("does not start");\n' : '';
    this.change(entry, (content) => broken && broken + content);
    return this.stamp();
  }

  /** The first version again, as it was built. */
  publishFirst(): void {
    cpSync(DIST, this.folder, { recursive: true });
  }

  /** The kill switch in the place of the worker. */
  publishKillSwitch(): Published {
    return this.stamp(readFileSync(path.join(ROOT, 'build/kill-switch.js'), 'utf8'));
  }

  /** From now on a file comes like this, by itself and in its pack; undefined: as it is. */
  let(url: string, fault: Fault | undefined): void {
    if (fault) this.faults.set(url, fault);
    else this.faults.delete(url);
  }

  /** What is given out under this name where that is not as it should be, and which bytes of it the fault falls on. */
  private faulty(name: string): Faulty | undefined {
    for (const [url, fault] of this.faults) {
      const files = this.files();
      const pack = files.find((file) => file.url === url)?.packed?.in;
      if (url !== name && pack !== name) continue;
      const content = readFileSync(path.join(this.folder, name));
      if (url === name) return { fault, content, from: 0, to: content.length };
      let from = 0;
      for (const file of files) {
        if (file.packed?.in !== pack) continue;
        const to = from + (file.packed?.bytes ?? 0);
        if (file.url === url) return { fault, content, from, to };
        from = to;
      }
    }
    return undefined;
  }

  private stamp(worker = this.worker()): Published {
    const { version, date } = JSON.parse(this.read('version.json')) as Published;
    const cards = this.read('index.html').matchAll(/ data-open="([^"]+)"/g);
    const guides = [...cards].map(([, id = '']) => id);
    return stampVersion(this.folder, { version, date, worker, guides, limit: this.limit });
  }

  /** What a build makes of changed contents and style sheets: pages with another style have another policy, and so has the host. */
  private makePages(): void {
    for (const { url, page } of this.files()) {
      if (page === undefined) continue;
      const content = this.read(url);
      const css = (styleFiles(content) ?? []).map((name) => this.read(name)).join('');
      const whole = withPolicy(putTogether(content, css).replace(POLICY, ''));
      this.write(page, whole);
      this.write(url, withoutStyle(whole));
    }
    const whole = filesIn(this.folder).filter((name) => name.endsWith('.html') && pageOf(name) === undefined);
    const headers = headerFiles(inlineOf(whole.map((name) => this.read(name))));
    for (const [name, content] of Object.entries(headers)) this.write(name, content);
  }

  /** The app's own, without its list. */
  private worker(): string {
    return readFileSync(path.join(DIST, 'sw.js'), 'utf8').replace(/^.*\n/, '');
  }

  private read(url: string): string {
    return readFileSync(path.join(this.folder, url), 'utf8');
  }

  private change(url: string, how: (content: string) => string): void {
    this.write(url, how(this.read(url)));
  }

  private write(url: string, content: string): void {
    writeFileSync(path.join(this.folder, url), content);
  }
}

interface Faulty {
  fault: Fault;
  content: Buffer;
  from: number;
  to: number;
}

function fail({ fault, content, from, to }: Faulty, response: ServerResponse): void {
  const middle = (from + to) >> 1;
  switch (fault) {
    case 'cut':
      response.writeHead(200, { 'Content-Length': content.length });
      response.write(content.subarray(0, middle), () => response.destroy());
      break;
    case 'status 500':
      response.writeHead(500).end('no');
      break;
    case 'HTML instead':
      response.writeHead(200, { 'Content-Type': 'text/html' }).end('<!doctype html><title>Log in</title>');
      break;
    case 'one bit flipped':
      content.writeUInt8(content.readUInt8(middle) ^ 1, middle);
      response.writeHead(200).end(content);
      break;
    default:
      fault satisfies never;
  }
}

function pass(port: number, { method, url, headers }: IncomingMessage, response: ServerResponse): void {
  const upstream = ask({ port, host: 'localhost', method, path: url, headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  upstream.on('error', () => response.destroy());
  upstream.end();
}
