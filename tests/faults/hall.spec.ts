import type { Page } from '@playwright/test';
import { figureOf } from '../bench/figures';
import { expect, exported, open, SITE, test, totalsIn } from './device';
import { type Held, heldBy } from './page-heap';
import { Random } from './random';
import { inFull, SEED, say } from './size';

const VISITORS = inFull(500, 18);
/** After these everything has been loaded and compiled that a visit ever needs. */
const FIRST_VISITORS = inFull(50, 6);
/** At either end what the page holds is looked at so often: the screen of the one before may still be held by what comes next. */
const READINGS = 3;
/** A short day ends before everything has been loaded that a visit may need. */
const HEAP_MAY_GROW_BY = inFull(0.1, 0.25);
/** A screen may be held until the next one has gone, too: a guide is 2,200 nodes. */
const MORE_NODES = 5000;
const MORE_LISTENERS = 40;
const DAY_MS = 86_400_000;
/** From one visitor to the next, so that all of them fill a day. */
const BETWEEN_MS = DAY_MS / 500;
/** Nobody has touched it for so long: it asks. */
const ASKED_MS = 61_000;
/** Now it has counted, too. */
const AWAY_MS = 92_000;
const GUIDES = ['vneid', 'an-sinh-xa-hoi', 'long-an-so', 'vi-dien-tu', 'tranh-lua-dao'] as const;
const WORLD = [
  'completed',
  'stopped',
  'left',
  'left',
  'left at home',
  'only looked',
  'did not come',
] as const;

test(`${VISITORS} visitors of a hall, one after the other: each is forgotten, each is counted, and the heap stays`, async ({
  device,
}) => {
  const random = new Random(SEED);
  const page = await device.newPage();
  // A day ends now: the one who exports afterwards has the time of all of us.
  await page.clock.install({ time: Date.now() - DAY_MS });
  await page.addInitScript(() => localStorage.setItem('tung-buoc:role', 'kiosk'));
  await open(page, '');
  const session = await device.newCDPSession(page);
  const expected = { started: 0, completed: 0, stopped: 0, left: 0 };
  const held: Held[] = [];
  let entries = 0;
  for (let visitor = 0; visitor < VISITORS; visitor += 1) {
    await screen(page, 'attract');
    await expect
      .poll(() => traces(page), { message: `before visitor ${visitor}, seed ${SEED}` })
      .toEqual({ address: SITE(), dialogs: 0, settings: ['tung-buoc:role'], walk: null });
    // Not before: the database answers in real time, which the hours of this day do not wait for.
    await page.clock.runFor(BETWEEN_MS - AWAY_MS);
    entries = await page.evaluate(() => history.length);
    if (isLookedAt(visitor)) held.push(await heldBy(session));
    // The first ones open each guide once: what a page has been brought of it stays with the page.
    const guide = GUIDES[visitor] ?? random.pick(GUIDES);
    const end = visitor < GUIDES.length ? 'only looked' : random.pick(WORLD);
    if (end !== 'did not come') await visit(page, random, guide, end);
    if (end === 'completed' || end === 'stopped') expected[end] += 1;
    if (end === 'left' || end === 'left at home') expected.left += 1;
    if (end !== 'did not come') await written(page);
    await page.clock.runFor(ASKED_MS);
    // By the second: once somebody has gone, the database is to be given the time that it takes.
    for (let ms = ASKED_MS; ms < AWAY_MS && (await shown(page)) !== 'attract'; ms += 1000) {
      await page.clock.runFor(1000);
    }
  }
  expected.started = expected.completed + expected.stopped + expected.left;
  await screen(page, 'attract');
  const [first, last] = [middle(held.slice(0, READINGS)), middle(held.slice(-READINGS))];
  const growth = last.bytes / first.bytes - 1;
  const length = await page.evaluate(() => history.length);
  await page.close();
  const totals = totalsIn(await exported(await device.newPage()));
  say('hall', {
    visitors: VISITORS,
    ...totals,
    '% heap growth': Math.round(growth * 1000) / 10,
    'more nodes': last.nodes - first.nodes,
    'more listeners': last.listeners - first.listeners,
    'entries of history': length,
  });
  expect(totals, `seed ${SEED}`).toEqual(expected);
  expect(length).toBe(entries);
  expect(growth, `seed ${SEED}`).toBeLessThanOrEqual(HEAP_MAY_GROW_BY);
  expect(last.nodes - first.nodes, `seed ${SEED}`).toBeLessThanOrEqual(MORE_NODES);
  expect(last.listeners - first.listeners, `seed ${SEED}`).toBeLessThanOrEqual(MORE_LISTENERS);
});

/** What one person does, until they go away. */
async function visit(
  page: Page,
  random: Random,
  guide: string,
  end: Exclude<(typeof WORLD)[number], 'did not come'>,
): Promise<void> {
  await page.locator('main').click();
  await screen(page, 'home');
  if (random.between(0, 2) === 0) await changeLook(page, random);
  const steps = random.between(0, 4);
  await page.evaluate(
    async ({ guide, steps, end }) => {
      document.querySelector<HTMLElement>(`[data-open="${guide}"]`)?.click();
      if (end === 'only looked') return;
      await window.driver.begin('start');
      await window.driver.go(steps);
      if (end === 'completed' || end === 'stopped') await window.driver.end(end);
      if (end === 'left at home') document.querySelector<HTMLElement>('.top-bar a')?.click();
    },
    { guide, steps, end },
  );
}

async function changeLook(page: Page, random: Random): Promise<void> {
  await page.locator('[data-action="look"]').click();
  await page.locator(`input[name="text-size"][value="${random.between(1, 3)}"]`).check();
  await page.locator(`input[name="theme"][value="${random.pick(['light', 'dark', 'contrast'])}"]`).check();
  await page.locator('[data-action="close"]').click();
  await expect(page.locator('dialog')).toHaveCount(0);
}

/** Waits until the database has taken what was done: its patience would be over in no time on this day's clock. */
async function written(page: Page): Promise<void> {
  const asShown = () =>
    page.evaluate(async () => {
      const answer = <T>(request: IDBRequest<T>) =>
        new Promise<T>((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
      if (sessionStorage.getItem('tung-buoc:walk') === null) return true;
      const database = await answer(indexedDB.open('tung-buoc'));
      const open = await answer(database.transaction('walks').objectStore('walks').getAll());
      database.close();
      const { screen, step } = document.querySelector('main')?.dataset ?? {};
      const walks = open as { walk: { trail: string[] } }[];
      return walks.length === 1 && (screen !== 'step' || walks[0]?.walk.trail.at(-1) === step);
    });
  await expect.poll(asShown).toBe(true);
}

function shown(page: Page): Promise<string | undefined> {
  return page.evaluate(() => document.querySelector('main')?.dataset.screen);
}

async function screen(page: Page, name: string): Promise<void> {
  await expect(page.locator('main')).toHaveAttribute('data-screen', name);
}

/** What is there of whoever was there before, apart from counts. */
function traces(page: Page) {
  return page.evaluate(() => ({
    address: location.href,
    dialogs: document.querySelectorAll('dialog').length,
    // A count that a busy database has not taken yet waits there, and is no trace of a person.
    settings: Object.keys(localStorage).filter((name) => name !== 'tung-buoc:pending'),
    walk: sessionStorage.getItem('tung-buoc:walk'),
  }));
}

function isLookedAt(visitor: number): boolean {
  const isFirst = visitor >= FIRST_VISITORS && visitor < FIRST_VISITORS + READINGS;
  return isFirst || visitor >= VISITORS - READINGS;
}

/** What was held at the middle one of some readings. */
function middle(readings: Held[]): Held {
  const of = (what: keyof Held) => figureOf(readings.map((one) => one[what])).median;
  return { bytes: of('bytes'), nodes: of('nodes'), listeners: of('listeners') };
}
