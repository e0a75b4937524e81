import type { Locale } from '../../src/guide/guide';
import { makeFleet } from '../fleet/fleet';
import { behave, installVoice } from './fake-voice';
import { allGuides, expect, SITE, type Tablet } from './tablet';

/** Everything that a person may have before them, and how it comes there. */
export interface Screen {
  name: string;
  /** Who reads it: what is for residents is measured more strictly. */
  readers: 'residents' | 'staff';
  open(tablet: Tablet, root: string): Promise<void>;
}

/** The way to a language's pages. */
export const rootOf = (locale: Locale) => (locale === 'vi' ? '' : `${locale}/`);

const at = (address: string) => (tablet: Tablet, root: string) => tablet.open(root + address);

const PIN = '274916';

export const SCREENS: Screen[] = [
  { name: 'home', readers: 'residents', open: at('') },
  {
    name: 'home, nothing found',
    readers: 'residents',
    async open(tablet, root) {
      await tablet.open(root);
      await tablet.page.getByRole('searchbox').fill('xyz');
      await expect(tablet.page.getByRole('status')).toHaveText(/./);
    },
  },
  { name: 'cover', readers: 'residents', open: at('vneid/') },
  {
    name: 'choosing the look',
    readers: 'residents',
    async open(tablet, root) {
      await tablet.open(root);
      await tablet.tap('look');
      await tablet.page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'taking home',
    readers: 'residents',
    async open(tablet, root) {
      await tablet.open(root);
      await tablet.page.evaluate(() =>
        localStorage.setItem('tung-buoc:public-address', 'https://example.org/tung-buoc/'),
      );
      await tablet.open(`${root}vneid/`);
      await tablet.tap('take-home');
      await tablet.page.locator('.take-home [data-code]').waitFor();
    },
  },
  {
    name: 'cover, somebody was interrupted',
    readers: 'residents',
    async open(tablet, root) {
      await tablet.open(`${root}an-sinh-xa-hoi/`);
      await tablet.tap('start');
      await tablet.tap('next');
      await tablet.noted();
      await tablet.page.goto('about:blank');
      await tablet.open(`${root}an-sinh-xa-hoi/`);
      await tablet.control('resume').waitFor();
    },
  },
  { name: 'step with a checklist', readers: 'residents', open: at('vneid/#bring') },
  { name: 'step with a phone', readers: 'residents', open: at('vneid/#numbers') },
  { name: 'long step', readers: 'residents', open: at('vi-dien-tu/#scan-pay') },
  { name: 'choice', readers: 'residents', open: at('vneid/#which-phone') },
  { name: 'step with a scam', readers: 'residents', open: at('tranh-lua-dao/#fake-message') },
  {
    name: 'help panel',
    readers: 'residents',
    async open(tablet, root) {
      await tablet.open(`${root}vneid/#otp`);
      await tablet.tap('help');
      await tablet.page.locator('details.help[open] .panel').filter({ visible: true }).waitFor();
    },
  },
  {
    name: 'reading aloud',
    readers: 'residents',
    async open(tablet, root) {
      await installVoice(tablet.page, { voices: ['vi-VN', 'en-US'] });
      await tablet.open(`${root}vneid/#numbers`);
      await behave(tablet.page, 'waits');
      await tablet.tap('read');
      await tablet.page.locator('.reading-bar').waitFor();
    },
  },
  { name: 'practice', readers: 'residents', open: practising('vneid/#numbers', 'practise') },
  { name: 'practice on a question', readers: 'residents', open: practising('vneid/', 'rehearse') },
  { name: 'finish', readers: 'residents', open: at('vneid/#end') },
  { name: 'why', readers: 'residents', open: at('vneid/#why') },
  {
    name: 'done',
    readers: 'residents',
    async open(tablet, root) {
      await begin(tablet, root);
      await tablet.page.goto(`${SITE}${root}vneid/#end`);
      await tablet.tap('completed');
      await tablet.page.locator('#done .counted').filter({ hasText: /./ }).waitFor();
    },
  },
  {
    name: 'stopped',
    readers: 'residents',
    async open(tablet, root) {
      await begin(tablet, root);
      await tablet.stop('no-time');
      await tablet.page.locator('#stopped .counted').filter({ hasText: /./ }).waitFor();
    },
  },
  { name: 'privacy', readers: 'residents', open: at('privacy/') },
  {
    name: 'kiosk, inviting',
    readers: 'residents',
    async open(tablet, root) {
      await beKiosk(tablet, root);
      await tablet.expectScreen('attract');
      // The drawn phone comes when its guide is there.
      await tablet.page.locator('.attract .phone').waitFor({ state: 'attached' });
    },
  },
  {
    name: 'kiosk, asking whether somebody is there',
    readers: 'residents',
    async open(tablet, root) {
      await tablet.page.clock.install();
      await beKiosk(tablet, `${root}vneid/`);
      await tablet.tap('start');
      // Only what asks is asked: elsewhere nothing answers yet.
      await tablet.page.waitForFunction(() => document.querySelector('[data-role="kiosk"]'));
      await expect(async () => {
        await tablet.page.clock.runFor(20_000);
        await expect(tablet.page.locator('.still-here')).toBeVisible({ timeout: 100 });
      }).toPass();
    },
  },
  { name: 'helping', readers: 'staff', open: at('helping/') },
  { name: 'staff room', readers: 'staff', open: inStaffRoom() },
  {
    name: 'staff room of a kiosk',
    readers: 'staff',
    open: inStaffRoom(async (tablet) => {
      await tablet.page.locator('input[name="role"][value="kiosk"]').check();
      await tablet.page.locator('.kiosk-setup').waitFor();
    }),
  },
  {
    name: 'staff room, setting a PIN',
    readers: 'staff',
    open: inStaffRoom(async (tablet) => {
      await tablet.tap('pin-set');
      await tablet.control('pin-1').scrollIntoViewIfNeeded();
    }),
  },
  {
    name: 'staff room, behind its PIN',
    readers: 'staff',
    open: inStaffRoom(async (tablet, root) => {
      // The PIN of the language before.
      await tablet.page.evaluate(() => localStorage.clear());
      await tablet.page.reload();
      await tablet.tap('pin-set');
      for (const digit of PIN + PIN) await tablet.tap(`pin-${digit}`);
      await tablet.page.locator('[data-said="set"]').waitFor();
      await tablet.page.goto('about:blank');
      await tablet.open(`${root}staff/`);
      await tablet.page.locator('[data-state="locked"]').waitFor();
    }),
  },
  {
    name: 'counts as codes',
    readers: 'staff',
    open: inStaffRoom(async (tablet) => {
      await tablet.tap('export-qr');
      await tablet.page.locator('[data-frame]').waitFor();
    }),
  },
  { name: 'report, empty', readers: 'staff', open: at('report/') },
  {
    name: 'report',
    readers: 'staff',
    async open(tablet, root) {
      await tablet.open(`${root}report/`);
      await tablet.page.locator('[data-import]').setInputFiles(await someFiles());
      await expect(tablet.page.locator('[data-total="started"]')).not.toHaveAttribute('data-value', '0');
      await expect(tablet.page.getByRole('progressbar')).toHaveCount(0);
    },
  },
];

async function beKiosk(tablet: Tablet, address: string): Promise<void> {
  await tablet.open(address);
  await tablet.page.evaluate(() => localStorage.setItem('tung-buoc:role', 'kiosk'));
  await tablet.page.reload();
  await tablet.ready();
}

function practising(address: string, action: 'practise' | 'rehearse'): Screen['open'] {
  return async (tablet, root) => {
    await tablet.open(root + address);
    await tablet.tap(action);
    await tablet.page.getByRole('dialog').waitFor();
  };
}

async function begin(tablet: Tablet, root: string): Promise<void> {
  await tablet.open(`${root}vneid/`);
  await tablet.tap('start');
  await tablet.expectScreen('step');
}

/** With something counted, so that all its tables are there. */
function inStaffRoom(then?: Screen['open']): Screen['open'] {
  return async (tablet, root) => {
    await begin(tablet, root);
    await tablet.stop('no-time');
    await tablet.open(`${root}staff/`);
    await tablet.page.locator('main[data-state="read"]').waitFor();
    await then?.(tablet, root);
  };
}

/** Files of a few tablets, bad ones among them. */
async function someFiles() {
  const files: { name: string; mimeType: string; buffer: Buffer }[] = [];
  const options = { tablets: 12, days: 6, seed: 7, until: '2026-11-24' };
  await makeFleet(options, await allGuides(), (name, text) => {
    files.push({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
  });
  return files;
}
