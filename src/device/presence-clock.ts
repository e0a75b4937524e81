/** The wall clock and the one that only runs forward part by no more than this (ms) by themselves. */
const DRIFT = 20_000;

/** What time it is for who stands before the device. */
export interface PresenceClock {
  /** Milliseconds; never runs backward. */
  now(): number;
  /** Whether the wall clock has leapt since this was last asked, with the page in sight: nobody knows why. */
  leapt(): boolean;
  stop(): void;
}

/**
 * A clock that a clock set by the network does not move, and that yet knows how long a device has slept: what passes while
 * the page is hidden counts by the wall clock, and what passes in sight by the other one, which stands still in sleep.
 */
export function presenceClock(): PresenceClock {
  const between = () => Date.now() - performance.now();
  let added = 0;
  let known = between();
  const turned = () => {
    const slept = between() - known;
    known += slept;
    if (!document.hidden && slept > 0) added += slept;
  };
  document.addEventListener('visibilitychange', turned);
  return {
    now: () => performance.now() + added,
    leapt() {
      const apart = between() - known;
      if (document.hidden || Math.abs(apart) < DRIFT) return false;
      known += apart;
      return apart > 0;
    },
    stop: () => document.removeEventListener('visibilitychange', turned),
  };
}
