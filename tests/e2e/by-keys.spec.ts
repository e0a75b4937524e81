import type { Page } from '@playwright/test';
import { END, findStep, type Guide, type Locale, type StepId } from '../../src/guide/guide';
import { everyWay } from '../ways-through';
import { rootOf } from './every-screen';
import { allGuides, expect, type Tablet, test } from './tablet';

/** More stops than any screen has. */
const MANY = 60;

/** What has the focus, and what can be seen of it. */
interface Stop {
  matches: boolean;
  html: string;
  /** Of the ring around it. */
  ring: number;
  /** Whether it is in sight and nothing lies over it. */
  inSight: boolean;
}

/** Looks at what has the focus; `selector` is what is being looked for. */
async function stop(page: Page, selector: string): Promise<Stop> {
  return page.evaluate((wanted) => {
    const element = document.activeElement ?? document.body;
    // The ring of a checkbox is drawn around its label where it is its own otherwise.
    const style = getComputedStyle(element);
    const { left, right, top, bottom } = element.getBoundingClientRect();
    const x = (Math.max(left, 0) + Math.min(right, innerWidth)) / 2;
    const y = (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2;
    const over = document.elementFromPoint(x, y);
    return {
      matches: element.matches(wanted),
      html: element.outerHTML.slice(0, 100),
      ring: style.outlineStyle === 'none' ? 0 : Number.parseFloat(style.outlineWidth),
      inSight: over !== null && (element.contains(over) || over.contains(element)),
    };
  }, selector);
}

/** Goes on with the Tab key to a control; each stop on the way can be seen. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let i = 0; i < MANY; i += 1) {
    await page.keyboard.press('Tab');
    const { matches, html, ring, inSight } = await stop(page, selector);
    if (html.startsWith('<body')) continue;
    expect(ring, `the ring around ${html}`).toBeGreaterThanOrEqual(3);
    expect(inSight, `${html} is in sight`).toBe(true);
    if (matches) return;
  }
  throw new Error(`no way to ${selector} by the Tab key`);
}

async function press(page: Page, selector: string): Promise<void> {
  await tabTo(page, selector);
  await page.keyboard.press('Enter');
}

/** From the first screen to the last one. */
async function walkByKeys(tablet: Tablet, page: Page, guide: Guide, way: StepId[]): Promise<void> {
  await tablet.open(rootOf(guide.locale));
  await press(page, `[data-open="${guide.id}"]`);
  await tablet.expectScreen('cover');
  await press(page, '[data-action="start"]');
  for (const [i, id] of way.entries()) {
    await tablet.expectScreen('step', id);
    await expect(page.locator(`#${id} h1`)).toBeFocused();
    const to = way[i + 1] ?? END;
    const choice = findStep<Guide['steps'][number]>(guide, id)?.next.kind === 'choice';
    if (choice) await press(page, `#${id} [data-choice="${to}"]`);
    else await press(page, `#${id} [data-action="${to === END ? 'finish' : 'next'}"]`);
  }
  await tablet.expectScreen('finish');
  await expect(page.locator('#end h1')).toBeFocused();
  await press(page, '#end [data-action="completed"]');
  await tablet.expectScreen('done');
  await expect(page.locator('#done h1')).toBeFocused();
  await press(page, '#done .go');
  await tablet.expectScreen('home');
}

/** In Vietnamese the longest way through each guide, in English the shortest. */
function wayOf(guide: Guide): StepId[] {
  const ways = everyWay(guide).sort((a, b) => a.length - b.length);
  return (guide.locale === 'vi' ? ways.at(-1) : ways[0]) ?? [];
}

for (const locale of ['vi', 'en'] satisfies Locale[]) {
  test(`${locale}: by Tab and Enter alone through guides, the focus always seen and first on the title`, async ({
    tablet,
    page,
  }) => {
    const guides = (await allGuides()).filter((guide) => guide.locale === locale);
    expect(guides.length).toBeGreaterThanOrEqual(7);
    // Controls are the same in both languages: some guides show that the other one's words break nothing.
    for (const guide of locale === 'vi' ? guides : guides.slice(0, 3))
      await walkByKeys(tablet, page, guide, wayOf(guide));
  });
}

test('the Tab key goes through a step from its title over its content to the dock', async ({
  tablet,
  page,
}) => {
  await tablet.open('vneid/');
  await tablet.tap('start');
  await expect(page.locator('#bring h1')).toBeFocused();
  const order: string[] = [];
  for (let i = 0; i < MANY && order.at(-1) !== 'next'; i += 1) {
    await page.keyboard.press('Tab');
    order.push(
      await page.evaluate(() => {
        const element = document.activeElement as HTMLElement;
        return element.dataset.action ?? element.getAttribute('type') ?? element.className;
      }),
    );
  }
  const named = order.filter((name, i) => name !== order[i - 1]);
  expect(named).toEqual(['checkbox', 'stop', 'help', 'back', 'next']);
});

test('help is opened, read and closed by keys, and the step behind it stays where it was', async ({
  tablet,
  page,
}) => {
  await tablet.open('vneid/#otp');
  await press(page, '#otp [data-action="help"]');
  await expect(page.locator('#otp .panel')).toBeVisible();
  await tabTo(page, '#otp .panel');
  await page.keyboard.press('End');
  await expect
    .poll(() =>
      page
        .locator('#otp .panel')
        .evaluate((panel) => panel.scrollTop + panel.clientHeight >= panel.scrollHeight - 2),
    )
    .toBe(true);
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(page.locator('#otp .panel')).toBeHidden();
  await tablet.expectScreen('step', 'otp');
});
