import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chunkName, guideOf } from '../../build/guide-files';
import { type BuiltFile, FIRST_PART, inTwoParts } from '../../build/two-parts';
import { BUDGETS } from './budgets';

const GUIDES = ['vneid', 'vi-dien-tu', 'vi'];
const hash = (name: string) => name.padEnd(8, '-').slice(0, 8);

/** All files of an app of 1,000 bytes, and of guides of 600 bytes each, by name. */
function aSite(guides = GUIDES): BuiltFile[] {
  const app = [
    'index.html',
    'en/index.html',
    'assets/drawings-book-12345678.js',
    'icon.svg',
    'staff/index.html',
  ];
  const own = guides.flatMap((id) => [
    `${id}/index.html`,
    `en/${id}/index.html`,
    `${id}/card.webp`,
    `assets/drawings-${id}-vi-${hash('a')}.js`,
    `assets/drawings-${id}-en-${hash('-b_')}.js`,
    `assets/outline-${id}-vi-${hash('vi-')}.js`,
  ]);
  const files = [
    ...app.map((url) => ({ url, integrity: url, bytes: 200 })),
    ...own.map((url) => ({ url, integrity: url, bytes: 100 })),
  ];
  return files.sort((a, b) => (a.url < b.url ? -1 : 1));
}

const laterOf = (limit?: number, guides = GUIDES) =>
  inTwoParts(aSite(guides), guides, limit).flatMap(({ later }) => later ?? []);

describe('the files of a guide', () => {
  it('are known by the names that the build gives them, also where one guide is named like the beginning of another', () => {
    for (const guide of GUIDES)
      for (const locale of ['vi', 'en']) {
        expect(guideOf(`assets/${chunkName(`\0virtual:drawings/${guide}/${locale}`)}-a-_Z-vi-.js`)).toBe(
          guide,
        );
        expect(guideOf(`assets/${chunkName(`\0virtual:outline/${guide}/${locale}`)}-12345678.js`)).toBe(
          guide,
        );
      }
    expect(guideOf('vi-dien-tu/index.html')).toBe('vi-dien-tu');
    expect(guideOf('en/vi-dien-tu/index.html')).toBe('vi-dien-tu');
    expect(guideOf('en/vi-dien-tu/content.html')).toBe('vi-dien-tu');
  });

  it('are not those of the app', () => {
    for (const module of ['/x/src/guide/guide.ts', '\0virtual:cards/vi', null])
      expect(chunkName(module)).toBe('[name]');
    for (const url of ['index.html', 'content.html', 'en/content.html', 'icon.svg', 'manifest.webmanifest'])
      expect(guideOf(url)).toBeUndefined();
    expect(GUIDES).not.toContain(guideOf('assets/GuideScreen-12345678.js'));
  });
});

describe('a site', () => {
  it('that is small is stored at once', () => {
    expect(laterOf()).toEqual([]);
    expect(laterOf(2_800)).toEqual([]);
    expect(inTwoParts(aSite(), GUIDES).map(({ url }) => url)).toEqual(aSite().map(({ url }) => url));
  });

  it('that is large leaves whole guides for later, the last of the home screen, in its order', () => {
    expect([...new Set(laterOf(2_799))]).toEqual(['vi']);
    expect([...new Set(laterOf(2_199))]).toEqual(['vi-dien-tu', 'vi']);
    expect(laterOf(2_199)).toHaveLength(12);
    const reversed = GUIDES.toReversed();
    expect([...new Set(laterOf(2_199, reversed))]).toEqual(['vi-dien-tu', 'vneid']);
  });

  it('never leaves the app itself or the first guide for later', () => {
    const first = inTwoParts(aSite(), GUIDES, 0).filter(({ later }) => later === undefined);
    expect(first.filter(({ url }) => guideOf(url) === 'vneid')).toHaveLength(6);
    expect(first).toHaveLength(11);
  });

  it('fetches the page of a guide when all else of it is there', () => {
    const own = inTwoParts(aSite(), GUIDES, 0).filter(({ later }) => later === 'vi-dien-tu');
    expect(own.map(({ url }) => url.endsWith('.html'))).toEqual([false, false, false, false, true, true]);
  });

  it('has each file once, with its digest, whatever the limit and the order of the disk', () => {
    const all = aSite();
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), fc.nat(4_000), (files, limit) => {
        const parts = inTwoParts(files, GUIDES, limit);
        expect(parts.map(({ url, integrity }) => `${url} ${integrity}`).sort()).toEqual(
          all.map(({ url, integrity }) => `${url} ${integrity}`).sort(),
        );
        const marks = parts.map(({ later }) => (later === undefined ? 0 : GUIDES.indexOf(later)));
        expect(marks).toEqual([...marks].sort());
      }),
    );
  });
});

it('the limit is what 400 kbit/s bring in 30 seconds, where text shrinks to a quarter', () => {
  const line = 50_000;
  const waiting = 15;
  expect(FIRST_PART / 4 / line + waiting).toBeLessThanOrEqual(30);
  expect(FIRST_PART / 4).toBeGreaterThan(BUDGETS.offline);
});
