import { kioskCountdown, kioskQuiet, LONGEST_QUIET } from '../../device/kiosk-times';
import type { Patience } from '../../device/presence';
import { tabWalk } from '../../device/tab-walk';

/** Who looks through figures, or shows codes to another device's camera, touches seldom. */
const STAFF_QUIET = 300_000;

/** How long to wait for a touch on what is on screen now. */
export function patienceNow(): Patience {
  const quiet = Number(kioskQuiet.get()) * 1000;
  const countdown = Number(kioskCountdown.get()) * 1000;
  const screen = document.querySelector<HTMLElement>('main')?.dataset.screen ?? '';
  // They look from here to their own phone and back, and try it there. Not for ever: others wait.
  if (document.querySelector('dialog.practice[open]')) {
    return { quiet: LONGEST_QUIET, countdown, asks: true };
  }
  if (screen === 'staff' || screen === 'report') {
    const locked = document.querySelector('[data-state="locked"]') !== null;
    return { quiet: locked ? quiet : Math.max(quiet, STAFF_QUIET), countdown, asks: !locked };
  }
  return { quiet, countdown, asks: screen !== 'home' || tabWalk() !== undefined };
}
