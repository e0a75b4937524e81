import type { CDPSession, Locator } from '@playwright/test';
import { expect, type Tablet, test } from './tablet';

interface Spot {
  x: number;
  y: number;
}

/** Fingers on the glass, as the browser gets them from the system: what comes of them is the browser's and the page's affair. */
class Hand {
  private constructor(
    readonly tablet: Tablet,
    private readonly glass: CDPSession,
  ) {}

  static async on(tablet: Tablet): Promise<Hand> {
    return new Hand(tablet, await tablet.page.context().newCDPSession(tablet.page));
  }

  async down(...spots: Spot[]): Promise<void> {
    await this.glass.send('Input.dispatchTouchEvent', {
      type: 'touchStart',
      touchPoints: this.points(spots),
    });
  }

  async move(...spots: Spot[]): Promise<void> {
    await this.glass.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: this.points(spots) });
  }

  async up(): Promise<void> {
    await this.glass.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  }

  async tap(spot: Spot): Promise<void> {
    await this.down(spot);
    await this.up();
  }

  /** Time that the page itself measures, from now on. */
  async wait(ms: number): Promise<void> {
    await this.tablet.page.evaluate((time) => new Promise((resolve) => setTimeout(resolve, time)), ms);
  }

  /** Long enough for anything that a touch could still bring. */
  settle = () => this.wait(900);

  /** When the page was touched, by its own clock (ms): what a machine that stops makes of quick taps. */
  touches = () => this.tablet.page.evaluate(() => (window as unknown as { touches: number[] }).touches);

  /** Does it until its last two touches came less than so many ms apart: each time from its own beginning. */
  async within(ms: number, twoTaps: () => Promise<void>): Promise<void> {
    for (let attempt = 0; attempt < 20; attempt += 1) {
      await twoTaps();
      const [first = 0, second = Number.POSITIVE_INFINITY] = (await this.touches()).slice(-2);
      if (second - first < ms) return;
    }
    throw new Error(`this machine does not tap twice in ${ms} ms`);
  }

  private points(spots: Spot[]) {
    return spots.map(({ x, y }, id) => ({ x, y, id }));
  }
}

const it = test.extend<{ hand: Hand }>({
  hand: async ({ tablet }, use) => {
    await tablet.page.addInitScript(() => {
      const seen = window as unknown as { touches: number[] };
      seen.touches = [];
      addEventListener('pointerdown', ({ timeStamp }) => seen.touches.push(timeStamp));
    });
    await tablet.open('chup-anh-ban-hang/');
    await use(await Hand.on(tablet));
  },
});
it.use({ hasTouch: true });

async function middle(control: Locator): Promise<Spot> {
  const box = await control.boundingBox();
  if (!box) throw new Error('not in sight');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** How many steps have come on screen since then. */
async function countSteps(tablet: Tablet): Promise<() => Promise<number>> {
  await tablet.page.evaluate(() => {
    const counter = window as unknown as { steps: number };
    counter.steps = 0;
    addEventListener('hashchange', () => (counter.steps += 1));
  });
  return () => tablet.page.evaluate(() => (window as unknown as { steps: number }).steps);
}

it('a finger that taps twice, or as fast as it can for a second, goes one step', async ({ tablet, hand }) => {
  const steps = await countSteps(tablet);
  const start = await middle(tablet.control('start'));
  for (const gap of [30, 100, 150, 80]) {
    await hand.tap(start);
    await hand.wait(gap);
  }
  await hand.settle();
  // A machine that stops between two taps has made them slow ones.
  const touches = await hand.touches();
  const slow = touches.filter((at, i) => at - (touches[i - 1] ?? at) >= 400).length;
  const went = await steps();
  expect(went).toBeGreaterThanOrEqual(1);
  expect(went).toBeLessThanOrEqual(1 + slow);
  await tablet.expectScreen('step');
});

it('a tap within 400 ms of a new step does nothing, wherever it lands; one after that counts', async ({
  tablet,
  hand,
}) => {
  await tablet.tap('start');
  const back = await middle(tablet.control('back'));
  await hand.within(400, async () => {
    await tablet.open('chup-anh-ban-hang/');
    const steps = await countSteps(tablet);
    await hand.tap(await middle(tablet.control('start')));
    await expect.poll(steps, { intervals: [5] }).toBe(1);
    await hand.tap(back);
    await hand.settle();
  });
  await tablet.expectScreen('step');
  await hand.tap(back);
  await tablet.expectScreen('cover');
});

it('a second touch within 700 ms of the same button does nothing, though a new step lies between', async ({
  tablet,
  hand,
}) => {
  let steps = async () => 0;
  await hand.within(700, async () => {
    await tablet.open('chup-anh-ban-hang/');
    await tablet.tap('start');
    await hand.settle();
    steps = await countSteps(tablet);
    const next = await middle(tablet.control('next'));
    await hand.tap(next);
    await hand.wait(500);
    await hand.tap({ x: next.x + 12, y: next.y - 9 });
    await hand.settle();
  });
  expect(await steps()).toBe(1);
});

it('a panel opened by a double tap stays open', async ({ tablet, hand }) => {
  await hand.within(700, async () => {
    await tablet.open('chup-anh-ban-hang/');
    await tablet.tap('start');
    await hand.settle();
    const help = await middle(tablet.control('help'));
    await hand.tap(help);
    await hand.wait(60);
    await hand.tap(help);
    await hand.settle();
  });
  await expect(tablet.page.locator('details[open] .panel')).toBeVisible();
});

it('no real tap is lost: eight steps, one calm tap each', async ({ tablet, hand }) => {
  await tablet.open('vi-dien-tu/');
  const steps = await countSteps(tablet);
  const before = () => tablet.page.evaluate(() => location.hash);
  await hand.tap(await middle(tablet.control('start')));
  for (let step = 1; step < 8; step += 1) {
    await expect.poll(steps).toBe(step);
    await hand.wait(750);
    const at = await before();
    const forward = tablet.page.locator('.dock .go, [data-choice]').filter({ visible: true }).first();
    await forward.scrollIntoViewIfNeeded();
    await hand.tap(await middle(forward));
    await expect.poll(before).not.toBe(at);
  }
  await expect.poll(steps).toBe(8);
});

it('a palm does nothing, and the finger after it counts', async ({ tablet, hand }) => {
  const steps = await countSteps(tablet);
  const { x, y } = await middle(tablet.control('start'));
  await hand.down({ x, y });
  await hand.down({ x, y }, { x: x + 90, y: y + 10 }, { x: x + 140, y: y - 12 });
  await hand.up();
  await hand.settle();
  expect(await steps()).toBe(0);
  await hand.tap({ x, y });
  await expect.poll(steps).toBe(1);
});

it('a long press opens no menu, selects nothing, and goes one step when the finger is lifted', async ({
  tablet,
  hand,
}) => {
  const steps = await countSteps(tablet);
  await tablet.page.evaluate(() => {
    addEventListener('contextmenu', ({ defaultPrevented }) => {
      document.documentElement.dataset.menu = defaultPrevented ? 'prevented' : 'open';
    });
  });
  await hand.down(await middle(tablet.control('start')));
  await hand.wait(1500);
  expect(await steps()).toBe(0);
  await hand.up();
  await hand.settle();
  expect(await steps()).toBe(1);
  await expect(tablet.page.locator('html')).not.toHaveAttribute('data-menu', 'open');
  expect(await tablet.page.evaluate(() => getSelection()?.toString())).toBe('');
});

it('a finger that trembles on a button presses it; one that slides on to it, or off it, does not', async ({
  tablet,
  hand,
}) => {
  await tablet.tap('start');
  await hand.settle();
  const steps = await countSteps(tablet);
  const next = await middle(tablet.control('next'));
  const back = await middle(tablet.control('back'));
  const away = { x: next.x, y: next.y - 400 };
  for (const [from, to] of [
    [away, next],
    [back, next],
    [next, back],
    [next, away],
  ] as const) {
    await hand.down(from);
    for (const part of [0.1, 0.4, 0.7, 1])
      await hand.move({ x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part });
    await hand.up();
    await hand.settle();
    expect(await steps()).toBe(0);
  }
  await hand.down(next);
  for (const shake of [14, -10, 25, 18]) await hand.move({ x: next.x + shake, y: next.y + shake / 2 });
  await hand.up();
  await hand.settle();
  expect(await steps()).toBe(1);
});

it('keys, screen readers and programs are never stopped', async ({ tablet, page, hand }) => {
  const steps = await countSteps(tablet);
  await hand.tap(await middle(tablet.control('start')));
  await expect.poll(steps).toBe(1);
  // At once after the finger, and quicker than any hand.
  await tablet.control('next').press('Enter');
  await expect.poll(steps).toBe(2);
  await tablet.control('next').evaluate((next) => (next as HTMLElement).click());
  await expect.poll(steps).toBe(3);
  await page.goBack();
  await expect.poll(steps).toBe(4);
});

it('a mouse may walk fast; the second half of its double click does nothing', async ({ tablet }) => {
  await tablet.open('vneid/');
  const steps = await countSteps(tablet);
  await tablet.tap('start');
  await tablet.tap('next');
  expect(await steps()).toBe(2);
  await tablet.tap('back');
  await tablet.expectScreen('step', 'bring');
  // A system's double click is quick.
  const { x, y } = await middle(tablet.control('next'));
  await tablet.page.mouse.dblclick(x, y);
  await tablet.expectScreen('step', 'registered');
});

it('on home a double tap opens a guide and does not begin it', async ({ tablet, page, hand }) => {
  // Where the next screen has its green button.
  const start = { x: 200, y: 1220 };
  await hand.within(400, async () => {
    await tablet.open('');
    await page
      .locator('[data-open]')
      .first()
      .evaluate((card: HTMLElement) => {
        card.style.position = 'fixed';
        card.style.inset = 'auto 0 0';
      });
    await hand.tap(start);
    await tablet.control('start').waitFor();
    await hand.tap(start);
    await hand.settle();
  });
  await tablet.expectScreen('cover');
  await hand.tap(start);
  await tablet.expectScreen('step');
});

it('the staff room answers as fast as its keys are typed', async ({ tablet, page, hand }) => {
  await tablet.open('staff/');
  const radio = page.locator('label.radio');
  await hand.tap(await middle(radio.nth(1)));
  await hand.tap(await middle(radio.nth(2)));
  await hand.tap(await middle(radio.nth(0)));
  await expect(page.getByRole('radio').nth(0)).toBeChecked();
});
