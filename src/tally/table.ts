import type { ExportContent } from './export';

/** A cell of an export for people: text or a whole number. */
export type Cell = string | number;

const COLUMNS = [
  'province',
  'commune',
  'team',
  'tablet',
  'sheet',
  'day',
  'clock',
  'guide',
  'revision',
  'locale',
  'mode',
  'event',
  'step',
  'reason',
  'minutes',
  'count',
] as const;

/** The rows of the export file as one table, the first row its column names: what CSV and XLSX carry. */
export function exportTable({ place, sheets }: ExportContent): Cell[][] {
  const { province, commune, team, tablet } = place;
  const body = sheets.flatMap(({ id, day, clock = '', rows }) =>
    rows.map((row): Cell[] => {
      const { guide, revision, locale, mode, event, step, reason, minutes, count } = row;
      const where = [province, commune, team, tablet, id, day, clock];
      return [...where, guide, revision, locale, mode, event, step, reason, minutes, count];
    }),
  );
  return [[...COLUMNS], ...body];
}

/** A table as CSV after RFC 4180, UTF-8 with BOM. No cell can start a formula in a spreadsheet program. */
export function toCsv(table: Cell[][]): string {
  return `\uFEFF${table.map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`;
}

/** Also the full-width forms, which some programs take for the plain ones. */
const STARTS_FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

function csvCell(cell: Cell): string {
  if (typeof cell === 'number') return String(cell);
  const safe = STARTS_FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
