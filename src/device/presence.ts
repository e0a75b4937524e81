/**
 * Whether somebody is before the device. `here`: touched last at `since`; `asked`: nobody has touched it for so long that
 * they are asked whether they are still there, from `since` on; `away`: nobody is.
 */
export type Presence = { kind: 'here'; since: number } | { kind: 'asked'; since: number } | { kind: 'away' };

/** How long nobody may touch, in ms: until the question, and from it until they count as away. */
export interface Patience {
  quiet: number;
  countdown: number;
  /** Whether there is anything to lose: where not, nobody is asked. */
  asks: boolean;
}

/** What can happen; `at` in ms of one clock that only runs forward. */
export type PresenceEvent =
  /** Touched, a key pressed, or read aloud to. */
  | { kind: 'sign'; at: number }
  /** Time has passed, much or little: whoever calls late, or seldom, gets the same answer. */
  | { kind: 'look'; at: number; patience: Patience }
  /** It cannot be told how much time has passed: better asked than left. */
  | { kind: 'doubt'; at: number };

/** The state after an event. A sign always brings somebody back, and nothing but time sends anybody away. */
export function presence(state: Presence, event: PresenceEvent): Presence {
  switch (event.kind) {
    case 'sign':
      return { kind: 'here', since: state.kind === 'here' ? Math.max(state.since, event.at) : event.at };
    case 'look':
      return look(state, event.at, event.patience);
    case 'doubt':
      return state.kind === 'here' ? { kind: 'asked', since: event.at } : state;
    default:
      return event satisfies never;
  }
}

/** Whole seconds that are left to answer in, never less than none; undefined where nothing is asked. */
export function secondsLeft(state: Presence, at: number, { countdown }: Patience): number | undefined {
  if (state.kind !== 'asked') return undefined;
  return Math.max(0, Math.ceil((state.since + countdown - at) / 1000));
}

function look(state: Presence, at: number, patience: Patience): Presence {
  switch (state.kind) {
    case 'here': {
      const end = state.since + patience.quiet;
      if (at < end) return state;
      // From when it was due, so that a device that slept through it does not ask an empty room.
      return patience.asks ? look({ kind: 'asked', since: end }, at, patience) : { kind: 'away' };
    }
    case 'asked':
      return at < state.since + patience.countdown ? state : { kind: 'away' };
    case 'away':
      return state;
    default:
      return state satisfies never;
  }
}
