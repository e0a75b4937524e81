import path from 'node:path';
import type { Page } from '@playwright/test';
import type AxeBuilder from 'axe-core';
import { decodeQR } from 'qr/decode.js';
import type { Block, Guide, Inline, StepId } from '../../src/guide/guide';
import en from '../../src/i18n/en.json' with { type: 'json' };
import vi from '../../src/i18n/vi.json' with { type: 'json' };
import { everyWay } from '../ways-through';
import { close, type PrintedText, readPdf } from './pdf';
import { readPng } from './png';
import { allGuides, expect, SITE, test } from './tablet';
import { violationsIn } from './violations';

declare const axe: typeof AxeBuilder;

const AXE = path.join(import.meta.dirname, '../../node_modules/axe-core/axe.min.js');
const PUBLIC = 'https://tung-buoc.example/tinh/';
/** Points: what a person reads, a step's title, and the smallest that is drawn on a phone. */
const BODY = 16;
const TITLE = 23;
const DRAWN = 8;
/** The room for text on A4 between the margins, in CSS pixels. */
const PAPER = { width: Math.floor((180 / 25.4) * 96), height: (262 / 25.4) * 96 };
const WORDS = { vi, en };

const addressOf = (guide: Guide) => `${guide.locale === 'vi' ? '' : 'en/'}${guide.id}/`;

for (const locale of ['vi', 'en'] as const) {
  test(`each guide prints whole on A4, no step torn apart, in large type, its pages numbered (${locale})`, async ({
    tablet,
    page,
  }) => {
    for (const guide of (await allGuides()).filter((one) => one.locale === locale)) {
      await tablet.open(addressOf(guide));
      const pages = await print(page);
      const steps = guide.steps.map(({ id }) => id);
      expectSteps(pages, guide, steps);
      expectPageNumbers(pages, guide);
      await expectLarge(pages, page, guide);
      await expectWholeSteps(pages, page, guide, steps);
      const all = close(
        pages
          .flat()
          .map(({ text }) => text)
          .join(''),
      );
      for (const words of [
        ...cautions(guide),
        ...guide.steps.flatMap((step) => step.trouble.map((one) => one.title)),
      ])
        expect(all, `${guide.id}: ${words}`).toContain(close(words));
      const first = close(pages[0]?.map(({ text }) => text).join('') ?? '');
      for (const words of [
        guide.title,
        guide.hotline ?? '',
        WORDS[locale]['paper.helper'],
        WORDS[locale]['paper.number'],
      ])
        expect(first, guide.id).toContain(close(words));
      for (const control of [
        'step.stop',
        'step.print',
        'help',
        'practise.offer',
        'take-home.offer',
        'finish.title',
      ] as const)
        expect(all, `${guide.id}: ${control}`).not.toContain(close(WORDS[locale][control]));
    }
  });
}

test('after a walk the way that was taken is printed, and no other; its warnings all the same', async ({
  tablet,
  page,
}) => {
  const guide = await vneid();
  const ways = everyWay(guide);
  const way = ways.find((one) => one.includes('iphone')) ?? ways[0] ?? [];
  const away = guide.steps.filter(({ id }) => !way.includes(id));
  expect(away.length).toBeGreaterThan(0);
  await tablet.open('vneid/');
  await tablet.walk(guide, way);
  await tablet.tap('completed');
  await tablet.expectScreen('done');
  const pages = await print(page);
  expectSteps(pages, guide, way);
  expectPageNumbers(pages, guide);
  await expectWholeSteps(pages, page, guide, way);
  const all = close(
    pages
      .flat()
      .map(({ text }) => text)
      .join(''),
  );
  for (const step of away) {
    expect(all, step.id).not.toContain(close(step.title));
    for (const { title } of step.trouble) {
      const elsewhere = guide.steps.some(
        (one) => way.includes(one.id) && one.trouble.some((t) => t.title === title),
      );
      if (!elsewhere) expect(all, step.id).not.toContain(close(title));
    }
  }
  for (const words of cautions(guide)) expect(all).toContain(close(words));

  // On screen nothing of it is left.
  await expect(page.locator('[data-off-path], main details[open]')).toHaveCount(0);
  // The next person stands on the cover, and has taken no way yet.
  await page.goto(`${SITE}vneid/#cover`);
  await tablet.expectScreen('cover');
  expectSteps(
    await print(page),
    guide,
    guide.steps.map(({ id }) => id),
  );
});

test('after stopping, what was done and all that can still come is printed', async ({ tablet, page }) => {
  const guide = await vneid();
  await tablet.open('vneid/');
  await tablet.tap('start');
  await tablet.tap('next');
  await page.locator('[data-choice="which-phone"]').filter({ visible: true }).first().click();
  await tablet.stop('no-time');
  const pages = await print(page);
  expectSteps(
    pages,
    guide,
    guide.steps.map(({ id }) => id).filter((id) => id !== 'police'),
  );
});

test('without JavaScript the whole guide is printed too, its help open, with room to write down who helps', async ({
  browser,
  violations,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  violationsIn(context, violations);
  const page = await context.newPage();
  const guide = await vneid();
  await page.goto(`${SITE}vneid/`);
  const pages = await print(page);
  expectSteps(
    pages,
    guide,
    guide.steps.map(({ id }) => id),
  );
  expectPageNumbers(pages, guide);
  const all = close(
    pages
      .flat()
      .map(({ text }) => text)
      .join(''),
  );
  for (const { title } of guide.steps.flatMap((step) => step.trouble)) expect(all).toContain(close(title));
  expect(all).toContain(close(vi['paper.helper']));
  await context.close();
});

test('on paper all is black on white, whatever the theme and the size on screen', async ({
  tablet,
  page,
}) => {
  await tablet.open('vneid/');
  await page.evaluate(() => {
    document.documentElement.dataset.theme = 'dark';
    document.documentElement.dataset.textSize = '3';
  });
  await page.emulateMedia({ media: 'print' });
  const looks = await page.evaluate(() =>
    [...document.querySelectorAll('#numbers *, #cover *')]
      .filter((one) => one.checkVisibility())
      .map((one) => {
        const { color, backgroundColor, outlineColor, outlineStyle, fontSize } = getComputedStyle(one);
        return { color, backgroundColor, ring: outlineStyle === 'none' ? '' : outlineColor, fontSize };
      }),
  );
  expect(new Set(looks.map(({ color }) => color))).toEqual(new Set(['rgb(0, 0, 0)']));
  expect(new Set(looks.map(({ ring }) => ring))).toEqual(new Set(['', 'rgb(0, 0, 0)']));
  for (const { backgroundColor } of looks)
    expect(['rgba(0, 0, 0, 0)', 'rgb(255, 255, 255)']).toContain(backgroundColor);
  const size = await page
    .locator('#bring .checklist span')
    .first()
    .evaluate((one) => parseFloat(getComputedStyle(one).fontSize));
  expect((size * 72) / 96).toBeCloseTo(BODY, 1);
  const hand = await page
    .locator('#numbers [data-tap]')
    .evaluate((one) => getComputedStyle(one, '::after').backgroundImage);
  expect(hand).toMatch(/stroke=\\?"black/);
});

test('without a public address the one thing to take home is the paper', async ({ tablet, page }) => {
  await countPrints(page);
  await tablet.open('vneid/');
  await expect(tablet.control('take-home')).toHaveCount(0);
  await tablet.tap('print');
  expect(await prints(page)).toBe(1);
  await page.goto(`${SITE}vneid/#keep-safe`);
  await tablet.tap('finish');
  await tablet.tap('completed');
  await tablet.expectScreen('done');
  await tablet.tap('print');
  expect(await prints(page)).toBe(2);
});

for (const [address, screen] of [
  ['vneid/', 'vi'],
  ['en/vi-dien-tu/', 'en'],
] as const) {
  test(`the code and the words below it are the guide’s public address (${screen})`, async ({
    tablet,
    page,
  }) => {
    await withAddress(page);
    await tablet.open(address);
    await expect(tablet.control('print')).toHaveCount(0);
    await tablet.tap('take-home');
    const code = page.locator('[data-code]').filter({ visible: true });
    await expect(code).toBeInViewport({ ratio: 1 });
    expect(decodeQR(readPng(await code.screenshot()))).toBe(PUBLIC + address);
    await expect(page.locator('.gift-address').filter({ visible: true })).toHaveText(
      `${PUBLIC}${address}`.replace('https://', '').replace(/\/$/, ''),
    );
    await expect(tablet.control('print')).toBeVisible();
    await expectRoomToTouch(page);
    await tablet.tap('take-home');
    await expect(code).toHaveCount(0);
  });
}

test('the open block has no axe violation, and nothing of it is cut at 320 px and the largest text', async ({
  tablet,
  page,
}) => {
  await withAddress(page);
  // Ahead of the page: its policy lets no script in later.
  await page.addInitScript({ path: AXE });
  await page.addInitScript(() => {
    localStorage.setItem('tung-buoc:text-size', '3');
    navigator.share = () => Promise.resolve();
  });
  await page.setViewportSize({ width: 320, height: 640 });
  await tablet.open('vneid/');
  await tablet.tap('take-home');
  await expect(tablet.control('share')).toBeVisible();
  await expectRoomToTouch(page);
  expect(
    await page
      .locator('.take-home *')
      .evaluateAll((all) =>
        all.filter((one) => one.getBoundingClientRect().right > innerWidth).map((one) => one.outerHTML),
      ),
  ).toEqual([]);
  const { violations } = await page.evaluate(() => axe.run('.cover .take-home'));
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
});

test('the share sheet gets the guide’s title and public address; closed without sending, nothing is said', async ({
  tablet,
  page,
}) => {
  await withAddress(page);
  await page.addInitScript(() => {
    const shared: unknown[] = [];
    Object.assign(window, { shared });
    navigator.share = (data) => {
      shared.push(data);
      return Promise.reject(new DOMException('closed', 'AbortError'));
    };
  });
  await tablet.open('vneid/');
  await tablet.tap('take-home');
  await expect(tablet.control('share')).toBeVisible();
  const before = await page.locator('main').innerText();
  await tablet.tap('share');
  const shared = () => page.evaluate(() => (window as unknown as { shared: ShareData[] }).shared);
  await expect.poll(shared).toEqual([
    {
      title: 'Kích hoạt VNeID',
      text: expect.stringContaining('Kích hoạt VNeID'),
      url: `${PUBLIC}vneid/`,
    },
  ]);
  expect(await page.locator('main').innerText()).toBe(before);
});

test('without a share sheet none is offered', async ({ tablet, page }) => {
  await withAddress(page);
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'share', { value: undefined });
  });
  await tablet.open('vneid/');
  await tablet.tap('take-home');
  await expect(tablet.control('print')).toBeVisible();
  await expect(tablet.control('share')).toHaveCount(0);
});

test('on a kiosk there is the code alone, and nothing at all without an address', async ({
  tablet,
  page,
}) => {
  await countPrints(page);
  await page.addInitScript(() => {
    localStorage.setItem('tung-buoc:role', 'kiosk');
    navigator.share = () => Promise.resolve();
  });
  await tablet.open('vneid/');
  await expect(page.locator('.take-home')).toHaveCount(0);
  await withAddress(page);
  await tablet.open('vneid/');
  await tablet.tap('take-home');
  await expect(page.locator('[data-code]').filter({ visible: true })).toBeVisible();
  await expect(tablet.control('print')).toHaveCount(0);
  await expect(tablet.control('share')).toHaveCount(0);
  expect(await prints(page)).toBe(0);
});

test('staff write the public address: what is wrong with it is said, and what is right holds after a reload', async ({
  tablet,
  page,
}) => {
  await tablet.open('staff/');
  const field = page.locator('input[name="public-address"]');
  const said = page.locator('#public-said');
  for (const [text, problem] of [
    ['', 'unreadable'],
    ['tổ công nghệ số', 'unreadable'],
    ['http://tung-buoc.example/', 'not-https'],
    ['https://tung-buoc.example/?a=1', 'has-more'],
    ['https://tung-buoc.example/vneid/', 'inner'],
    ['https://tung-buoc.example/staff/', 'inner'],
  ] as const) {
    await field.fill(text);
    await tablet.tap('public-save');
    await expect(said).toHaveAttribute('data-said', problem);
    await expect(field).toHaveAttribute('aria-invalid', 'true');
  }
  await field.fill('tung-buoc.example/tinh');
  await field.press('Enter');
  await expect(said).toHaveAttribute('data-said', 'saved');
  await expect(field).toHaveValue(PUBLIC);
  await tablet.open('vneid/');
  await tablet.tap('take-home');
  await expect(page.locator('[data-code]').filter({ visible: true })).toHaveAttribute(
    'data-code',
    `${PUBLIC}vneid/`,
  );
  await tablet.open('staff/');
  await expect(field).toHaveValue(PUBLIC);
  await tablet.tap('public-remove');
  await expect(said).toHaveAttribute('data-said', 'removed');
  await tablet.open('vneid/');
  await expect(tablet.control('print')).toBeVisible();
  await expect(tablet.control('take-home')).toHaveCount(0);
});

/** As the browser's print dialog makes it. */
async function print(page: Page): Promise<PrintedText[][]> {
  // What is to be read follows when the page already answers.
  await page.waitForLoadState('networkidle');
  return readPdf(await page.pdf({ preferCSSPageSize: true }));
}

/** The steps' titles, numbered, with the page that each stands on. */
function titles(pages: PrintedText[][]): { text: string; page: number }[] {
  const found: { text: string; page: number }[] = [];
  for (const [number, items] of pages.entries()) {
    let open = false;
    for (const { text, size } of items) {
      const title = Math.abs(size - TITLE) < 0.3;
      const last = found.at(-1);
      // A title of two lines; the next step's begins with its number.
      if (title && open && last && !/^\d+\./.test(text)) last.text += close(text);
      else if (title) found.push({ text: close(text), page: number });
      open = title;
    }
  }
  return found;
}

function expectSteps(pages: PrintedText[][], guide: Guide, way: StepId[]): void {
  const wanted = way.map(
    (id, i) => `${i + 1}.${close(guide.steps.find((step) => step.id === id)?.title ?? '')}`,
  );
  expect(
    titles(pages).map(({ text }) => text),
    guide.id,
  ).toEqual(wanted);
}

/** And none is empty. */
function expectPageNumbers(pages: PrintedText[][], guide: Guide): void {
  for (const [i, items] of pages.entries()) {
    expect(items.length, `${guide.id}, page ${i + 1}`).toBeGreaterThan(1);
    expect(
      items.map(({ text }) => close(text)),
      guide.id,
    ).toContain(`${i + 1}/${pages.length}`);
  }
}

/** Small is only what is drawn on a phone, and the number of the page. */
async function expectLarge(pages: PrintedText[][], page: Page, guide: Guide): Promise<void> {
  const drawn = close((await page.locator('.step .phone').allTextContents()).join(' '));
  const small = pages.flat().filter(({ size }) => size < BODY - 0.05);
  for (const { text, size } of small) {
    expect(size, `${guide.id}: ${text}`).toBeGreaterThanOrEqual(DRAWN);
    if (/^(\d+ \/ \d+|9:41|✓)$/.test(text)) continue;
    expect(drawn, guide.id).toContain(close(text));
  }
}

/** A step that has room on one page stands on one; a title is never the last thing on its page. */
async function expectWholeSteps(
  pages: PrintedText[][],
  page: Page,
  guide: Guide,
  way: StepId[],
): Promise<void> {
  const starts = titles(pages);
  const heights = await printedHeights(page);
  for (const [i, id] of way.entries()) {
    const start = starts[i]?.page ?? -1;
    const next = starts[i + 1];
    // The next step's title is the first thing on its page, or this step ends on that page too.
    const onTop = next && titleIsOnTop(pages[next.page], next.text);
    const end = next ? next.page - (onTop ? 1 : 0) : pages.length - 1;
    // Behind the last step of a way stand the warnings of the others.
    if (!next && way.length < guide.steps.length) continue;
    if ((heights[id] ?? 0) < PAPER.height - 24) expect(end, `${guide.id}#${id}`).toBe(start);
  }
  for (const items of pages) {
    const words = items.filter(({ text }) => !/^\d+ \/ \d+$/.test(text));
    expect(words.at(-1)?.size, guide.id).toBeLessThan(TITLE - 0.3);
  }
}

function titleIsOnTop(items: PrintedText[] = [], title: string): boolean {
  const first = items.find(({ text }) => !/^\d+ \/ \d+$/.test(text));
  return first !== undefined && title.startsWith(close(first.text));
}

/** How tall each step is on paper of endless length. */
async function printedHeights(page: Page): Promise<Record<StepId, number>> {
  const viewport = page.viewportSize();
  await page.setViewportSize({ width: PAPER.width, height: 1000 });
  await page.emulateMedia({ media: 'print' });
  const heights = await page.evaluate(() => {
    for (const panel of document.querySelectorAll('details')) panel.open = true;
    return Object.fromEntries(
      [...document.querySelectorAll<HTMLElement>('.step')].map((step) => [step.id, step.offsetHeight]),
    );
  });
  await page.evaluate(() => {
    for (const panel of document.querySelectorAll('details')) panel.open = false;
  });
  await page.emulateMedia({ media: null });
  if (viewport) await page.setViewportSize(viewport);
  return heights;
}

/** What the guide's warnings of scams say. */
function cautions(guide: Guide): string[] {
  return guide.steps.flatMap((step) =>
    step.blocks.flatMap((block) =>
      block.kind === 'callout' && block.tone === 'caution' ? block.blocks.flatMap(wordsOf) : [],
    ),
  );
}

function wordsOf(block: Block): string[] {
  return block.kind === 'paragraph' ? [block.text.map(plain).join('')] : [];
}

function plain(part: Inline): string {
  if (typeof part === 'string') return part;
  if (part.kind === 'break') return ' ';
  return part.kind === 'label' ? part.text : part.text.map(plain).join('');
}

async function vneid(): Promise<Guide> {
  const guide = (await allGuides()).find(({ id, locale }) => id === 'vneid' && locale === 'vi');
  if (!guide) throw new Error('no guide vneid');
  return guide;
}

async function withAddress(page: Page): Promise<void> {
  await page.addInitScript((address) => localStorage.setItem('tung-buoc:public-address', address), PUBLIC);
}

async function countPrints(page: Page): Promise<void> {
  await page.addInitScript(() => {
    Object.assign(window, { prints: 0 });
    window.print = () => {
      (window as unknown as { prints: number }).prints += 1;
    };
  });
}

function prints(page: Page): Promise<number> {
  return page.evaluate(() => (window as unknown as { prints: number }).prints);
}

/** Buttons of the block: 64 px, and 12 px from one to the next. */
async function expectRoomToTouch(page: Page): Promise<void> {
  const boxes = await page
    .locator('.take-home .button')
    .filter({ visible: true })
    .evaluateAll((buttons) => buttons.map((one) => one.getBoundingClientRect().toJSON() as DOMRect));
  for (const [i, box] of boxes.entries()) {
    expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(64);
    for (const other of boxes.slice(i + 1)) {
      const across = Math.max(other.left - box.right, box.left - other.right);
      const down = Math.max(other.top - box.bottom, box.top - other.bottom);
      expect(Math.max(across, down)).toBeGreaterThanOrEqual(12);
    }
  }
}
