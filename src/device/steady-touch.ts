/** Trembling fingers land on what the next screen has in the same place: nothing answers for so long (ms). */
const NEW_SCREEN = 400;
/** A finger that came down before the screen did was aimed at what was there then. Longer ago (ms) it is no finger but a clock that was set back. */
const HELD = 5000;
/** A finger that trembles touches twice: the same thing does not answer again for so long (ms). */
const SAME_THING = 700;

/** What a steady hand needs to be told from a trembling one. */
export interface SteadyTouch {
  /** When the screen that shows now came. */
  screen: number;
  /** The last touch that was accepted, and what it fell on. */
  touch?: { at: number; on: unknown };
}

/** `at` in milliseconds of one clock, that of `event.timeStamp`; `on` is compared by identity. */
export type SteadyEvent = { kind: 'screen'; at: number } | { kind: 'touch'; at: number; on: unknown };

/** The state after an event, and whether what was touched may answer; a new screen is always accepted. */
export function steadyTouch(
  state: SteadyTouch,
  event: SteadyEvent,
): { state: SteadyTouch; accepted: boolean } {
  switch (event.kind) {
    case 'screen':
      return { state: { ...state, screen: event.at }, accepted: true };
    case 'touch': {
      const { at, on } = event;
      const early = at - state.screen < NEW_SCREEN && state.screen - at < HELD;
      const again =
        state.touch !== undefined && state.touch.on === on && isWithin(SAME_THING, state.touch.at, at);
      return early || again
        ? { state, accepted: false }
        : { state: { ...state, touch: event }, accepted: true };
    }
    default:
      return event satisfies never;
  }
}

/** A clock that was set back keeps nobody waiting. */
function isWithin(ms: number, since: number, at: number): boolean {
  return at >= since && at - since < ms;
}
