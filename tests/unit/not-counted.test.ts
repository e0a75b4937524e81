import { afterEach, beforeEach, expect, it, vi } from 'vitest';

const NAME = 'tung-buoc:not-counted';
let stored: Map<string, string>;

/** A page that has just been opened: nothing is in its memory. */
async function aPage() {
  vi.resetModules();
  return import('../../src/tally/not-counted');
}

beforeEach(() => {
  stored = new Map();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => stored.set(key, value),
  });
});
afterEach(() => vi.unstubAllGlobals());

it('each walk that could not be counted is noted with its reason, over reloads and tabs', async () => {
  const one = await aPage();
  one.addNotCounted('full');
  const other = await aPage();
  other.addNotCounted('full');
  other.addNotCounted('blocked');
  one.addNotCounted('blocked');
  expect((await aPage()).notCountedBy()).toEqual({ full: 2, blocked: 2 });
  expect(one.notCounted()).toBe(4);
});

it('the single figure that version 0.1.0 kept is taken over', async () => {
  stored.set(NAME, '3');
  const page = await aPage();
  page.addNotCounted('slow');
  expect(page.notCountedBy()).toEqual({ unknown: 3, slow: 1 });
});

it.each(['', '{', 'null', '[]', '"x"', '-4', '1.5', '{"full":-1,"slow":"7","own":3,"closed":1e300}'])(
  'what is damaged counts as nothing, and does not stop noting: %s',
  async (text) => {
    stored.set(NAME, text);
    const page = await aPage();
    expect(page.notCounted()).toBe(0);
    page.addNotCounted('closed');
    expect((await aPage()).notCountedBy()).toEqual({ closed: 1 });
  },
);

it('where storage is refused the figure lives as long as the page', async () => {
  vi.stubGlobal('localStorage', {
    getItem() {
      throw new DOMException('refused', 'SecurityError');
    },
    setItem() {
      throw new DOMException('refused', 'SecurityError');
    },
  });
  const page = await aPage();
  page.addNotCounted('refused');
  page.addNotCounted('refused');
  expect(page.notCounted()).toBe(2);
});
