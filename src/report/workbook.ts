import { isDay } from '../guide/day';
import type { Cell } from '../tally/table';
import type { Kind, ReportTable } from './table';

type WorkbookCell =
  | { value: string; type: StringConstructor; fontWeight?: 'bold' }
  | { value: number; type: NumberConstructor; format?: string; fontWeight?: 'bold' }
  | { value: Date; type: DateConstructor; format: string; fontWeight?: 'bold' };

/** One sheet as `write-excel-file` takes it, in the browser and in Node alike. */
export interface WorkbookSheet {
  sheet: string;
  data: WorkbookCell[][];
  columns: { width: number }[];
  stickyRowsCount: number;
}

/** What a spreadsheet program allows in a sheet's name. */
const LONGEST_NAME = 31;
const NOT_IN_NAMES = /[[\]:*?/\\]/g;
/** In characters. */
const WIDEST = 60;

/**
 * Tables as sheets of one workbook: the head in bold and frozen, counts as numbers, text as text, which never starts
 * a formula. Notes stand below the rows, so that the head is the first row for whoever sorts or filters.
 */
export function workbookOf(tables: ReportTable[]): WorkbookSheet[] {
  const names = new Set<string>();
  return tables.map((table) => {
    const { columns, rows, total, notes } = table;
    const kinds = columns.map(({ kind }) => kind);
    const body = rows.map((row) => row.map((cell, i) => cellOf(cell, kinds[i])));
    const last = total?.map((cell, i) => ({ ...cellOf(cell, kinds[i]), fontWeight: 'bold' as const }));
    return {
      sheet: freeName(table.title, names),
      data: [
        columns.map(({ name }) => ({ value: name, type: String, fontWeight: 'bold' as const })),
        ...body,
        ...(last ? [last] : []),
        ...(notes.length > 0 ? [[]] : []),
        ...notes.map((note): WorkbookCell[] => [{ value: note, type: String }]),
      ],
      columns: columns.map(({ name }, i) => ({ width: widthOf([name, ...rows.map((row) => row[i] ?? '')]) })),
      stickyRowsCount: 1,
    };
  });
}

function cellOf(cell: Cell, kind: Kind | undefined): WorkbookCell {
  if (kind === 'day' && typeof cell === 'string' && isDay(cell))
    return { value: new Date(cell), type: Date, format: 'dd/mm/yyyy' };
  if (typeof cell === 'string') return { value: cell, type: String };
  return { value: cell, type: Number, ...(kind === 'share' && { format: '0%' }) };
}

function freeName(title: string, taken: Set<string>): string {
  const plain = title.replaceAll(NOT_IN_NAMES, ' ').replaceAll(/\s+/g, ' ').trim();
  for (let n = 1; ; n += 1) {
    const ending = n === 1 ? '' : ` ${n}`;
    const name = plain.slice(0, LONGEST_NAME - ending.length).trim() + ending;
    // Spreadsheet programs compare names without case.
    if (taken.has(name.toLowerCase())) continue;
    taken.add(name.toLowerCase());
    return name;
  }
}

function widthOf(cells: Cell[]): number {
  return Math.min(WIDEST, 2 + cells.reduce((most: number, cell) => Math.max(most, String(cell).length), 6));
}
