import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { startBrowser } from './browser-process';
import { expect, exported, GUIDE, open, test, totalsIn } from './device';
import { Doubt } from './doubt';
import { installDriver } from './driver';
import { endlessWalks, type Told } from './endless';
import { Random } from './random';
import { inFull, SEED, say } from './size';

const PROFILES = inFull(2, 1);
const KILLS_A_PROFILE = inFull(100, 4);
/** The longest that a life lasts whose end nothing else decides. */
const LONGEST_LIFE_MS = inFull(1_500, 1_000);
/** Counts are looked at in one life of so many: an export ends the sheet, and counting must also go on upon one. */
const LOOK_IN = 2;
/** Between a tap and the kill that follows it. */
const AFTER_TAP_MS = 15;
/** Which walk's tap or last screen brings the kill. */
const WALKS_BEFORE = 4;

/** When the kill comes: while the page loads, at any time after, at a tap on the end, at sight of the last screen… */
const MOMENTS = ['loading', 'walking', 'walking', 'tap', 'seen', 'seen', 'export'] as const;

for (let profile = 1; profile <= PROFILES; profile += 1) {
  test(`profile ${profile}: killed ${KILLS_A_PROFILE} times, what the screen said is counted once`, async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'tung-buoc-kill-'));
    const random = new Random(SEED + profile);
    const doubt = new Doubt();
    const where = `SEED=${SEED}, profile ${profile}`;
    try {
      for (let life = 1; life <= KILLS_A_PROFILE; life += 1) {
        await live(folder, random, doubt, `${where}, life ${life}`);
      }
      const { seen } = doubt;
      await endOpenWalks(folder, doubt, `${where}, at the end`);
      // What was lost or doubled would have ended the trial.
      say(`kill, ${where}`, { kills: KILLS_A_PROFILE, 'walks seen': seen, lost: 0, doubled: 0 });
    } finally {
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    }
  });
}

/** One life of the browser: what was counted before is there; then walks, until it is killed. */
async function live(folder: string, random: Random, doubt: Doubt, where: string): Promise<void> {
  const { page, kill, gone } = await startBrowser(folder);
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  let killed = false;
  const killNow = () => {
    killed = true;
    kill();
  };
  try {
    await page.addInitScript(installDriver);
    const look = random.between(1, LOOK_IN) === 1;
    const isOpen = look ? doubt.settle(totalsIn(await exported(page)), where) > 0 : undefined;

    const moment = random.pick(MOMENTS);
    const long = moment === 'loading' || moment === 'walking';
    const delay = random.between(0, long ? LONGEST_LIFE_MS : AFTER_TAP_MS);
    let countdown = random.between(1, WALKS_BEFORE);
    const killSoon = () => void after(delay).then(killNow);
    const hear = (told: Told) => {
      believe(told, doubt);
      if (told.kind === 'ends' && moment === 'tap') countdown -= 1;
      if (told.kind === 'seen' && moment === 'seen') countdown -= 1;
      if (countdown > 0) return;
      if (moment === 'seen') killNow();
      else killSoon();
    };
    // All that the page is to have is there before the kill can come.
    const walkOn = await endlessWalks(page, random, hear);
    const walk = async () => {
      await open(page, `${GUIDE}/`);
      if (moment === 'walking') killSoon();
      await walkOn(isOpen);
    };
    if (moment === 'loading') killSoon();
    const work = moment === 'export' ? exported(page, killSoon) : walk();
    // A killed browser does not answer any more, which is as it should be.
    await Promise.race([work, gone]).catch((error: unknown) => {
      if (!killed) throw new Error(`${where}, killed at ${moment}`, { cause: error });
    });
    await work.catch(() => undefined);
    expect(errors, where).toEqual([]);
  } finally {
    kill();
    await gone;
    doubt.killed();
  }
}

function believe(told: Told, doubt: Doubt): void {
  switch (told.kind) {
    case 'begins':
      doubt.begins(told.how, told.mayReplace);
      break;
    case 'ends':
      doubt.ends(told.how);
      break;
    case 'seen':
      doubt.sees(told.begun);
      break;
    default:
      told satisfies never;
  }
}

/** Takes up every walk that is still open and ends it: then all that began has ended, once. */
async function endOpenWalks(folder: string, doubt: Doubt, where: string): Promise<void> {
  const { page, kill, gone } = await startBrowser(folder);
  try {
    await page.addInitScript(installDriver);
    let isOpen = doubt.settle(totalsIn(await exported(page)), where);
    if (isOpen === 0) return;
    for (; isOpen > 0; isOpen -= 1) {
      await open(page, `${GUIDE}/`);
      doubt.begins('resume', false);
      await page.evaluate(() => window.driver.begin('resume'));
      doubt.ends('completed');
      await page.evaluate(() => window.driver.end('completed'));
      doubt.sees('resumed');
    }
    expect(doubt.settle(totalsIn(await exported(page)), where), `${where}: still open`).toBe(0);
  } finally {
    kill();
    await gone;
  }
}
