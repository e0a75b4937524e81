import { ended, expect, exported, GUIDE, open, test, totalsIn, walk } from './device';
import { inFull, say } from './size';

const TABS = 4;
const WALKS_A_TAB = inFull(1_000, 4);

test(`${TABS} tabs with ${WALKS_A_TAB} walks each, all at once: each walk is counted once`, async ({
  device,
}) => {
  const tabs = await Promise.all(
    Array.from({ length: TABS }, async () => {
      const page = await device.newPage();
      await open(page, `${GUIDE}/`);
      return page;
    }),
  );
  const ways = Array.from({ length: WALKS_A_TAB }, () => ({ steps: 1, end: 'completed' }) as const);
  const seen = await Promise.all(tabs.map((page) => walk(page, ways)));
  expect(seen).toEqual(tabs.map(() => WALKS_A_TAB));

  const file = await exported(await device.newPage());
  const totals = totalsIn(file);
  const tried = TABS * WALKS_A_TAB;
  say('tabs', {
    tried,
    lost: Math.max(0, tried - ended(totals)),
    doubled: Math.max(0, ended(totals) - tried),
  });
  expect(totals).toEqual({ started: tried, completed: tried, stopped: 0, left: 0 });
  expect(file).toMatchObject({ total: tried, notCounted: 0 });
});
