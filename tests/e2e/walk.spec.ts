import { readdirSync } from 'node:fs';
import path from 'node:path';
import { everyTurn } from '../ways-through';
import { allGuides, expect, test } from './tablet';

const GUIDES = readdirSync(path.join(import.meta.dirname, '../../guides'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

for (const locale of ['vi', 'en'] as const) {
  test.describe(locale, () => {
    // Both languages lie in one store: that it holds all of it is tried with one of them (and in offline.spec.ts).
    const offline = locale === 'vi';
    test.use({ serviceWorkers: offline ? 'allow' : 'block' });
    for (const id of GUIDES)
      test(`${id} (${locale}): every turn leads to the end${offline ? ', online and offline' : ''}, and each walk is counted once`, async ({
        tablet,
        context,
      }) => {
        const guide = (await allGuides()).find((one) => one.id === id && one.locale === locale);
        if (!guide) throw new Error(`${id} is missing in ${locale}`);
        const turns = everyTurn(guide);
        // A translation has the same turns (the checker compares them): its longest way shows all its words.
        const ways =
          locale === 'vi'
            ? turns
            : turns
                .filter((way) => way.length === Math.max(...turns.map(({ length }) => length)))
                .slice(0, 1);
        const address = locale === 'vi' ? `${id}/` : `en/${id}/`;

        await tablet.open(address);
        if (offline) await tablet.readyForOffline();
        // All of them online; without network the files are the same, so that one says enough.
        const walked = [...ways, ...(offline ? ways.slice(0, 1) : [])];
        for (const [i, way] of walked.entries()) {
          await context.setOffline(i >= ways.length);
          await tablet.open(address);
          await tablet.walk(guide, way);
          await tablet.tap('completed');
          await tablet.expectScreen('done');
          await expect(tablet.page.locator('#done .counted')).not.toBeEmpty();
        }

        await tablet.open('staff/');
        const rows = await tablet.exportedRows();
        const walks = walked.length;
        const counted = (event: string, step = '') =>
          rows.reduce(
            (sum, row) =>
              sum +
              (row.event === event && row.step === step && row.guide === id && row.locale === locale
                ? row.count
                : 0),
            0,
          );
        expect(counted('started')).toBe(walks);
        expect(counted('completed')).toBe(walks);
        for (const step of guide.steps) {
          expect(counted('reached', step.id), step.id).toBe(
            walked.filter((way) => way.includes(step.id)).length,
          );
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
  });
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
  await tablet.page.locator('#stopped a').click();
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
