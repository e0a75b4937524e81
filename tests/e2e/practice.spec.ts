import path from 'node:path';
import type AxeBuilder from 'axe-core';
import { expect, type Tablet, test } from './tablet';

declare const axe: typeof AxeBuilder;

/** Somebody practising: touches as a steady hand does, one after the other. */
class Practising {
  constructor(readonly tablet: Tablet) {}

  get page() {
    return this.tablet.page;
  }
  get dialog() {
    return this.page.getByRole('dialog');
  }
  get says() {
    return this.dialog.getByRole('status');
  }
  get title() {
    return this.dialog.getByRole('heading');
  }

  async open(address: string, action: 'practise' | 'rehearse' = 'practise'): Promise<void> {
    await this.page.clock.install();
    await this.tablet.open(address);
    await this.tablet.tap(action);
    await expect(this.dialog).toBeVisible();
    await this.later();
  }

  /** As long as the next screen needs to come after the right touch, and then to answer. */
  async later(): Promise<void> {
    await this.page.clock.runFor(1500);
  }

  async touch(part: string): Promise<void> {
    await this.dialog.locator(part).first().click();
    await this.later();
  }

  /** A touch between the parts. */
  async touchBeside(): Promise<void> {
    await this.dialog.locator('.phone').click({ position: { x: 40, y: 30 } });
    await this.later();
  }
}

const it = test.extend<{ person: Practising }>({
  person: async ({ tablet }, use) => use(new Practising(tablet)),
});

it('another touch says what to look for, the second has the hand point, the right one is well done', async ({
  person,
}) => {
  await person.open('vneid/#numbers');
  await expect(person.says).toHaveText(/Bác tìm nút “Gửi yêu cầu” có vòng màu cam/);
  await person.touchBeside();
  await expect(person.says).toHaveText(/Không sao.* nút “Gửi yêu cầu” có vòng màu cam nhé/);
  const hand = () =>
    person.dialog
      .locator('[data-tap]')
      .evaluate((part) => Number.parseFloat(getComputedStyle(part, '::after').inlineSize));
  const before = await hand();
  await person.touchBeside();
  await expect(person.says).toHaveText('Bàn tay đang chỉ vào nút “Gửi yêu cầu”. Bác chạm vào đó nhé.');
  expect(await hand()).toBeGreaterThan(before * 1.5);
  await person.touch('[data-tap]');
  await expect(person.says).toHaveText(/Đúng chỗ rồi bác/);
  await person.touch('[data-action="close"]');
  await expect(person.dialog).toHaveCount(0);
  await person.tablet.expectScreen('step', 'numbers');
});

it('a field that is touched fills itself, letter by letter for those who want motion', async ({ person }) => {
  await person.open('vneid/#numbers');
  const field = person.dialog.getByRole('button', { name: /^Ô Số điện thoại/ });
  await expect(field).toHaveAccessibleName('Ô Số điện thoại, còn trống');
  await field.click();
  await person.later();
  await expect(field).toContainText('09•• ••• •••');
  await expect(field).toHaveAccessibleName('Ô Số điện thoại, đã có chữ mẫu');
  await expect(person.says).toHaveText(/máy điền mẫu.* nút “Gửi yêu cầu”/);

  await person.page.emulateMedia({ reducedMotion: 'no-preference' });
  const other = person.dialog.getByRole('button', { name: /^Ô Số định danh/ });
  await other.click();
  const length = () => other.evaluate((part) => part.lastChild?.textContent?.trim().length ?? 0);
  const lengths: number[] = [];
  for (let i = 0; i < 4; i += 1) {
    await person.page.clock.runFor(100);
    lengths.push(await length());
  }
  expect(lengths).toEqual([...lengths].sort((a, b) => a - b));
  expect(lengths.at(-1)).toBeGreaterThan(lengths[0] ?? 0);
  expect(lengths.at(-1)).toBeLessThan(14);
  await person.page.clock.runFor(2000);
  expect(await length()).toBe('080 0•• ••• •••'.length);
});

it('the keypad, the boxes of a code and passwords answer with a sample: nobody types a secret', async ({
  person,
}) => {
  await person.open('vneid/#passcode');
  await expect(person.dialog.locator('.typed')).toHaveCount(0);
  await person.touch('.p-pin');
  await expect(person.dialog.locator('.typed')).toHaveCount(6);
  await expect(person.says).toHaveText(/Đúng chỗ rồi/);
  await expect(person.dialog.locator('input, textarea, [contenteditable]')).toHaveCount(0);
});

it('ticks, switches and options change as on a real phone, and are heard as what they are', async ({
  person,
}) => {
  await person.open('an-sinh-xa-hoi/#account-number');
  const tick = person.dialog.getByRole('checkbox');
  await expect(tick).toBeChecked();
  await tick.click();
  await person.later();
  await expect(tick).not.toBeChecked();
  await expect(person.says).toHaveText(/chạm để chọn hay bỏ chọn.* nút “Tiếp tục”/);
});

it('the ringed icon leads on to the step’s next drawn phone', async ({ person }) => {
  await person.open('vneid/#activate');
  await expect(person.title).toHaveText(/Màn hình 1 \/ 2 Mở VNeID và chọn kích hoạt/);
  await person.touch('.p-icon:not([data-tap])');
  await expect(person.says).toHaveText(/hình “VNeID” có vòng màu cam nhé/);
  await person.touch('[data-tap]');
  await expect(person.title).toHaveText(/Màn hình 2 \/ 2/);
  await expect(person.title).toBeFocused();
  await person.touch('[data-action="screen-before"]');
  await expect(person.title).toHaveText(/Màn hình 1 \/ 2/);
});

it('behind a question that is up nothing answers, and each answer is a button', async ({ person }) => {
  await person.open('tranh-lua-dao/#fake-app');
  await expect(person.dialog.locator('.phone').getByRole('button')).toHaveText(['Không cho', 'Cho']);
  await person.touch('.p-dialog .answer:not([data-tap])');
  await expect(person.says).toHaveText(/nút “Không cho” có vòng màu cam nhé/);
  await person.touch('[data-tap]');
  await expect(person.says).toHaveText(/Đúng chỗ rồi/);
});

it('a trembling hand: a touch on a screen that has just come, and a second one at once, do nothing', async ({
  person,
  tablet,
  page,
}) => {
  await page.clock.install();
  await tablet.open('vneid/#numbers');
  await tablet.tap('practise');
  await expect(person.dialog).toBeVisible();
  await page.clock.pauseAt(Date.now() + 60_000);
  const { dialog, says } = person;
  const beside = () => dialog.locator('.phone').click({ position: { x: 40, y: 30 } });
  await beside();
  await expect(says).toHaveText(/Không sao/);
  await beside();
  await expect(says).toHaveText(/Không sao/);
  await page.clock.runFor(701);
  await beside();
  await expect(says).toHaveText(/Bàn tay đang chỉ/);
  await dialog.locator('[data-tap]').click();
  await expect(says).toHaveText(/Đúng chỗ rồi/);
});

it('Escape, its button and the browser’s back button close the practice and leave the guide where it was', async ({
  person,
  page,
}) => {
  await person.open('vneid/#numbers');
  const ways = [
    () => page.keyboard.press('Escape'),
    () => person.touch('[data-action="leave-practice"]'),
    () => page.goBack(),
  ];
  for (const leave of ways) {
    await leave();
    await expect(person.dialog).toHaveCount(0);
    await person.tablet.expectScreen('step', 'numbers');
    await expect(person.tablet.control('practise')).toBeFocused();
    await person.tablet.tap('practise');
    await expect(person.dialog).toBeVisible();
    await person.later();
  }
  await page.goBack();
  await expect(person.dialog).toHaveCount(0);
  // One more leaves the step, as without practising.
  await page.goBack();
  await expect(page).toHaveURL('about:blank');
});

it('by keys alone: each part is a button with a name, and the ringed one leads on', async ({
  person,
  page,
}) => {
  await person.open('vneid/#log-in');
  const names = await person.dialog
    .locator('.phone')
    .getByRole('button')
    .evaluateAll((buttons) => buttons.map((one) => one.getAttribute('aria-label') ?? one.textContent));
  expect(names).toEqual([
    'Ô Số định danh cá nhân, còn trống',
    'Ô Mật khẩu, còn trống',
    'Đăng nhập',
    'Quên mật khẩu',
  ]);
  await expect(person.title).toBeFocused();
  for (let i = 0; i < 3; i += 1) await page.keyboard.press('Tab');
  const ringed = person.dialog.locator('[data-tap]');
  await expect(ringed).toBeFocused();
  expect(await ringed.evaluate((part) => getComputedStyle(part).boxShadow)).not.toBe('none');
  await page.keyboard.press('Enter');
  await expect(person.says).toHaveText(/Đúng chỗ rồi/);
});

it('a guide is rehearsed from its cover to the end, then begun for real; the rehearsal itself counts nothing', async ({
  person,
  tablet,
  page,
}) => {
  await tablet.open('vneid/');
  // One clear first action: the rehearsal is offered beside it.
  await expect(page.locator('#cover .button.go')).toHaveText('Bắt đầu');
  await person.open('vneid/', 'rehearse');
  await person.dialog.getByRole('button', { name: 'iPhone' }).click();
  await person.later();
  const screens: string[] = [];
  for (let i = 0; i < 30; i += 1) {
    const kind = await person.dialog.getAttribute('data-stop');
    if (kind === 'end') break;
    const title = (await person.title.textContent()) ?? '';
    screens.push(title);
    if (kind === 'question') await person.touch('[data-choice]');
    else await person.touch('[data-tap]');
    await person.later();
    await expect(person.title).not.toHaveText(title);
  }
  expect(screens[0]).toMatch(/Màn hình 1 \/ 10 Cài VNeID từ App Store/);
  expect(screens[1]).toMatch(/Bác kích hoạt VNeID lần đầu phải không/);
  expect(screens.at(-1)).toMatch(/Màn hình 10 \/ 10 Xem giấy tờ/);
  await expect(person.title).toHaveText(/Bác đã tập xong/);
  await expect(person.says).toHaveText(/làm thật trên điện thoại/);
  await person.touch('[data-action="begin"]');
  await tablet.expectScreen('step', 'bring');
  await expect(person.dialog).toHaveCount(0);
  await tablet.stop('no-time');
  await tablet.open('staff/');
  await expect(page.locator('[data-total="started"]')).toHaveAttribute('data-value', '1');
  await expect(page.locator('[data-total="stopped"]')).toHaveAttribute('data-value', '1');
});

it('a step without anything to tap offers no practice', async ({ tablet, page }) => {
  await tablet.open('vneid/#police');
  await expect(page.locator('#police .phone')).toBeVisible();
  await expect(tablet.control('practise')).toHaveCount(0);
});

for (const [width, height] of [
  [320, 640],
  [1280, 800],
] as const) {
  it(`${width}×${height}: targets are large and apart, nothing is cut at any text size, axe finds nothing`, async ({
    person,
    page,
  }) => {
    await page.setViewportSize({ width, height });
    await page.addInitScript({
      path: path.join(import.meta.dirname, '../../node_modules/axe-core/axe.min.js'),
    });
    for (const address of ['vneid/#numbers', 'tranh-lua-dao/#fake-app']) {
      await page.goto('about:blank');
      await person.open(address);
      const small = await person.dialog
        .getByRole('button')
        .or(person.dialog.getByRole('radio'))
        .evaluateAll((targets) =>
          targets
            .map((target) => ({ html: target.outerHTML.slice(0, 90), box: target.getBoundingClientRect() }))
            .filter(({ box }) => box.width < 63.5 || box.height < 63.5)
            .map(({ html, box }) => `${html} ${box.width}×${box.height}`),
        );
      expect(small, address).toEqual([]);
      for (const size of ['1', '2', '3']) {
        await page.evaluate((value) => document.documentElement.setAttribute('data-text-size', value), size);
        expect(
          await person.dialog.evaluate((dialog) => dialog.scrollWidth - dialog.clientWidth),
          `${address} at size ${size}`,
        ).toBeLessThanOrEqual(0);
      }
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        const { violations } = await page.evaluate(() =>
          axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }),
        );
        expect(
          violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html.slice(0, 120))]),
          `${address} ${colorScheme}`,
        ).toEqual([]);
      }
    }
  });
}
