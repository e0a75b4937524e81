import { Fragment } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { download } from '../../device/download';
import { isDay } from '../../guide/day';
import { useWords } from '../../i18n/words';
import type { ColumnName } from '../../report/names';
import { type Kind, plainTable, type ReportTable } from '../../report/table';
import { type Cell, toCsv } from '../../tally/table';
import { Wide } from '../../ui/Wide';
import './FigureTable.css';

/** A longer table begins with so many rows. */
const FIRST_ROWS = 25;

interface Props {
  table: ReportTable;
  /** The name of its file, without ending. */
  file: string;
}

/** A table of figures, with bars beside them where they are to be compared. Nothing when it has no rows. */
export function FigureTable({ table, file }: Props) {
  const { t, language } = useWords();
  const [all, setAll] = useState(false);
  useEffect(() => {
    const showAll = () => setAll(true);
    addEventListener('beforeprint', showAll);
    return () => removeEventListener('beforeprint', showAll);
  }, []);
  const { id, title, notes, columns, rows, total, bars, remarks = [] } = table;
  if (rows.length === 0) return null;
  const barsOf = barsIn(table);
  const shown = all ? rows : rows.slice(0, FIRST_ROWS);
  const text = (cell: Cell = '', kind: Kind) => textOf(cell, kind, language);
  const placed = columns.map((column, at) => ({ ...column, at }));
  const cells = placed.filter((column) => !remarks.includes(column.id));
  const below = placed.filter((column) => remarks.includes(column.id));
  return (
    <section class="figures" data-table={id}>
      <h2>{title}</h2>
      {notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
      <Wide label={title}>
        <table>
          <thead>
            <tr>
              {cells.map(({ id: column, name, kind }) => (
                <th key={column} scope="col" class={classOf(kind)}>
                  {name}
                </th>
              ))}
              {bars && <td aria-hidden="true" />}
            </tr>
          </thead>
          <tbody>
            {shown.map((row, i) => (
              <Fragment key={i}>
                <tr>
                  {cells.map(({ id: column, at, kind }) => (
                    <td key={column} class={classOf(kind)}>
                      {text(row[at], kind)}
                    </td>
                  ))}
                  {bars && (
                    <td class="bar" aria-hidden="true">
                      <Bar parts={barsOf(row)} />
                    </td>
                  )}
                </tr>
                <Remarks columns={below.filter(({ at }) => row[at] !== '')} row={row} />
              </Fragment>
            ))}
          </tbody>
          {total && (
            <tfoot>
              <tr>
                {cells.map(({ id: column, at, kind }) => (
                  <td key={column} class={classOf(kind)}>
                    {text(total[at], kind)}
                  </td>
                ))}
                {bars && <td aria-hidden="true" />}
              </tr>
            </tfoot>
          )}
        </table>
      </Wide>
      <div class="row after">
        {rows.length > shown.length && (
          <button type="button" class="button" onClick={() => setAll(true)}>
            {t('report.more', { count: rows.length })}
          </button>
        )}
        <button
          type="button"
          class="button quiet"
          aria-label={t('report.download.csv.label', { title })}
          onClick={() =>
            download(
              `${file}-${id}.csv`,
              new Blob([toCsv(plainTable(table))], { type: 'text/csv;charset=utf-8' }),
            )
          }
        >
          {t('report.download.csv')}
        </button>
      </div>
    </section>
  );
}

/** Long texts that belong to a row, as a row of their own below it. */
function Remarks({ columns, row }: { columns: { name: string; at: number }[]; row: Cell[] }) {
  if (columns.length === 0) return null;
  return (
    <tr class="remarks">
      <td colSpan={100}>
        {columns.map(({ name, at }) => (
          <div key={at}>
            {name}: {row[at]}
          </div>
        ))}
      </td>
    </tr>
  );
}

/** Figures stand under each other at the right. */
function classOf(kind: Kind | undefined): string | undefined {
  return kind === 'count' || kind === 'share' ? 'number' : undefined;
}

/** A cell as the reader writes it. */
function textOf(cell: Cell, kind: Kind, language: string): string {
  if (typeof cell === 'string') {
    const isDate = kind !== 'text' && isDay(cell);
    return isDate ? new Date(cell).toLocaleDateString(language, { timeZone: 'UTC' }) : cell;
  }
  if (kind !== 'share') return cell.toLocaleString(language);
  return cell.toLocaleString(language, { style: 'percent', maximumFractionDigits: 0 });
}

/** The figures of a row that are drawn, as parts of the longest bar. */
function barsIn({
  columns,
  rows,
  bars = [],
}: ReportTable): (row: Cell[]) => { name: ColumnName; part: number }[] {
  const at = bars.map((bar) => columns.findIndex(({ id }) => id === bar));
  const figureAt = (row: Cell[], index: number) => (typeof row[index] === 'number' ? row[index] : 0);
  const longest = Math.max(1, ...rows.map((row) => at.reduce((sum, index) => sum + figureAt(row, index), 0)));
  return (row) => bars.map((name, i) => ({ name, part: figureAt(row, at[i] ?? -1) / longest }));
}

/** Drawn, not styled: no style attribute is needed, and it prints. */
function Bar({ parts }: { parts: { name: ColumnName; part: number }[] }) {
  const ends = parts.map((_, i) => parts.slice(0, i).reduce((sum, { part }) => sum + part, 0));
  return (
    <svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none">
      {parts.map(({ name, part }, i) => (
        <rect key={name} class={name} x={100 * (ends[i] ?? 0)} y="0" width={100 * part} height="10" />
      ))}
    </svg>
  );
}
