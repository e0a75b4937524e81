import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { stampVersion } from '../../build/stamp';
import { readPublished } from '../../src/device/version';
import type { SiteFile } from '../../src/sw-site';
import { storedBy } from '../built-files';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

const NAME = { version: '1.2.3', date: '2026-11-25', worker: '// worker', guides: ['vneid'] };
const FILES = {
  'index.html': '<html lang="vi" data-version="">home',
  'vneid/index.html': '<html data-root="../" data-version>page',
  '404.html': '<html data-version="old">none',
  'assets/app.js': 'let a',
  'icon-192.png': 'icon',
  'licences.txt': 'licences',
};

function aBuild(files: Record<string, string> = FILES): { folder: string; read(name: string): string } {
  const folder = mkdtempSync(path.join(tmpdir(), 'tung-buoc-stamp-'));
  folders.push(folder);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), content);
  }
  return { folder, read: (name) => readFileSync(path.join(folder, name), 'utf8') };
}

it('writes the version into each page, and into version.json', () => {
  const { folder, read } = aBuild();
  const published = stampVersion(folder, NAME);
  expect(readPublished(JSON.parse(read('version.json')))).toEqual(published);
  for (const page of ['index.html', 'vneid/index.html', '404.html'])
    expect(read(page)).toContain(`data-version="${published.id}"`);
});

it('lists each file that works without network with its digest as it lies there, and no other', () => {
  const { folder, read } = aBuild();
  const { files, bytes } = stampVersion(folder, NAME);
  const line = read('sw.js').split('\n')[0] ?? '';
  const site = JSON.parse(line.replace('self.site=', '').replace(/;$/, ''));
  const stored = ['assets/app.js', 'index.html', 'vneid/index.html'];
  const digest = (name: string) => createHash('sha256').update(read(name)).digest('base64');
  const packed = (url: string) => ({ in: expect.stringMatching(/\.pack\.txt$/), bytes: read(url).length });
  expect(site.files).toEqual(
    stored.map((url) => ({ url, integrity: `sha256-${digest(url)}`, packed: packed(url) })),
  );
  expect(files).toBe(3);
  expect(bytes).toBe(stored.reduce((sum, name) => sum + read(name).length, 0));
});

it('writes what is text and stored at once into packs, one file behind the other, and leaves none of a version before', () => {
  const pictures = { 'vneid/card.png': 'a picture', 'en/index.html': '<html data-version="">home' };
  const { folder, read } = aBuild({ ...FILES, ...pictures, 'assets/outline-vneid-vi-12345678.js': 'let o' });
  stampVersion(folder, NAME);
  stampVersion(folder, { ...NAME, version: '1.2.4' });
  const packs = readdirSync(folder).filter((name) => name.endsWith('.pack.txt'));
  expect(packs.map((name) => name.replace(/-.*/, ''))).toEqual(['app', 'pages']);
  const [app = '', pages = ''] = packs;
  const inPages = ['assets/outline-vneid-vi-12345678.js', 'en/index.html', 'index.html', 'vneid/index.html'];
  expect(read(pages)).toBe(inPages.map(read).join(''));
  expect(read(app)).toBe(read('assets/app.js'));
  for (const { url, packed } of storedBy(read('sw.js'))) {
    const pack = inPages.includes(url) ? pages : app;
    const bytes = Buffer.byteLength(read(url));
    expect(packed, url).toEqual(url.endsWith('.png') ? undefined : { in: pack, bytes });
  }
  const later = stampVersion(folder, { ...NAME, guides: ['other', 'vneid'], limit: 1 });
  expect(later.files).toBe(6);
  const files = storedBy(read('sw.js'));
  expect(files.filter((file) => file.later !== undefined)).not.toEqual([]);
  for (const { packed } of files.filter((file) => file.later !== undefined)) expect(packed).toBeUndefined();
});

it('names the same contents by the same id, again and again, and any other by another', () => {
  const { folder } = aBuild();
  const { id } = stampVersion(folder, NAME);
  expect(stampVersion(folder, NAME).id).toBe(id);
  expect(stampVersion(aBuild().folder, NAME).id).toBe(id);
  const others = [
    stampVersion(aBuild({ ...FILES, 'assets/app.js': 'let b' }).folder, NAME),
    stampVersion(aBuild({ ...FILES, 'index.html': '<html data-version="">home!' }).folder, NAME),
    stampVersion(aBuild({ ...FILES, 'assets/b.js': '' }).folder, NAME),
    stampVersion(aBuild().folder, { ...NAME, worker: '// another' }),
  ];
  expect(new Set([id, ...others.map((other) => other.id)]).size).toBe(5);
});

it('lists the content of a page in its place, under the name that it is asked for by; the page itself is of the version too', () => {
  const files = { ...FILES, 'content.html': '<html data-version="">content' };
  const { folder, read } = aBuild(files);
  const { id } = stampVersion(folder, NAME);
  const { files: listed } = JSON.parse((read('sw.js').split('\n')[0] ?? '').slice('self.site='.length, -1));
  expect(listed.map(({ url, page }: SiteFile) => [url, page])).toEqual([
    ['assets/app.js', undefined],
    ['content.html', 'index.html'],
    ['vneid/index.html', undefined],
  ]);
  for (const file of ['index.html', 'content.html']) {
    expect(read(file)).toContain(`data-version="${id}"`);
    const other = { ...files, [file]: '<html data-version="">another' };
    expect(stampVersion(aBuild(other).folder, NAME).id).not.toBe(id);
  }
});

it('lists a large site in two parts, and names it otherwise than the same files in one', () => {
  const guides = ['vneid', 'zalo'];
  const files = { ...FILES, 'zalo/index.html': '<html data-version="">zalo', 'zalo/a.webp': 'picture' };
  const { folder, read } = aBuild(files);
  const whole = stampVersion(folder, { ...NAME, guides });
  const parts = stampVersion(folder, { ...NAME, guides, limit: 100 });
  const { files: listed } = JSON.parse((read('sw.js').split('\n')[0] ?? '').slice('self.site='.length, -1));
  expect(listed.flatMap(({ url, later }: SiteFile) => (later === undefined ? [] : [[later, url]]))).toEqual([
    ['zalo', 'zalo/a.webp'],
    ['zalo', 'zalo/index.html'],
  ]);
  expect(parts).toMatchObject({ files: whole.files, bytes: whole.bytes });
  expect(parts.id).not.toBe(whole.id);
  expect(stampVersion(folder, { ...NAME, guides, limit: 100 })).toEqual(parts);
});

it('what a host sends instead of version.json is no version', () => {
  for (const answer of [undefined, null, '<html>', {}, { format: 2 }, { ...NAME, format: 1, id: 'x' }])
    expect(readPublished(answer)).toBeUndefined();
});
