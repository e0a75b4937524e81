/** An engine may have to be started, on an old tablet, before its first sound. */
const UNTIL_START_MS = 8_000;
/** Slower than anybody speaks, for each letter at normal speed; and what may come on top. */
const LETTER_MS = 150;
const PATIENCE_MS = 4_000;
/** Faster than any voice: an engine without the language's data says at once that it is done. */
const TOO_FAST_LETTER_MS = 5;
/** A word by itself may be over in no time. */
const SHORTEST = 20;

export type Suspicion =
  /** It has not begun. */
  | 'silent'
  /** It began, and its end was never told: the engine has cut it off, or has lost the event. */
  | 'lost';

/** Watches one utterance, so that a voice that stays silent is noticed. */
export interface Watchdog {
  /** Called at each sign of life. */
  heard(): void;
  /** Called when the engine says that it is done: whether that can be true; `short` where nobody can tell. */
  ended(): 'spoken' | 'tooSoon' | 'short';
  stop(): void;
}

/** Begins to watch an utterance of so many letters at a rate (1 = normal); `bark` is called at most once. */
export function watchdog(
  letters: number,
  rate: number,
  bark: (suspicion: Suspicion) => void,
  now: () => number = () => performance.now(),
): Watchdog {
  const begun = now();
  let timer = setTimeout(() => bark('silent'), UNTIL_START_MS);
  return {
    heard() {
      clearTimeout(timer);
      timer = setTimeout(() => bark('lost'), (letters * LETTER_MS) / rate + PATIENCE_MS);
    },
    ended() {
      clearTimeout(timer);
      if (letters < SHORTEST) return 'short';
      return now() - begun >= letters * TOO_FAST_LETTER_MS ? 'spoken' : 'tooSoon';
    },
    stop: () => clearTimeout(timer),
  };
}
