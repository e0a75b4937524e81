import { useState } from 'preact/hooks';
import { download } from '../../device/download';
import { useWords } from '../../i18n/words';
import { dayOf } from '../../tally/day';
import { type ExportContent, exportFile, exportName } from '../../tally/export';
import { notCounted } from '../../tally/not-counted';
import { countOutcomes } from '../../tally/sheet';
import { exportTable, toCsv } from '../../tally/table';
import { store } from '../counting';

const FORMATS = ['xlsx', 'csv', 'json'] as const;
type Format = (typeof FORMATS)[number];

type State =
  | { kind: 'idle' }
  | { kind: 'busy' }
  | { kind: 'done'; name: string; total: number }
  | { kind: 'failed' }
  | { kind: 'insecure' };

/** Seals the sheet of today and hands a file over. Nothing is deleted by it, and it can be done again. */
export function ExportButtons({ onSealed }: { onSealed(): void }) {
  const { t } = useWords();
  const [state, setState] = useState<State>({ kind: 'idle' });
  const run = async (format: Format) => {
    setState({ kind: 'busy' });
    setState(await handOver(format).catch((): State => ({ kind: 'failed' })));
    onSealed();
  };
  return (
    <section>
      <h2>{t('staff.export')}</h2>
      <p>{t('staff.export.lead')}</p>
      <div class="row">
        {FORMATS.map((format) => (
          <button
            type="button"
            key={format}
            class={format === 'xlsx' ? 'button go' : 'button'}
            data-action={`export-${format}`}
            disabled={state.kind === 'busy'}
            onClick={() => void run(format)}
          >
            {t(`staff.export.${format}`)}
          </button>
        ))}
      </div>
      <p role="status">
        {state.kind === 'done' && t('staff.export.done', { name: state.name, total: state.total })}
        {state.kind === 'failed' && t('staff.export.failed')}
        {state.kind === 'insecure' && t('staff.export.insecure')}
      </p>
    </section>
  );
}

const NOWHERE = { province: '', commune: '', team: '', tablet: '' };

async function handOver(format: Format): Promise<State> {
  const sheets = await store.sealForExport();
  if (!sheets) return { kind: 'failed' };
  const content: ExportContent = {
    place: (await store.place()) ?? NOWHERE,
    day: dayOf(Date.now()),
    notCounted: notCounted(),
    sheets,
  };
  const file = await fileOf(format, content);
  if (!file) return { kind: 'insecure' };
  const name = exportName(content, format);
  if (!download(name, file)) return { kind: 'failed' };
  return { kind: 'done', name, total: countOutcomes(sheets.flatMap((sheet) => sheet.rows)) };
}

/** The file's content; undefined where its digest cannot be computed. */
async function fileOf(format: Format, content: ExportContent): Promise<Blob | undefined> {
  switch (format) {
    case 'csv':
      return new Blob([toCsv(exportTable(content))], { type: 'text/csv;charset=utf-8' });
    case 'json': {
      const file = await exportFile(content);
      return file && new Blob([JSON.stringify(file)], { type: 'application/json' });
    }
    case 'xlsx': {
      const { toXlsx } = await import('./xlsx');
      return toXlsx(exportTable(content));
    }
    default:
      return format satisfies never;
  }
}
