import { preference } from './preference';

/** Seconds without a touch until a kiosk asks, the default first: what staff may choose. */
const QUIET = ['60', '30', '90', '120', '180', '300', '600'] as const;
/** Seconds to answer in. WCAG 2.2.1 asks for 20 or more. */
const COUNTDOWN = ['30', '60', '120'] as const;

/** How long a kiosk waits before it asks whether somebody is there. */
export const kioskQuiet = preference('kiosk-quiet', QUIET);

/** How long it then waits for an answer. */
export const kioskCountdown = preference('kiosk-countdown', COUNTDOWN);

/** What there is to choose from, in seconds, from short to long. */
export const QUIET_CHOICES = [...QUIET].sort((a, b) => Number(a) - Number(b));
export const COUNTDOWN_CHOICES = COUNTDOWN;

/** The longest wait that staff may choose, in ms. */
export const LONGEST_QUIET = Math.max(...QUIET.map(Number)) * 1000;
