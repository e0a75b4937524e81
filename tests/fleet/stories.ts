import type { Day } from '../../src/guide/guide';
import { daysBefore } from '../../src/tally/day';
import type { TeamPlace } from '../../src/tally/export';
import { type FleetExport, LOST_CLOCK, type Surroundings, Tablet } from './tablet';

/** What becomes of a tablet, beside its daily work. */
export type Story =
  | 'plain'
  /** It also exported once before, in the middle of a day. */
  | 'earlier'
  /** After an earlier export it went to another team. */
  | 'moved'
  /** Its profile was copied onto another tablet in the middle of a day; both go on, and export on the same day. */
  | 'copied'
  /** The same, but nobody told the copy that it is another tablet; it exports a day before. */
  | 'copied-unnoticed'
  /** After an export it was set back to what it had been some days before. */
  | 'rolled-back'
  /** Its clock began again at 2020 for some days. */
  | 'clock-back'
  /** Its clock was weeks ahead for some days. */
  | 'clock-ahead'
  /** It exported while its clock was back at 2020. */
  | 'clock-back-at-export'
  /** One day had more walks than a day can hold. */
  | 'busy';

/** Where a story takes place. */
export interface Setting {
  place: TeamPlace;
  /** Where a tablet moves to; where its copy is. */
  other: TeamPlace;
  around: Surroundings;
  aroundCopy: Surroundings;
  /** The days of work, at least four. */
  days: Day[];
}

/** The exports that a story comes to, the earlier ones first. */
export function exportsOf(story: Story, { place, other, around, aroundCopy, days }: Setting): FleetExport[] {
  const { random } = around;
  const tablet = new Tablet(place, around);
  const middle = random.between(1, days.length - 3);
  const [before, after] = [days.slice(0, middle), days.slice(middle + 1)];
  const turn = days[middle] as Day;
  const last = days.at(-1) as Day;
  const some = () => random.between(2, 5);

  switch (story) {
    case 'plain':
      tablet.live(days);
      return [tablet.export(last)];

    case 'earlier':
    case 'moved': {
      tablet.live(before);
      tablet.work(turn, some());
      const first = tablet.export(turn);
      if (story === 'moved') tablet.place = other;
      tablet.work(turn, some());
      tablet.live(after);
      return [first, tablet.export(last)];
    }

    case 'copied':
    case 'copied-unnoticed': {
      tablet.live(before);
      tablet.work(turn, some());
      const copy = tablet.copy(story === 'copied' ? other : place, aroundCopy);
      tablet.work(turn, some());
      copy.work(turn, some());
      tablet.live(after);
      const daysOfCopy = story === 'copied' ? after : after.slice(0, -1);
      copy.live(daysOfCopy);
      return [copy.export(daysOfCopy.at(-1) as Day), tablet.export(last)];
    }

    case 'rolled-back': {
      tablet.live(before);
      tablet.work(turn, some());
      const backup = tablet.copy(place, around);
      tablet.work(turn, some());
      const lost = after.slice(0, Math.ceil(after.length / 4));
      tablet.live(lost);
      const first = tablet.export(lost.at(-1) as Day);
      backup.live(after.slice(lost.length));
      return [first, backup.export(last)];
    }

    case 'clock-back':
      tablet.live(before);
      for (let day = 0; day < 3; day += 1) tablet.work(daysBefore(LOST_CLOCK, -day), some());
      tablet.live(after);
      return [tablet.export(last)];

    case 'clock-ahead':
      tablet.live(before);
      for (let day = 0; day < 2; day += 1) tablet.work(daysBefore(turn, -WEEKS_AHEAD * 7 - day), some());
      tablet.live(after);
      return [tablet.export(last)];

    case 'clock-back-at-export':
      tablet.live(days);
      tablet.work(last, some());
      return [tablet.export(LOST_CLOCK)];

    case 'busy':
      tablet.live(before);
      tablet.work(turn, random.between(220, 420));
      tablet.live(after);
      return [tablet.export(last)];

    default:
      return story satisfies never;
  }
}

const WEEKS_AHEAD = 6;
