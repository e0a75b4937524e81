import path from 'node:path';
import type { Page } from '@playwright/test';
import type AxeBuilder from 'axe-core';
import { behave, installVoice, said } from './fake-voice';
import { expect, SITE, test } from './tablet';

declare const axe: typeof AxeBuilder;

const button = (page: Page) => page.locator('[data-action="read"]');
const expectReading = (page: Page) => expect(button(page)).toHaveAttribute('data-reading', 'reading');
/** A whole step takes the fake voice some seconds. */
const expectQuiet = (page: Page) =>
  expect(button(page)).toHaveAttribute('data-reading', 'quiet', { timeout: 60_000 });

test.describe('with a Vietnamese voice', () => {
  test.beforeEach(({ page }) => installVoice(page, { voices: ['en-US', 'vi_VN'] }));

  test('a step is read from its number to its call-out, the phone in words; notes to the volunteer are not', async ({
    tablet,
    page,
  }) => {
    await tablet.open('vneid/#numbers');
    await behave(page, 'reads');
    await expect(page.locator('#numbers .note')).not.toHaveCount(0);
    await button(page).click();
    await expectReading(page);
    await expectQuiet(page);
    const all = await said(page);
    expect(all[0]?.text).toMatch(/^Bước \d+ trên \d+$/);
    expect(all[1]?.text).toBe(
      await page.locator('#numbers h1').evaluate((one) => one.lastChild?.textContent),
    );
    expect(all.filter(({ lang, rate }) => lang !== 'vi-VN' || rate !== 1)).toEqual([]);
    const text = all.map((one) => one.text).join(' ');
    expect(text).toContain('Màn hình ứng dụng vi en i ai đi.');
    expect(text).toContain('Bấm: Gửi yêu cầu.');
    expect(text).toContain('1: ');
    expect(text).not.toContain('Dành cho người hướng dẫn');
    expect(text).not.toContain('VNeID');
  });

  test('nothing is read before somebody asks', async ({ tablet, page }) => {
    await tablet.open('vneid/');
    await expect(button(page)).toBeVisible();
    await tablet.tap('start');
    await tablet.tap('next');
    expect(await said(page)).toEqual([]);
  });

  test('what is read is marked, word by word, and the text of the page stays untouched', async ({
    tablet,
    page,
  }) => {
    await tablet.open('vneid/#numbers');
    await behave(page, 'reads');
    const before = await page.locator('#numbers').evaluate((one) => one.textContent);
    // Marks come and go: all of them are written down.
    await page.evaluate(() => {
      const marked: string[] = [];
      Object.assign(window, { marked });
      new MutationObserver((all) => {
        const now = document.querySelectorAll('[data-being-read]');
        if (now.length > 1) marked.push('two at once');
        for (const { target } of all)
          if (target === now[0]) marked.push((target as Element).className || target.nodeName);
      }).observe(document, { subtree: true, attributeFilter: ['data-being-read'] });
      const set = HighlightRegistry.prototype.set;
      HighlightRegistry.prototype.set = function (name, highlight) {
        marked.push(`${name}: ${[...highlight].map(String)}`);
        return set.call(this, name, highlight);
      };
    });
    await button(page).click();
    await expectQuiet(page);
    const marked = await page.evaluate(() => (window as unknown as { marked: string[] }).marked);
    expect(marked).not.toContain('two at once');
    expect(marked).toContain('phone');
    expect(marked).toContain('LI');
    const title = await page.locator('#numbers h1').evaluate((one) => one.lastChild?.textContent ?? '');
    expect(marked).toContain(`read-sentence: ${title}`);
    expect(marked).toContain(`read-word: ${title.split(' ')[0]}`);
    const left = await page.evaluate(() => [
      document.querySelectorAll('[data-being-read]').length,
      CSS.highlights.has('read-word'),
      CSS.highlights.has('read-sentence'),
    ]);
    expect(left).toEqual([0, false, false]);
    expect(await page.locator('#numbers').evaluate((one) => one.textContent)).toBe(before);
  });

  test('any touch stops it at once: on the page, on its own button, on the next step; so does a key', async ({
    tablet,
    page,
  }) => {
    await tablet.open('vneid/#numbers');
    const begin = async () => {
      await button(page).click();
      await expectReading(page);
    };
    await begin();
    await page.locator('#numbers h1').dispatchEvent('pointerdown');
    await expectQuiet(page);
    expect(await page.evaluate(() => speechSynthesis.speaking)).toBe(false);
    await begin();
    await button(page).click();
    await expectQuiet(page);
    await begin();
    await page.keyboard.press('ArrowDown');
    await expectQuiet(page);
    await begin();
    await page.evaluate(() => {
      location.hash = 'bring';
    });
    await expectQuiet(page);
    await begin();
    await tablet.tap('next');
    await expectQuiet(page);
    expect(await page.evaluate(() => speechSynthesis.speaking)).toBe(false);
  });

  test('the keyboard begins and stops it as well', async ({ tablet, page }) => {
    await tablet.open('vneid/#numbers');
    await button(page).focus();
    await page.keyboard.press('Enter');
    await expectReading(page);
    await page.keyboard.press('Enter');
    await expectQuiet(page);
    await page.keyboard.press('Enter');
    await expectReading(page);
  });

  test('a page that is hidden or left is silent', async ({ tablet, page }) => {
    await tablet.open('vneid/#numbers');
    await button(page).click();
    await expectReading(page);
    await page.evaluate(() => {
      Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    });
    await expectQuiet(page);
    await button(page).click();
    await expectReading(page);
    await page.evaluate(() => dispatchEvent(new Event('pagehide')));
    await expectQuiet(page);
  });

  test('slower is one touch away, goes on with the same sentence, and is remembered', async ({
    tablet,
    page,
  }) => {
    await tablet.open('vneid/#numbers');
    await button(page).click();
    await tablet.tap('read-speed');
    await expectReading(page);
    await expect.poll(async () => (await said(page)).map(({ rate }) => rate)).toEqual([1, 0.75]);
    const [first, second] = await said(page);
    expect(second?.text).toBe(first?.text);
    await page.reload();
    await tablet.ready();
    await button(page).click();
    await expect.poll(async () => (await said(page)).map(({ rate }) => rate)).toEqual([0.75]);
    await expect(tablet.control('read-speed')).toHaveText('Đọc như thường');
  });

  test('a voice that stays silent is noticed, said kindly, and offered again', async ({ tablet, page }) => {
    await page.clock.install();
    await tablet.open('vneid/#numbers');
    await expect(button(page)).toBeVisible();
    await behave(page, 'silent');
    await button(page).click();
    await page.clock.fastForward(10_000);
    await expect(page.getByRole('alert')).toContainText('Máy chưa đọc ra tiếng');
    await behave(page, 'waits');
    await tablet.tap('read-again');
    await expectReading(page);
    await expect(page.getByRole('alert')).toHaveCount(0);
  });

  test('an open help panel is what is read, and the cover and the last question have their turn', async ({
    tablet,
    page,
  }) => {
    await tablet.open('vneid/#bring');
    await tablet.tap('help');
    await button(page).click();
    await expect
      .poll(async () => (await said(page)).map(({ text }) => text))
      .toEqual(['Nếu sim đứng tên con cháu']);
    await tablet.open('vneid/');
    await button(page).click();
    await expect.poll(async () => (await said(page)).at(-1)?.text).toBe('Kích hoạt vi en i ai đi');
    await tablet.open('vneid/#end');
    await button(page).click();
    await expect.poll(async () => (await said(page)).at(-1)?.text).toBe('Bác đã làm xong chưa?');
  });

  for (const width of [320, 1280]) {
    test(`${width} px: while reading nothing is cut or small, and axe finds nothing`, async ({
      tablet,
      page,
    }) => {
      await page.addInitScript({
        path: path.join(import.meta.dirname, '../../node_modules/axe-core/axe.min.js'),
      });
      await page.setViewportSize({ width, height: 800 });
      await tablet.open('vneid/#numbers');
      await button(page).click();
      await expect(tablet.control('read-speed')).toBeVisible();
      for (const size of ['1', '3']) {
        await page.evaluate((value) => document.documentElement.setAttribute('data-text-size', value), size);
        expect(
          await page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          ),
        ).toBeLessThanOrEqual(0);
      }
      const small = await page
        .locator('.reading-bar button, [data-action="read"]')
        .evaluateAll((all) => all.filter((one) => one.clientHeight < 59 || one.clientWidth < 59).length);
      expect(small).toBe(0);
      const { violations } = await page.evaluate(() =>
        axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }),
      );
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    });
  }
});

test.describe('without a voice of the language', () => {
  for (const [what, voices] of [
    ['an English voice alone', ['en-US', 'fr-FR']],
    ['no voice', []],
    ['a browser without speech', undefined],
  ] as const) {
    test(`${what}: no button in Vietnamese`, async ({ tablet, page }) => {
      await page.clock.install();
      await installVoice(page, { voices: voices && [...voices] });
      await tablet.open('vneid/#numbers');
      await page.clock.fastForward(10_000);
      await expect(page.locator('[data-action="practise"]').filter({ visible: true }).first()).toBeVisible();
      await expect(button(page)).toHaveCount(0);
    });
  }

  test('a voice that comes late brings the button; English is read by an English voice', async ({
    tablet,
    page,
  }) => {
    await installVoice(page, { voices: ['vi-VN', 'en-GB'], late: 1_500 });
    await tablet.open('en/vneid/#numbers');
    await expect(button(page)).toBeVisible();
    await button(page).click();
    await expect
      .poll(async () => (await said(page))[0])
      .toMatchObject({ lang: 'en-GB', text: /^Step \d+ of/ });
  });
});

test.describe('staff', () => {
  test('hear the voice once; where it is no Vietnamese the button is off, and they are told what to install', async ({
    tablet,
    page,
  }) => {
    await installVoice(page, { voices: ['vi-VN'], manner: 'reads' });
    await tablet.open('staff/');
    const voice = page.locator('[data-voice]');
    await expect(voice).toHaveAttribute('data-voice', 'untried');
    await tablet.tap('try-voice');
    await tablet.tap('voice-bad');
    await expect(voice).toHaveAttribute('data-voice', 'bad');
    await expect(voice).toContainText('Speech Services by Google');
    await tablet.open('vneid/#numbers');
    await page.waitForLoadState('networkidle');
    await expect(button(page)).toHaveCount(0);
    await tablet.open('staff/');
    await tablet.tap('try-voice');
    await tablet.tap('voice-good');
    await expect(voice).toHaveAttribute('data-voice', 'good');
    await tablet.open('vneid/#numbers');
    await expect(button(page)).toBeVisible();
  });

  test('without a voice they are told how to install one', async ({ tablet, page }) => {
    await installVoice(page, { voices: [] });
    await tablet.open('staff/');
    await expect(page.locator('[data-voice="none"]')).toContainText('Speech Services by Google');
  });
});

test.describe('a recorded step', () => {
  test.use({ serviceWorkers: 'block' });
  const RECORDED = /assets\/outline-vneid-vi-[^"]*\.js$/;

  /** The built guides have no recording yet: one is put into the guide as it comes, for the step `bring`. */
  async function record(page: Page, body: Buffer | undefined): Promise<void> {
    await page.route(RECORDED, async (route) => {
      const response = await route.fetch();
      const text = await response.text();
      const patched = text.replace(
        /(["']?)steps\1:\s*\[/,
        'recordings:{bring:`audio/vi/bring.mp3?12345678`},$&',
      );
      await route.fulfill({ response, body: patched });
    });
    await page.route('**/audio/vi/bring.mp3*', (route) =>
      body ? route.fulfill({ body, contentType: 'audio/wav' }) : route.abort(),
    );
  }

  test('is played instead of the voice, also where there is no voice, and is kept for where no network is', async ({
    tablet,
    page,
  }) => {
    await installVoice(page, { voices: [] });
    await record(page, silence(2));
    await tablet.open('vneid/#bring');
    await button(page).click();
    await expectReading(page);
    await expectQuiet(page);
    expect(await said(page)).toEqual([]);
    await expect
      .poll(() =>
        page.evaluate(async () => (await (await caches.open('tung-buoc-recordings')).keys()).length),
      )
      .toBe(1);
    await page.unroute('**/audio/vi/bring.mp3*');
    await page.route('**/audio/vi/bring.mp3*', (route) => route.abort());
    await page.goto(`${SITE}vneid/`);
    await tablet.open('vneid/#bring');
    await button(page).click();
    await expectReading(page);
    await expect(page.locator('.reading-bar')).toBeVisible();
    await expectQuiet(page);
  });

  test('that does not come leaves the word to the voice', async ({ tablet, page }) => {
    await installVoice(page, { voices: ['vi-VN'] });
    await record(page, undefined);
    await tablet.open('vneid/#bring');
    await button(page).click();
    await expect.poll(async () => (await said(page))[0]?.text).toMatch(/^Bước 1 trên/);
    await expectReading(page);
  });
});

/** Seconds of silence as WAV: 8,000 samples of one byte a second. */
function silence(seconds: number): Buffer {
  const samples = Buffer.alloc(8_000 * seconds, 128);
  const head = Buffer.alloc(44);
  head.write('RIFF', 0);
  head.writeUInt32LE(36 + samples.length, 4);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(8_000, 24);
  head.writeUInt32LE(8_000, 28);
  head.writeUInt16LE(1, 32);
  head.writeUInt16LE(8, 34);
  head.write('data', 36);
  head.writeUInt32LE(samples.length, 40);
  return Buffer.concat([head, samples]);
}
