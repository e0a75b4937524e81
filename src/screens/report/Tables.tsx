import { useState } from 'preact/hooks';
import { useWords } from '../../i18n/words';
import type { ReportTable } from '../../report/table';
import { FigureTable } from './FigureTable';

/** The tables one below the other; of those that are about one guide, the chosen guide's. */
export function Tables({ tables, file }: { tables: ReportTable[]; file: string }) {
  const { t } = useWords();
  const [chosen, setChosen] = useState<string>();
  // Refused files are told apart, beside where files are chosen.
  const shown = tables.filter(({ id }) => id !== 'refused');
  const steps = shown.filter(({ id }) => id === 'steps');
  const guide = steps.some((table) => table.guide === chosen) ? chosen : steps[0]?.guide;
  const at = shown.findIndex((table) => table.guide !== undefined);
  const view = (table: ReportTable) => (
    <FigureTable key={`${table.id} ${table.guide}`} table={table} file={file} />
  );
  if (at < 0) return <>{shown.map(view)}</>;
  return (
    <>
      {shown.slice(0, at).map(view)}
      <div class="fields of-guide">
        <label>
          {t('report.guide')}
          <select name="guide" value={guide} onChange={(event) => setChosen(event.currentTarget.value)}>
            {steps.map((table) => (
              <option key={table.guide} value={table.guide}>
                {table.title}
              </option>
            ))}
          </select>
        </label>
      </div>
      {shown
        .slice(at)
        .flatMap((table) => (table.guide === undefined || table.guide === guide ? [view(table)] : []))}
    </>
  );
}
