import { expect, type Tablet, test } from './tablet';

/** Until what this step leads on to is laid out; answers the ids of all sections that are. */
async function laidAhead(tablet: Tablet, ...ids: string[]): Promise<void> {
  const ahead = () =>
    tablet.page.evaluate(() =>
      [...document.querySelectorAll('[data-ahead]')].map((section) => section.id).sort(),
    );
  await expect.poll(ahead).toEqual([...new Set(ids)].sort());
}

test('the screens that a step leads on to are laid out before they are asked for, and no others', async ({
  tablet,
  page,
}) => {
  await tablet.open('vneid/');
  await laidAhead(tablet, 'bring');
  await tablet.tap('start');
  await laidAhead(tablet, 'registered');
  await tablet.tap('next');
  const options = await page
    .locator('#registered [data-choice]')
    .evaluateAll((links) => links.map((link) => (link as HTMLElement).dataset.choice ?? ''));
  expect(options.length).toBeGreaterThan(1);
  await laidAhead(tablet, ...options);
  // Laid out, and not only marked: a place inside of it has a size while it is not seen.
  const [first = ''] = options;
  const height = await page
    .locator(`#${first} h1`)
    .evaluate((heading) => heading.getBoundingClientRect().height);
  expect(height).toBeGreaterThan(20);
  await tablet.tap('back');
  await laidAhead(tablet, 'registered');
});

test('what is laid out ahead is met by nobody: not seen, not read out, not found by keys or fingers', async ({
  tablet,
  page,
}) => {
  await tablet.open('vneid/#bring');
  await laidAhead(tablet, 'registered');
  const title = await page
    .locator('#registered h1')
    .evaluate((heading) => heading.lastChild?.textContent ?? '');
  expect(title.length).toBeGreaterThan(5);
  await expect(page.locator('#registered h1')).toBeHidden();
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  const said = nodes.filter(({ ignored }) => !ignored).map(({ name }) => String(name?.value ?? ''));
  expect(said.some((words) => words.includes(title))).toBe(false);
  for (let tab = 0; tab < 12; tab += 1) {
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('section[id]')?.id ?? 'bring')).toBe(
      'bring',
    );
  }
  const found = await page.evaluate(() => {
    const hits = new Set<string>();
    for (let x = 20; x < innerWidth; x += 40)
      for (let y = 20; y < innerHeight; y += 40)
        hits.add(document.elementFromPoint(x, y)?.closest('section[id]')?.id ?? '');
    return [...hits].filter(Boolean);
  });
  expect(found).toEqual(['bring']);
});

/** Where the controls and words of a step are, and how wide, by what they are. */
function placesIn(tablet: Tablet, step: string) {
  return tablet.page.locator(`#${step}`).evaluate((section) =>
    [...section.querySelectorAll('h1, p, li, a, summary, button, .phone')]
      .filter((one) => one.getClientRects().length > 0)
      .map((one) => {
        const { top, width, height } = one.getBoundingClientRect();
        return { what: one.textContent, isBelow: top > innerHeight, size: [width, height].map(Math.round) };
      }),
  );
}

for (const [width, height] of [
  [800, 1280],
  [320, 640],
  [1280, 800],
] as const) {
  test(`what is laid out ahead has the size that it will have, far below all that is in sight, ${width}×${height}`, async ({
    tablet,
    page,
  }) => {
    await page.setViewportSize({ width, height });
    await tablet.open('vneid/#which-phone');
    await laidAhead(tablet, 'install-android', 'install-iphone');
    const ahead = await placesIn(tablet, 'install-android');
    expect(ahead.length).toBeGreaterThan(5);
    expect(ahead.filter(({ isBelow }) => !isBelow)).toEqual([]);
    const scroll = await page.evaluate(() => document.documentElement.scrollHeight);
    expect(scroll).toBeLessThan(2.5 * height);
    await page.locator('[data-choice="install-android"]').filter({ visible: true }).click();
    await tablet.expectScreen('step', 'install-android');
    const shown = await placesIn(tablet, 'install-android');
    expect(shown.map(({ what, size }) => ({ what, size }))).toEqual(
      ahead.map(({ what, size }) => ({ what, size })),
    );
  });
}

for (const [width, height] of [
  [800, 1280],
  [360, 740],
  [1280, 800],
] as const) {
  test(`what is laid out ahead changes no picture, ${width}×${height}: not the step’s before it, and not its own`, async ({
    tablet,
    page,
  }) => {
    await page.setViewportSize({ width, height });
    await tablet.open('vneid/#bring');
    await laidAhead(tablet, 'registered');
    const before = await page.screenshot();
    await tablet.tap('next');
    const after = await page.screenshot();
    await page.evaluate(() => {
      for (const section of document.querySelectorAll<HTMLElement>('[data-ahead]'))
        delete section.dataset.ahead;
    });
    expect((await page.screenshot()).equals(after)).toBe(true);
    await page.addInitScript(() => {
      const supports = CSS.supports.bind(CSS) as (name: string, value?: string) => boolean;
      CSS.supports = (name: string, value?: string) =>
        name !== 'content-visibility' && (value === undefined ? supports(name) : supports(name, value));
    });
    await page.goto('about:blank');
    await tablet.open('vneid/#bring');
    await expect(page.locator('[data-ahead]')).toHaveCount(0);
    expect((await page.screenshot()).equals(before)).toBe(true);
    await tablet.tap('next');
    expect((await page.screenshot()).equals(after)).toBe(true);
  });
}
