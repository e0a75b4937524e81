import type { Page } from '@playwright/test';
import { hostileFiles } from '../hostile/hostile-files';
import { asLine, type HostileGuide, hostileGuides } from '../hostile/hostile-guide';
import { hostileSite } from '../hostile/hostile-site';
import { OWN, strangersIn } from '../hostile/own-elements';
import { type Payload, payloads, someOfEach } from '../hostile/payloads';
import { tripwire } from '../hostile/tripwire';
import { expect, test } from './tablet';

/** `npm run test:faults` asks for the long form. */
const FULL = process.env.FAULTS === 'full';
/** A busy machine is slow, not wrong. */
const PATIENT = { timeout: 60_000 };

const all = payloads();

async function expectOnlyOurs(page: Page): Promise<void> {
  expect(await page.evaluate(strangersIn, OWN)).toEqual([]);
  expect(await page.evaluate(() => Object.hasOwn(Object.prototype, 'polluted'))).toBe(false);
}

/** Nothing on the page is a stranger's, nothing ran, and nothing was tried that the policy forbids. */
async function expectNothingRan(page: Page, tripped: string[], violations: string[]): Promise<void> {
  await expectOnlyOurs(page);
  expect(tripped).toEqual([]);
  expect(violations).toEqual([]);
}

test('the tripwire is one: as markup on pages without a policy, payloads of every kind trip it', async ({
  page,
  context,
  violations,
}) => {
  const tripped = await tripwire(context);
  await page.goto('about:blank');
  const some = FULL ? all : someOfEach(all, 20);
  await page.evaluate(
    (texts) => {
      for (const text of texts) {
        const frame = document.createElement('iframe');
        document.body.append(frame);
        frame.contentDocument?.write(`<!doctype html><body>${text}`);
        const touched = frame.contentDocument?.querySelectorAll<HTMLElement>('a, button, math, b') ?? [];
        for (const one of touched) one.click?.();
      }
    },
    some.map(({ text }) => text),
  );
  const kindsOf = (list: Payload[]) => [...new Set(list.map(({ kind }) => kind))];
  const ran = () => some.filter(({ id }) => tripped.includes(`${id}`));
  await expect.poll(() => kindsOf(ran()), PATIENT).toEqual(kindsOf(some));
  await expect.poll(() => ran().length, PATIENT).toBeGreaterThan(some.length / 3);
  // They had none to violate, but for those that bring their own.
  violations.length = 0;
});

test.describe('a site of guides that are full of payloads', () => {
  test.describe.configure({ mode: 'serial' });
  let guides: HostileGuide[];
  let site: Awaited<ReturnType<typeof hostileSite>>;
  test.beforeAll(async () => {
    guides = hostileGuides(all, FULL ? 1 : 3);
    site = await hostileSite(guides);
  });
  test.afterAll(() => site.close());

  test('shows each of them as text: opened by address, and by hand', async ({
    page,
    context,
    violations,
  }) => {
    const tripped = await tripwire(context);
    for (const [i, { id, steps }] of guides.entries()) {
      // A page as the build has rendered it, and one that is rendered in the browser.
      const byHand = i % 2 === 1;
      await page.goto(site.address + (byHand ? '' : `${id}/`));
      await page.locator('html[data-ready]').waitFor({ state: 'attached' });
      if (byHand) await page.locator(`[data-open="${id}"]`).click();
      await expect(page.locator('main')).toHaveAttribute('data-guide', id);
      const titles = await page
        .locator('section.step h1')
        .evaluateAll((all) => all.map((one) => [one.parentElement?.id, one.lastChild?.textContent]));
      expect(titles).toEqual(steps.map(({ step, text }) => [step, text]));
      await expectOnlyOurs(page);
    }
    expect(tripped).toEqual([]);
    expect(violations).toEqual([]);
  });

  test('the phone that answers, the paper and what is found say them as text, too', async ({
    page,
    context,
    violations,
  }) => {
    const tripped = await tripwire(context);
    const [{ id, steps }] = guides as [HostileGuide];
    await page.goto(site.address);
    await page.locator('html[data-ready]').waitFor({ state: 'attached' });
    await page.locator('#guide-search').fill(steps[0]?.text ?? '');
    await expect(page.locator(`[data-open="${id}"]`)).toBeVisible();
    await page.locator(`[data-open="${id}"]`).click();
    const drawn = page.locator('section.step:has([data-action="practise"])');
    for (const step of (await drawn.evaluateAll((all) => all.map((one) => one.id))).slice(0, 4)) {
      await page.evaluate((hash) => {
        location.hash = hash;
      }, step);
      await page.locator(`#${step} [data-action="practise"]`).click();
      const dialog = page.getByRole('dialog');
      await expect(dialog.locator('.phone button').first()).toBeVisible();
      await expectOnlyOurs(page);
      await page.keyboard.press('Escape');
      await expect(dialog).toHaveCount(0);
    }
    await page.emulateMedia({ media: 'print' });
    await expectNothingRan(page, tripped, violations);
  });
});

test('export files, lists of teams and their names are shown as text or refused', async ({
  tablet,
  page,
  context,
  violations,
}) => {
  const tripped = await tripwire(context);
  await tablet.open('report/');
  const files = await hostileFiles(all);
  await page.locator('[data-import]').setInputFiles(files);
  const refused = page.locator('[data-refused]');
  await page.locator('.alert button').click(PATIENT);
  await expect(refused).toHaveCount(files.filter(({ taken }) => !taken).length, PATIENT);
  const named = await refused.locator('b').allTextContents();
  expect(named.sort()).toEqual(files.flatMap(({ name, taken }) => (taken ? [] : [name])).sort());

  // What can be a place's name is one.
  const devices = page.locator('[data-table="devices"]');
  await devices.getByRole('button', { name: 'Xem cả' }).click();
  const places = await devices.textContent();
  const shown = all.filter(({ text }) => text.length < 100 && asLine(text) === text);
  expect(shown.length).toBeGreaterThan(300);
  for (const { text } of shown) expect(places).toContain(text);
  await expectOnlyOurs(page);

  const list = [
    'Xã;Tổ',
    ...all.map(({ text }) => `"${text.replaceAll('"', '""')}";"${text.replaceAll('"', '""')}"`),
  ];
  await page.locator('[data-import-teams]').setInputFiles({
    name: '<img src=x onerror=alert(0)>.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(list.join('\n')),
  });
  await expect(page.locator('[data-table="not-heard"]')).toContainText('onerror=alert(');
  await expectNothingRan(page, tripped, violations);
});

test('what is typed in the staff room and in the search, and what storage holds, is text', async ({
  tablet,
  page,
  context,
  violations,
}) => {
  const tripped = await tripwire(context);
  const some = someOfEach(all, 1);
  // As another program, or an older version, may have left them.
  const stored = [
    'text-size',
    'theme',
    'role',
    'voice-vi',
    'public-address',
    'pin',
    'pin-tries',
    'not-counted',
    'pending',
    'room',
    'walk',
  ];
  await page.addInitScript(
    ([names, texts]) => {
      names.forEach((name, i) => {
        localStorage.setItem(`tung-buoc:${name}`, texts[i % texts.length] ?? '');
        sessionStorage.setItem(`tung-buoc:${name}`, texts[(i + 1) % texts.length] ?? '');
      });
    },
    [stored, some.map(({ text }) => text)] as const,
  );
  await tablet.open('staff/');
  const fields = ['province', 'commune', 'team', 'tablet'];
  for (let i = 0; i < some.length; i += fields.length) {
    for (const [k, field] of fields.entries())
      await page
        .locator(`input[name="${field}"]`)
        .first()
        .fill(some[(i + k) % some.length]?.text ?? '');
    await page.locator('form:has(input[name="commune"]) button').first().click();
    await expect(page.locator('form:has(input[name="commune"])').first().getByRole('status')).not.toBeEmpty();
  }
  await page.reload();
  await tablet.ready();
  await expect(page.locator('input[name="commune"]').first()).not.toHaveValue('');
  await expectOnlyOurs(page);
  for (const { text } of some) {
    await page.locator('[data-public-address] input').fill(text);
    await page.locator('[data-public-address] button').first().click();
  }
  await expectOnlyOurs(page);

  await tablet.open('');
  for (const { text } of some) await page.locator('#guide-search').fill(text);
  await expectNothingRan(page, tripped, violations);
});

test('an address with a payload behind it leads nowhere else', async ({
  tablet,
  page,
  context,
  violations,
}) => {
  const tripped = await tripwire(context);
  const texts = all.map(({ text }) => text);
  await tablet.open(`vneid/?${encodeURIComponent(texts.slice(0, 50).join(''))}#${texts[0]}`);
  await page.evaluate((texts) => {
    for (const text of texts) location.hash = text;
  }, texts);
  await page.evaluate(() => {
    location.hash = '#numbers';
  });
  await tablet.expectScreen('step', 'numbers');
  await expectNothingRan(page, tripped, violations);
});
