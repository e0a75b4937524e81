import { END, type Guide, type OutlineStep, type StepId, ways } from '../../src/guide/guide';
import { canonicalJson } from '../../src/tally/canonical';
import { compareKeys, isOutcomeEvent, type Key, keyText } from '../../src/tally/row';
import { MINUTES } from '../../src/walk/minutes';
import { type Mode, REASONS } from '../../src/walk/walk';
import { seedOf } from './chance';

/** One counter, and how it is written around its count. */
export interface Counter {
  key: Key;
  isOutcome: boolean;
  /** Its JSON up to the count, its properties in the order in which the app writes them. */
  json: string;
  /** Its canonical JSON from behind the count. */
  canonical: string;
}

/** A guide as a walk takes it: for each thing that can happen, the number of the counter that goes up. */
export interface Way {
  guide: Guide;
  mode: Mode;
  started: number;
  /** By `MINUTES`. */
  completed: number[];
  steps: WayStep[];
}

export interface WayStep {
  id: StepId;
  reached: number;
  help: number;
  left: number;
  /** By `REASONS`. */
  stopped: number[];
  /** Indices of the steps that may follow; -1 is the end. */
  next: number[];
}

/** Every counter that a fleet can have, in the order in which a sheet lists them, and the ways through the guides. */
export interface Counters {
  list: Counter[];
  /** By what a walk is: `wayKey`. */
  ways: Map<string, Way>;
}

/** What tells ways apart; `older` is the edition before the one in `guides/`. */
export function wayKey(guide: Pick<Guide, 'id' | 'locale'>, mode: Mode, older: boolean): string {
  return `${guide.id} ${guide.locale} ${mode} ${older ? 'older' : 'newer'}`;
}

/** The counters of these guides and of an edition of each that came before. */
export function countersOf(guides: Guide[]): Counters {
  const editions = guides.flatMap((guide) =>
    MODES.flatMap((mode) => [
      { guide, mode, older: false },
      { guide: earlier(guide), mode, older: true },
    ]),
  );
  const list = editions.flatMap(({ guide, mode }) => keysOf(guide, mode)).sort(compareKeys);
  const numbers = new Map(list.map((key, i) => [keyText(key), i]));
  const numberOf = (key: Key) => numbers.get(keyText(key)) ?? -1;
  return {
    list: list.map(written),
    ways: new Map(
      editions.map(({ guide, mode, older }) => [wayKey(guide, mode, older), wayOf(guide, mode, numberOf)]),
    ),
  };
}

const MODES: Mode[] = ['helped', 'alone'];

function earlier(guide: Guide): Guide {
  return { ...guide, revision: seedOf(guide.revision).toString(16).padStart(8, '0') };
}

function keysOf(guide: Guide, mode: Mode): Key[] {
  const key = keyMaker(guide, mode);
  return [
    key({ event: 'started' }),
    ...MINUTES.map((minutes) => key({ event: 'completed', minutes })),
    ...guide.steps.flatMap(({ id: step }) => [
      key({ event: 'reached', step }),
      key({ event: 'help', step }),
      key({ event: 'left', step }),
      ...REASONS.map((reason) => key({ event: 'stopped', step, reason })),
    ]),
  ];
}

function wayOf(guide: Guide, mode: Mode, numberOf: (key: Key) => number): Way {
  const key = keyMaker(guide, mode);
  const steps: OutlineStep[] = guide.steps;
  return {
    guide,
    mode,
    started: numberOf(key({ event: 'started' })),
    completed: MINUTES.map((minutes) => numberOf(key({ event: 'completed', minutes }))),
    steps: steps.map(({ id: step, next }) => ({
      id: step,
      reached: numberOf(key({ event: 'reached', step })),
      help: numberOf(key({ event: 'help', step })),
      left: numberOf(key({ event: 'left', step })),
      stopped: REASONS.map((reason) => numberOf(key({ event: 'stopped', step, reason }))),
      next: ways(next).map((to) => (to === END ? -1 : steps.findIndex(({ id }) => id === to))),
    })),
  };
}

/** In the order in which `tally/row.ts` puts the dimensions together. */
function keyMaker({ id: guide, revision, locale }: Guide, mode: Mode) {
  return (key: Partial<Key> & Pick<Key, 'event'>): Key => ({
    guide,
    revision,
    locale,
    mode,
    step: '',
    reason: '',
    minutes: '',
    ...key,
  });
}

function written(key: Key): Counter {
  return {
    key,
    isOutcome: isOutcomeEvent(key.event),
    json: `${JSON.stringify(key).slice(0, -1)},"count":`,
    canonical: `,${canonicalJson(key).slice(1)}`,
  };
}
