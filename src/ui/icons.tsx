import type { GuideIcon } from '../guide/guide';

/** Drawn with one stroke width on a 40 px grid. */
const PATHS = {
  home: 'M5 20L20 7l15 13M9 17v16h22V17',
  back: 'M24 8L12 20l12 12',
  next: 'M16 8l12 12-12 12',
  help: 'M20 5a15 15 0 1 0 0 30a15 15 0 1 0 0-30M15 16c0-7 11-6 10 0-.5 4-5 4-5 8M20 29v.5',
  'text-size': 'M4 32L13 9l9 23M7 25h12M24 32l6-15 6 15M26 27h8',
  read: 'M5 15v10h6l9 7V8l-9 7zM26 14c3 3 3 9 0 12M30 10c6 5 6 15 0 20',
  search: 'M17 6a11 11 0 1 0 0 22a11 11 0 1 0 0-22M25 25l9 9',
  clock: 'M20 5a15 15 0 1 0 0 30a15 15 0 1 0 0-30M20 11v9l6 5',
  hand: 'M15 22V9c0-4 5-4 5 0v10l8 2c3 1 4 2 3 6l-2 8H17l-8-9c-2-3 1-5 4-3z',
  people:
    'M14 18a5 5 0 1 0 0-10a5 5 0 1 0 0 10M4 33c0-12 20-12 20 0M28 18a4 4 0 1 0 0-8a4 4 0 1 0 0 8M28 23c5 0 8 3 8 9',
  shield: 'M20 4l14 5v10c0 9-6 15-14 18C12 34 6 28 6 19V9zM20 13v9M20 28v.5',
  bulb: 'M14 27c-8-8-3-20 6-20s14 12 6 20v3H14zM15 35h10',
  flag: 'M10 36V6M10 8h20l-5 7 5 7H10',
  warning: 'M20 6l16 28H4zM20 16v9M20 30v.5',
  print: 'M11 15V5h18v10M11 29H5V15h30v14h-6M11 24h18v11H11z',
  'id-card':
    'M7 9h26a3 3 0 0 1 3 3v16a3 3 0 0 1-3 3H7a3 3 0 0 1-3-3V12a3 3 0 0 1 3-3zM13 21.500a3.500 3.500 0 1 0 0-7a3.500 3.500 0 1 0 0 7M8 26c1-3 9-3 10 0M23 16h9M23 21h9',
  money:
    'M6 10h28a3 3 0 0 1 3 3v14a3 3 0 0 1-3 3H6a3 3 0 0 1-3-3V13a3 3 0 0 1 3-3zM20 25a5 5 0 1 0 0-10a5 5 0 1 0 0 10M9 15v10M31 15v10',
  megaphone: 'M6 15h20l8-6v22l-8-6H6zM11 25v8h6v-8',
  wallet:
    'M8 11h24a4 4 0 0 1 4 4v14a4 4 0 0 1-4 4H8a4 4 0 0 1-4-4V15a4 4 0 0 1 4-4zM4 17h32M26 24h5M8 11l18-5 3 5',
  shop: 'M5 16l3-9h24l3 9M8 17v16h24V17M5 16c0 5 7 5 7 0 0 5 8 5 8 0 0 5 8 5 8 0 0 5 7 5 7 0M16 33v-9h8v9',
  camera: 'M5 12h7l3-5h10l3 5h7v20H5zM20 27a6 6 0 1 0 0-12a6 6 0 1 0 0 12',
} satisfies Record<GuideIcon | string, string>;

export type IconName = keyof typeof PATHS;

/** A decoration beside words; screen readers pass over it. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 40 40" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
