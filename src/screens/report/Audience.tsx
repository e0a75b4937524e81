import { download } from '../../device/download';
import { useWords } from '../../i18n/words';
import type { ReportTable } from '../../report/table';

const AUDIENCES = ['raw', 'published'] as const;
export type For = (typeof AUDIENCES)[number];

interface Props {
  value: For;
  onChange(value: For): void;
  /** The tables for the audience chosen. */
  tables: ReportTable[];
  /** The name of their file, without ending. */
  file: string;
}

/** Who the tables are for, which decides what is in them; and the way to take them along. */
export function Audience({ value, onChange, tables, file }: Props) {
  const { t } = useWords();
  const toXlsx = async () => {
    const [{ default: write }, { workbookOf }] = await Promise.all([
      import('write-excel-file/browser'),
      import('../../report/workbook'),
    ]);
    download(`${file}.xlsx`, await write(workbookOf(tables)).toBlob());
  };
  return (
    <fieldset class="audience">
      <legend>{t('report.for')}</legend>
      {AUDIENCES.map((one) => (
        <label key={one} class="radio">
          <input type="radio" name="audience" checked={value === one} onChange={() => onChange(one)} />
          <span>
            <b>{t(`report.for.${one}`)}</b>
            <br />
            {t(`report.for.${one}.lead`)}
          </span>
        </label>
      ))}
      <div class="row">
        <button type="button" class="button go" data-action="report-xlsx" onClick={() => void toXlsx()}>
          {t('report.download.xlsx')}
        </button>
        <button type="button" class="button" data-action="print" onClick={() => print()}>
          {t('report.print')}
        </button>
      </div>
    </fieldset>
  );
}
