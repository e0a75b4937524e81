import { readdirSync } from 'node:fs';
import path from 'node:path';
import { everyTurn, longestWay } from '../ways-through';
import { allGuides, expect, test } from './tablet';

const GUIDES = readdirSync(path.join(import.meta.dirname, '../../guides'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

for (const id of GUIDES) {
  for (const locale of ['vi', 'en'] as const) {
    const what = locale === 'vi' ? 'every turn' : 'the longest way';
    test(`${id} (${locale}): ${what} leads to the end, and each walk is counted once`, async ({ tablet }) => {
      const guide = (await allGuides()).find((one) => one.id === id && one.locale === locale);
      if (!guide) throw new Error(`${id} is missing in ${locale}`);
      // Ways that together take each turn there is, in the language that the other follows step by step (the check holds
      // it to that); all ways there are, in both, are walked in tests/unit/walk.test.ts.
      const ways = locale === 'vi' ? everyTurn(guide) : [longestWay(guide)];
      for (const way of ways) {
        await tablet.open(locale === 'vi' ? `${id}/` : `en/${id}/`);
        await tablet.walk(guide, way);
        await tablet.tap('completed');
        await tablet.expectScreen('done');
        await expect(tablet.page.locator('#done .counted')).not.toBeEmpty();
      }

      await tablet.open('staff/');
      const rows = await tablet.exportedRows();
      const counted = (event: string, step = '') =>
        rows.reduce(
          (sum, row) =>
            sum +
            (row.event === event && row.step === step && row.guide === id && row.locale === locale
              ? row.count
              : 0),
          0,
        );
      expect(counted('started')).toBe(ways.length);
      expect(counted('completed')).toBe(ways.length);
      for (const step of guide.steps) {
        expect(counted('reached', step.id), step.id).toBe(ways.filter((way) => way.includes(step.id)).length);
      }
      expect(
        rows.every(
          (row) =>
            ['started', 'completed', 'reached'].includes(row.event) &&
            row.guide === id &&
            row.revision === guide.revision,
        ),
      ).toBe(true);
    });
  }
}

test('what was not finished is counted with its step and reason, and help once a step', async ({
  tablet,
}) => {
  await tablet.open('vneid/');
  await tablet.tap('start');
  await tablet.tap('help');
  await tablet.tap('help');
  await tablet.tap('help');
  await tablet.tap('next');
  await tablet.tap('stop');
  await tablet.expectScreen('finish');
  await tablet.tap('back');
  await tablet.expectScreen('step', 'registered');
  await tablet.stop('no-time');
  await tablet.page.locator('#stopped .go').click();
  await tablet.expectScreen('home');
  await tablet.page.locator('.staff-door a[href*="staff/"]').click();
  const rows = await tablet.exportedRows();
  expect(rows.map(({ event, step, reason, count }) => [event, step, reason, count])).toEqual([
    ['help', 'bring', '', 1],
    ['reached', 'bring', '', 1],
    ['reached', 'registered', '', 1],
    ['started', '', '', 1],
    ['stopped', 'registered', 'no-time', 1],
  ]);
});

test('not finished at the end: the way back, then a reason', async ({ tablet }) => {
  await tablet.open('vneid/#bring');
  await tablet.open('vneid/');
  await tablet.tap('start');
  await tablet.page.evaluate(() => {
    location.hash = '#end';
  });
  await tablet.expectScreen('finish');
  await tablet.tap('back');
  await tablet.expectScreen('step', 'bring');
  await tablet.page.evaluate(() => {
    location.hash = '#end';
  });
  await tablet.tap('not-completed');
  await expect(tablet.page.locator('[data-reason]').filter({ visible: true })).toHaveCount(7);
  await tablet.page.locator('[data-reason="unsure"]').click();
  await tablet.expectScreen('done');
});

test('a double tap on "done" counts once', async ({ tablet }) => {
  await tablet.open('vneid/');
  await tablet.tap('start');
  await tablet.page.evaluate(() => {
    location.hash = '#end';
  });
  await tablet.expectScreen('finish');
  await tablet.page.evaluate(() => {
    const button = document.querySelector<HTMLElement>('[data-action="completed"]');
    for (let i = 0; i < 5; i += 1) button?.click();
  });
  await tablet.expectScreen('done');
  await tablet.open('staff/');
  const rows = await tablet.exportedRows();
  expect(rows.filter((row) => row.event === 'completed').map((row) => row.count)).toEqual([1]);
});
