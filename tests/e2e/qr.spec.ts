import { rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { decodeQR } from 'qr/decode.js';
import { isRefusal, readFile } from '../../src/report/read-file';
import { Union } from '../../src/report/union';
import { daysBefore } from '../../src/tally/day';
import { type ExportFile, exportFile } from '../../src/tally/export';
import { FrameCollector } from '../../src/tally/frame-collector';
import { packFrames } from '../../src/tally/frames';
import { sumRows } from '../../src/tally/sheet';
import { everyWay } from '../ways-through';
import { film } from './film';
import { readPng } from './png';
import { allGuides, expect, test as onTablet, type Tablet } from './tablet';

/** What the camera sees; written by the test before the camera is opened. */
const FILM = path.join(os.tmpdir(), `tung-buoc-codes-${process.pid}.y4m`);

const test = onTablet.extend({
  launchOptions: [
    async ({ launchOptions }, use) => {
      const camera = [
        '--use-fake-ui-for-media-stream',
        '--use-fake-device-for-media-stream',
        `--use-file-for-fake-video-capture=${FILM}`,
      ];
      await use({ ...launchOptions, args: [...(launchOptions.args ?? []), ...camera] });
    },
    { scope: 'worker' },
  ],
});

test.use({ permissions: ['camera'] });
test.afterAll(() => rmSync(FILM, { force: true }));

test('counts leave a tablet as codes on its screen, and merge like its file', async ({ tablet, page }) => {
  await countSomeWalks(tablet);
  await tablet.open('staff/');
  await page.locator('main[data-state="read"]').waitFor();
  await tablet.tap('export-qr');
  const code = page.locator('[data-frame]');
  const count = Number(await code.getAttribute('data-frames'));
  expect(count).toBeGreaterThan(1);

  const collector = new FrameCollector();
  let file: ExportFile | undefined;
  for (let number = 1; number <= count; number += 1) {
    expect(file).toBeUndefined();
    await expect(code).toHaveAttribute('data-frame', `${number}`);
    const answer = collector.add(decode(await code.screenshot()));
    if (answer.kind === 'complete') file = answer.file;
    await tablet.tap('qr-next');
  }
  await expect(code).toHaveAttribute('data-frame', '1');
  await tablet.tap('close');

  const union = new Union();
  const fromCodes = await readFile(JSON.stringify(file), union.table);
  const fromFile = await readFile((await tablet.export('json')).toString('utf8'), union.table);
  if (isRefusal(fromCodes) || isRefusal(fromFile)) throw new Error('refused');
  expect(fromCodes.total).toBe(2);
  expect(fromCodes).toEqual(fromFile);
  union.add(fromCodes);
  union.add(fromFile);
  expect(union.sheets).toHaveLength(fromFile.sheets.length);
  expect(union.sheets.filter(({ conflict }) => conflict)).toEqual([]);
});

test('codes change by themselves until they are stopped, and not where motion is not wanted', async ({
  tablet,
  page,
}) => {
  await countSomeWalks(tablet);
  await tablet.open('staff/');
  await tablet.tap('export-qr');
  const code = page.locator('[data-frame]');
  await expect(tablet.control('qr-play')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(code).toHaveCount(0);

  await page.emulateMedia({ reducedMotion: 'no-preference', colorScheme: 'dark' });
  await tablet.tap('export-qr');
  await expect(code).toHaveAttribute('data-frame', '2');
  await tablet.tap('qr-pause');
  await expect(tablet.control('qr-play')).toBeVisible();
  expect(decode(await code.screenshot()).length).toBeGreaterThan(100);
});

test('the report reads codes with its camera, and lets go of it when closed or hidden', async ({
  tablet,
  page,
}) => {
  const file = await aMonth();
  writeFileSync(FILM, film(packFrames(file)));
  await page.addInitScript(rememberCameras);
  await tablet.open('report/');
  await tablet.tap('read-qr');
  await expect(page.locator('[data-camera="on"]')).toBeVisible();
  await expect(page.locator('[data-says="complete"]')).toBeVisible({ timeout: 30_000 });
  expect(await page.evaluate(runningCameras)).toBe(1);
  await page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  });
  expect(await page.evaluate(runningCameras)).toBe(0);
  await page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { value: 'visible', configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  });
  await expect.poll(() => page.evaluate(runningCameras)).toBe(1);
  await tablet.tap('close');
  expect(await page.evaluate(runningCameras)).toBe(0);

  const merged = (total: string) => page.locator(`[data-total="${total}"]`).getAttribute('data-value');
  expect(await merged('completed')).toBe(`${file.total}`);
  await page.locator('[data-import]').setInputFiles({
    name: 'the-same.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(file)),
  });
  await expect(page.getByRole('status').filter({ hasText: '2 tệp' })).toBeVisible();
  expect(await merged('completed')).toBe(`${file.total}`);
});

test('codes that do not come are named, and those of others are refused kindly', async ({ tablet, page }) => {
  const frames = packFrames(await aMonth());
  writeFileSync(FILM, film(frames.filter((_, i) => i !== 2)));
  await tablet.open('report/');
  await tablet.tap('read-qr');
  await expect(page.locator('[data-says="missing"]')).toHaveText(/mã số 3\./, { timeout: 30_000 });
  await expect(page.locator('[data-have]')).toHaveText(`${frames.length - 1} / ${frames.length}`);
  await tablet.tap('close');

  writeFileSync(FILM, film([Buffer.from('https://example.org')]));
  await tablet.tap('read-qr');
  await expect(page.locator('[data-says="refused"]')).toHaveText(/không phải số liệu/);
  await tablet.tap('close');
  await expect(page.locator('[data-total="started"]')).toHaveAttribute('data-value', '0');
});

test('a camera that may not be used is said kindly; without any, it is not offered', async ({
  tablet,
  page,
}) => {
  await page.addInitScript(() => {
    navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
  });
  await tablet.open('report/');
  await tablet.tap('read-qr');
  await expect(page.locator('[data-camera="refused"]')).toHaveText(/cho phép camera/);
  await tablet.tap('close');
  await page.addInitScript(() => Object.defineProperty(navigator, 'mediaDevices', { value: undefined }));
  await tablet.open('report/');
  await expect(page.locator('[data-import]')).toBeVisible();
  await expect(page.locator('[data-action="read-qr"]')).toHaveCount(0);
});

/** Two walks through two guides, each to its end. */
async function countSomeWalks(tablet: Tablet): Promise<void> {
  const guides = (await allGuides()).filter(({ locale }) => locale === 'vi').slice(0, 2);
  for (const guide of guides) {
    await tablet.open(`${guide.id}/`);
    await tablet.walk(guide, everyWay(guide)[0] ?? []);
    await tablet.tap('completed');
    await tablet.expectScreen('done');
  }
}

/** The bytes of the code in a screenshot. */
function decode(png: Buffer): Uint8Array {
  const text = decodeQR(readPng(png), { textDecoder: (bytes) => String.fromCharCode(...bytes) });
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}

/** A month of a team's counts: several codes. */
async function aMonth(): Promise<ExportFile> {
  const sheets = Array.from({ length: 30 }, (_, i) => ({
    id: Buffer.from(`${i}`.padEnd(16, '#')).toString('hex'),
    day: daysBefore('2026-11-24', i),
    rows: sumRows(
      Array.from({ length: 25 }, (_, k) => ({
        guide: 'vneid',
        revision: '0a1b2c3d',
        locale: 'vi' as const,
        mode: 'helped' as const,
        event: k === 0 ? ('completed' as const) : ('reached' as const),
        step: k === 0 ? ('' as const) : `step-${(k * 7 + i) % 40}`,
        reason: '' as const,
        minutes: k === 0 ? ('10-20' as const) : ('' as const),
        count: 1 + ((i * k) % 9),
      })),
    ),
  }));
  const place = { province: 'Tây Ninh', commune: 'Xã Cần Đước', team: 'Ấp 1', tablet: '01' };
  const file = await exportFile({ place, day: '2026-11-24', notCounted: 0, sheets });
  if (!file) throw new Error('no WebCrypto');
  return file;
}

/** Runs in the page before its own scripts. */
function rememberCameras(): void {
  const tracks: MediaStreamTrack[] = [];
  Object.assign(window, { tracks });
  const open = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
  navigator.mediaDevices.getUserMedia = async (wish) => {
    const stream = await open(wish);
    tracks.push(...stream.getTracks());
    return stream;
  };
}

/** Runs in the page. */
function runningCameras(): number {
  const { tracks } = window as unknown as { tracks: MediaStreamTrack[] };
  return tracks.filter((track) => track.readyState === 'live').length;
}
