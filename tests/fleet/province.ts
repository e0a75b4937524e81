import type { Day } from '../../src/guide/guide';
import type { TeamPlace } from '../../src/tally/export';

/** Who uses a tablet: people with a volunteer beside them, or by themselves at a kiosk. */
export type Use = 'team' | 'kiosk';

const TABLETS_A_COMMUNE = 10;
const TABLETS_A_TEAM = 3;

/** Where a tablet stands, by its number from 0. Its label is its own, so that it can move without meeting its like. */
export function placeOf(tablet: number): TeamPlace {
  const within = tablet % TABLETS_A_COMMUNE;
  return {
    province: 'Tỉnh 01',
    commune: `Xã ${padded(Math.floor(tablet / TABLETS_A_COMMUNE) + 1, 2)}`,
    team: `Tổ ${padded(Math.floor(within / TABLETS_A_TEAM) + 1, 2)}`,
    tablet: `Máy ${padded(tablet + 1, 4)}`,
  };
}

/** One a commune stands in its office as a kiosk. */
export function useOf(tablet: number): Use {
  return tablet % TABLETS_A_COMMUNE === TABLETS_A_COMMUNE - 1 ? 'kiosk' : 'team';
}

/** How busy a day is, 1 being usual: offices are shut on Sundays, teams go out on Saturdays, and there are campaigns. */
export function busyness(day: Day, use: Use): number {
  const date = new Date(day);
  return (WEEK[use][date.getUTCDay()] ?? 1) * (CAMPAIGN[date.getUTCMonth() + 1] ?? 1);
}

/** From Sunday on. */
const WEEK: Record<Use, number[]> = {
  team: [0.85, 0.95, 0.95, 0.95, 0.95, 1.05, 1.3],
  kiosk: [0.05, 1.3, 1.2, 1.2, 1.2, 1.2, 0.3],
};

/** Youth Month, the summer drive, the month of digital transformation. */
const CAMPAIGN: Record<number, number> = { 3: 1.5, 6: 1.1, 7: 1.15, 8: 1.1, 10: 1.4 };

function padded(number: number, digits: number): string {
  return String(number).padStart(digits, '0');
}
