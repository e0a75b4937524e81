import type { GuideId } from '../guide/guide';
import type { Cell } from '../tally/table';
import type { ColumnName, Say, TableId } from './names';

/** A table of the report: what the screen, the workbook, CSV and the shell show alike. */
export interface ReportTable {
  id: TableId;
  title: string;
  /** What has to be said with the figures. */
  notes: string[];
  columns: { id: ColumnName; name: string; kind: Kind }[];
  rows: Cell[][];
  /** What the rows add up to. */
  total?: Cell[];
  /** The guide that it is about, where it is about one. */
  guide?: GuideId;
  /** Columns that are drawn together as one bar a row, in this order. */
  bars?: ColumnName[];
  /** Columns of long texts: on a screen they stand below the row they belong to. */
  remarks?: ColumnName[];
}

/** `share` is a part of 1; a `day` is written as `2026-11-25`. */
export type Kind = 'text' | 'day' | 'count' | 'share';

const DAYS: ColumnName[] = ['week', 'exported', 'last-day', 'day'];

const TEXTS: ColumnName[] = [
  'what',
  'province',
  'commune',
  'team',
  'tablet',
  'guide',
  'step',
  'revision',
  'reason',
  'lost-band',
  'why',
  'file',
  'place',
];

/** A table with its words; the kind of a column follows from its name. */
export function table(
  say: Say,
  id: TableId,
  columns: ColumnName[],
  rows: Cell[][],
  more: Partial<Pick<ReportTable, 'notes' | 'total' | 'bars' | 'guide' | 'remarks'>> = {},
): ReportTable {
  return {
    id,
    title: say(`report.table.${id}`),
    notes: [],
    columns: columns.map((name) => ({
      id: name,
      name: say(`report.column.${name}`),
      kind: kindOf(name),
    })),
    rows,
    ...more,
  };
}

function kindOf(name: ColumnName): Kind {
  if (name === 'lost-share') return 'share';
  if (DAYS.includes(name)) return 'day';
  return TEXTS.includes(name) ? 'text' : 'count';
}

/** A table as one of plain cells, its head first and its total last, for files. */
export function plainTable({ columns, rows, total }: ReportTable): Cell[][] {
  return [columns.map(({ name }) => name), ...rows, ...(total ? [total] : [])];
}
