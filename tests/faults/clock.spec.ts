import { dayOf, daysBefore } from '../../src/tally/day';
import { installClock, setClock } from './clock-shift';
import { expect, exported, GUIDE, open, test, totalsIn, walk } from './device';
import { Random } from './random';
import { inFull, SEED, say } from './size';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** To midnight: longer than a trial takes. */
const CLOSE = HOUR / 2;
const ONE = { steps: 1, end: 'completed' } as const;
const ZONE = 'Asia/Ho_Chi_Minh';

/** What the clock shows before the jump, and after it; real time where nothing is said. Or a zone to be in after it. */
interface Jump {
  name: string;
  before?(now: number): number;
  after?(now: number): number;
  zone?: string;
}

const off = (ms: number) => (now: number) => now + ms;
const at = (time: string) => () => Date.parse(time);
/** From the next midnight in Viet Nam. */
const offMidnight = (ms: number) => (now: number) =>
  Date.parse(`${daysBefore(dayOf(now), -1)}T00:00:00+07:00`) + ms;

const JUMPS: Jump[] = [
  { name: 'a year forward', after: off(365 * DAY) },
  { name: 'a year back', after: off(-365 * DAY) },
  { name: 'over midnight', before: offMidnight(-CLOSE), after: offMidnight(CLOSE) },
  { name: 'back over midnight', before: offMidnight(CLOSE), after: offMidnight(-CLOSE) },
  { name: 'three hours forward', after: off(3 * HOUR) },
  { name: 'three hours back', after: off(-3 * HOUR) },
  { name: 'to 1970, as with an empty battery', after: at('1970-01-01T00:00:30Z') },
  { name: 'to a leap day before the app was built', after: at('2020-02-29T12:00:00Z') },
  { name: 'past the end of 32 bits', after: at('2038-01-19T03:14:08Z') },
  { name: 'to the end of the century', after: at('2099-12-31T12:00:00Z') },
  { name: 'to a zone far west', zone: 'Pacific/Pago_Pago' },
  { name: 'to a zone far east', zone: 'Pacific/Kiritimati' },
];

const JUMPS_TRIED = inFull(JUMPS.length, 2);

for (const jump of new Random(SEED).sample(JUMPS, JUMPS_TRIED)) {
  const { name, before = off(0), after = off(0), zone } = jump;
  test(`the clock jumps ${name} in a walk and back again: none is lost, days in doubt are named`, async ({
    device,
  }) => {
    const page = await device.newPage();
    await page.addInitScript(installClock);
    const session = await device.newCDPSession(page);
    /** The days on which something was counted, in that order. */
    const days: string[] = [];
    const now = Date.now();
    const set = async (time: number, timezoneId: string) => {
      await setClock(page, time - now);
      await session.send('Emulation.setTimezoneOverride', { timezoneId });
      days.push(dayOf(time));
    };

    await open(page, `${GUIDE}/`);
    await set(before(now), ZONE);
    let seen = await walk(page, [ONE]);
    await page.evaluate(() => window.driver.begin('start'));
    await set(after(now), zone ?? ZONE);
    await page.evaluate(async () => {
      await window.driver.end('completed');
      await window.driver.cover();
    });
    seen += 1 + (await walk(page, [ONE]));
    await set(before(now), ZONE);
    seen += await walk(page, [ONE]);

    const file = await exported(page);
    const totals = totalsIn(file);
    const suspect = file.sheets.filter(({ clock }) => clock === 'suspect').map(({ day }) => day);
    say(`clock, ${name}`, { walks: seen, lost: seen - totals.completed, 'sheets in doubt': suspect.length });
    expect(totals).toEqual({ started: seen, completed: seen, stopped: 0, left: 0 });
    expect(new Set(file.sheets.map(({ day }) => day))).toEqual(new Set(days));
    expect(suspect.sort()).toEqual(inDoubt(days).sort());
  });
}

/** By `counts.md`: days over a day in the future, or earlier than one already seen. Today is the last of them. */
function inDoubt(days: string[]): string[] {
  const today = days.at(-1) ?? '';
  const tomorrow = daysBefore(today, -1);
  return days.filter((day, i) => day > tomorrow || days.slice(0, i).some((earlier) => earlier > day));
}
