import type { GuideId, Locale, StepId } from '../guide/guide';
import type { Minutes } from '../walk/minutes';
import type { Mode, Outcome, Reason, Walk } from '../walk/walk';

export const EVENTS = ['started', 'completed', 'stopped', 'left', 'reached', 'help'] as const;
export type Event = (typeof EVENTS)[number];
export type OutcomeEvent = Extract<Event, Outcome['kind']>;

/** Whether an event ends a walk. */
export function isOutcomeEvent(event: Event): event is OutcomeEvent {
  return event === 'completed' || event === 'stopped' || event === 'left';
}

/** What a counter is keyed by; a dimension that does not apply is an empty string. */
export interface Key {
  guide: GuideId;
  revision: string;
  locale: Locale;
  mode: Mode;
  event: Event;
  step: StepId | '';
  reason: Reason | '';
  minutes: Minutes | '';
}

/** One counter of a sheet. */
export interface Row extends Key {
  count: number;
}

const ORDER = ['guide', 'revision', 'locale', 'mode', 'event', 'step', 'reason', 'minutes'] as const;

/** A key as one text, equal for equal keys. No dimension can hold the separator. */
export function keyText({ guide, revision, locale, mode, event, step, reason, minutes }: Key): string {
  return `${guide}\t${revision}\t${locale}\t${mode}\t${event}\t${step}\t${reason}\t${minutes}`;
}

/** The order of rows in a sheet, the same on every device: by UTF-16 units, dimension by dimension. */
export function compareKeys(a: Key, b: Key): number {
  for (const name of ORDER) {
    if (a[name] < b[name]) return -1;
    if (a[name] > b[name]) return 1;
  }
  return 0;
}

/** What the beginning of a walk adds to the sheet. */
export function startedRows(walk: Walk): Row[] {
  return [row(walk, { event: 'started' })];
}

/** What the end of a walk adds: its one outcome, and once a step what was reached and where help was opened. */
export function outcomeRows(walk: Walk, outcome: Outcome): Row[] {
  return [
    row(walk, outcomeKey(outcome)),
    ...walk.reached.map((step) => row(walk, { event: 'reached', step })),
    ...walk.helped.map((step) => row(walk, { event: 'help', step })),
  ];
}

function outcomeKey(outcome: Outcome): Partial<Key> & { event: Event } {
  switch (outcome.kind) {
    case 'completed':
      return { event: 'completed', minutes: outcome.minutes };
    case 'stopped':
      return { event: 'stopped', step: outcome.at, reason: outcome.reason };
    case 'left':
      return { event: 'left', step: outcome.at };
    default:
      return outcome satisfies never;
  }
}

function row({ guide, revision, locale, mode }: Walk, key: Partial<Key> & { event: Event }): Row {
  return { guide, revision, locale, mode, step: '', reason: '', minutes: '', ...key, count: 1 };
}
