import type { GuideId, StepId } from '../guide/guide';
import type { Reason } from '../walk/walk';
import type { Refusal } from './read-file';

/** What a guide and its steps are called, in the reader's language, in the guide's own order. */
export interface GuideNames {
  id: GuideId;
  title: string;
  steps: { id: StepId; title: string }[];
}

/** The words for a table's head or cell. */
export type Say = (key: TableWord, holes?: Record<string, string | number>) => string;

/** The words that tables need of the app's. */
type TableWord =
  | `report.table.${TableId}`
  | `report.column.${ColumnName}`
  | `report.summary.${'from' | 'to' | 'started' | 'communes' | 'teams' | 'tablets'}`
  | `report.unusual.${'conflict' | 'clock' | 'busy'}`
  | `report.band.${0 | 5 | 10 | 20}`
  | 'report.bands.note'
  | `refusal.${Refusal['reason']}`
  | `reason.${Reason}`
  | 'report.hidden'
  | 'report.hidden.note'
  | 'report.total'
  | 'report.this-build'
  | 'report.persons';

export type TableId =
  | 'summary'
  | 'communes'
  | 'teams'
  | 'guides'
  | 'communes-guides'
  | 'weeks'
  | 'to-mend'
  | 'steps'
  | 'revisions'
  | 'reasons'
  | 'devices'
  | 'not-heard'
  | 'unusual'
  | 'refused';

export type ColumnName =
  | 'what'
  | 'province'
  | 'commune'
  | 'team'
  | 'tablet'
  | 'guide'
  | 'week'
  | 'number'
  | 'step'
  | 'revision'
  | 'turns'
  | 'completed'
  | 'unfinished'
  | 'stopped'
  | 'left'
  | 'helped'
  | 'alone'
  | 'reached'
  | 'went-on'
  | 'lost'
  | 'lost-share'
  | 'lost-band'
  | 'help'
  | 'reason'
  | 'exported'
  | 'last-day'
  | 'files'
  | 'not-counted'
  | 'day'
  | 'why'
  | 'file'
  | 'place';
