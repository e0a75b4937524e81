import { expect, it } from 'vitest';
import { contentOf, pageOf, styleOf, withoutStyle } from '../../build/page-content';
import { filesIn } from '../../build/stamp';
import { putTogether, styleFiles } from '../../src/sw-page';
import { storedBy } from '../built-files';
import { DIST, read } from './built-site';

const text = (file: string) => read(file).toString();
const pages = filesIn(DIST).filter((file) => file.endsWith('index.html'));
const stored = storedBy(text('sw.js'));

it.each(pages)('a stored page put together is byte for byte the built page: %s', (page) => {
  const content = stored.find((file) => file.page === page)?.url ?? '';
  expect(content).toBe(contentOf(page));
  const names = styleFiles(text(content)) ?? [];
  expect(stored.map(({ url }) => url)).toEqual(expect.arrayContaining(names));
  expect(Buffer.from(putTogether(text(content), names.map(text).join(''))).equals(read(page))).toBe(true);
  expect(stored.some(({ url }) => url === page)).toBe(false);
  expect(read(page).length - read(content).length).toBeGreaterThan(4_000);
});

it('there are pages in both languages, and the page for unknown addresses is stored in no form', () => {
  expect(pages.length).toBeGreaterThanOrEqual(24);
  expect(stored.filter(({ page }) => page !== undefined)).toHaveLength(pages.length);
  expect(filesIn(DIST).filter((file) => pageOf(file) !== undefined)).toHaveLength(pages.length);
});

it('no page leads to the content of another, which is none', () => {
  for (const page of [...pages, '404.html', 'manifest.webmanifest'])
    expect(text(page)).not.toMatch(/content\.html/);
});

it.each([
  [{}],
  [{ 'a.css': 'a{}' }],
  [{ 'a.css': '', 'assets/b.css': "b:after{content:'$& $1'}", 'c.css': 'c{content:"ắ"}' }],
])('what is left out comes back as it was: %j', (css: Record<string, string>) => {
  const files = new Map(Object.entries(css));
  const page = `<style>a</style><noscript><style>b</style></noscript>${styleOf(files)}</head><p>&lt;style`;
  const content = withoutStyle(page);
  expect(styleFiles(content)).toEqual([...files.keys()]);
  expect(putTogether(content, [...files.values()].join(''))).toBe(page);
});

it('what is not the content of a page names no files: a page that has its style, half of one, another file', () => {
  for (const content of [
    '',
    '<p>half a pa',
    styleOf(new Map([['a.css', 'a{}']])),
    '<template data-files="a.css">',
  ])
    expect(styleFiles(content)).toBeUndefined();
});
