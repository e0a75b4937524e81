import type { Page } from '@playwright/test';
import { END, type Guide, type Step } from '../../src/guide/guide';
import { rootOf } from './every-screen';
import { allGuides, expect, SITE, test } from './tablet';

/** Steps of a guide, as a screen reader goes through it: by the tree of names and roles alone. */
async function hearSteps(page: Page, guide: Guide, steps: Step[]): Promise<void> {
  const main = page.getByRole('main');
  for (const step of steps) {
    await page.evaluate((id) => location.replace(`#${id}`), step.id);
    await expect(main).toHaveAttribute('data-step', step.id);
    await expect(page, step.id).toHaveTitle(new RegExp(`^${escaped(step.title)} · ${escaped(guide.title)}`));
    const tree = await main.ariaSnapshot();
    const titles = tree.match(/^ *- '?heading .*\[level=1\]/gm) ?? [];
    expect(titles, step.id).toHaveLength(1);
    expect(titles[0], step.id).toContain(step.title.replaceAll('"', '\\"'));
    // Where one is, is said with the title.
    expect(titles[0], step.id).toMatch(guide.locale === 'vi' ? /Bước \d+ \/ \d+/ : /Step \d+ \/ \d+/);
    expect(nameless(tree), step.id).toEqual([]);
    await hearActions(page, step);
    await hearWaysOn(page, step);
  }
}

/** What is to be done comes as a list, one item an action. */
async function hearActions(page: Page, step: Step): Promise<void> {
  const lists = step.blocks.filter((block) => block.kind === 'actions' || block.kind === 'checklist');
  for (const [i, block] of lists.entries()) {
    const list = page
      .locator('.words')
      .filter({ visible: true })
      .getByRole('list')
      .and(page.locator('.actions, .checklist'))
      .nth(i);
    await expect(list.getByRole('listitem'), step.id).toHaveCount(block.items.length);
  }
  const phones = step.blocks.filter((block) => block.kind === 'phone').length;
  const pictures = page.getByRole('main').getByRole('img', { name: /^(Màn hình|Screen of|A phone)/ });
  await expect(pictures, step.id).toHaveCount(phones);
}

/** Each way on is a link that says where it leads. */
async function hearWaysOn(page: Page, { id, next }: Step): Promise<void> {
  if (next.kind === 'choice') {
    const nav = page.getByRole('navigation', { name: /Bác chọn một ô|Choose one/ });
    for (const { label, step } of next.options) {
      await expect(nav.getByRole('link', { name: label, exact: true }), id).toHaveAttribute(
        'href',
        `#${step}`,
      );
    }
    return;
  }
  const on = page.getByRole('link', { name: /^(Tiếp tục|Next)$/ });
  await expect(on, id).toHaveAttribute('href', `#${next.kind === 'to' ? next.step : END}`);
  await expect(page.getByRole('link', { name: /^(Quay lại|Back)$/ }), id).toHaveCount(1);
}

/** Controls that would be read as "link" or "button" and nothing more. */
function nameless(tree: string): string[] {
  return tree
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => /^- (link|button|img|checkbox|textbox|heading|radio)(:| \[|$)/.test(line));
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

for (const locale of ['vi', 'en'] as const) {
  test(`${locale}: by ear alone each step has one title with its place in it, its actions as a list, and ways on that say where`, async ({
    tablet,
    page,
  }) => {
    const guides = (await allGuides()).filter((guide) => guide.locale === locale);
    for (const guide of guides) {
      await page.goto('about:blank');
      await tablet.open(`${rootOf(locale)}${guide.id}/#${guide.steps[0].id}`);
      await expect(page.locator('html')).toHaveAttribute('lang', locale);
      // The other language has the same steps, which other tests hold it to.
      await hearSteps(page, guide, locale === 'vi' ? guide.steps : guide.steps.slice(0, 3));
    }
  });
}

test('the end is told: one title a screen, and that it was counted is said by itself', async ({
  tablet,
  page,
}) => {
  await tablet.open('vneid/');
  await tablet.tap('start');
  await page.goto(`${SITE}vneid/#end`);
  for (const [screen, title] of [
    ['end', /Bác đã làm xong chưa/],
    ['why', /Mình dừng lại vì điều gì/],
  ] as const) {
    await page.goto(`${SITE}vneid/#${screen}`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
  }
  await page.getByRole('link', { name: 'Tôi làm tiếp' }).click();
  await page.getByRole('link', { name: 'Xong rồi' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await expect(page.getByRole('status')).toHaveText(/Đã ghi một lượt/);
});
