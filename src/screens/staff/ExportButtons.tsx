import { useEffect, useState } from 'preact/hooks';
import { role } from '../../device/role';
import { useWords } from '../../i18n/words';
import type { HandedOver } from '../../tally/export';
import { store } from '../counting';
import { type Exported, exportAs, exportForCodes, FORMATS, type Format } from './export-file';
import { everything, PeriodChoice, periodOf } from './PeriodChoice';
import type { QrExport } from './QrExport';

type State = Exported | { kind: 'idle' } | { kind: 'busy' };

/** Hands the counts over. Nothing is deleted by it, and it can be done again. */
export function ExportButtons({ onSealed }: { onSealed(): void }) {
  const { t } = useWords();
  const [state, setState] = useState<State>({ kind: 'idle' });
  const [choice, setChoice] = useState(everything);
  const [last, setLast] = useState<HandedOver>();
  const [own, setOwn] = useState(false);
  const Codes = useCodes();
  useEffect(() => void store.lastHandOver().then(setLast), [state]);
  useEffect(() => setOwn(role.get() === 'own'), []);

  const run = async (format: Format) => {
    setState({ kind: 'busy' });
    setState(await exportAs(format, periodOf(choice)).catch((): State => ({ kind: 'failed' })));
    onSealed();
  };
  if (own) return <p data-export="none">{t('staff.export.own')}</p>;
  return (
    <section>
      <h2>{t('staff.export')}</h2>
      <p>{t('staff.export.lead')}</p>
      <PeriodChoice value={choice} onChange={setChoice} />
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
        {Codes && <Codes getFile={() => exportForCodes(periodOf(choice))} />}
      </div>
      <p role="status" data-export={state.kind}>
        {state.kind === 'done' && t('staff.export.done', { name: state.name, total: state.total })}
        {state.kind === 'cancelled' && t('staff.export.cancelled')}
        {state.kind === 'failed' && t('staff.export.failed')}
        {state.kind === 'insecure' && t('staff.export.insecure')}
      </p>
      <p>
        {last
          ? t('staff.export.last', { day: last.day, name: last.name, total: last.total })
          : t('staff.export.never')}
      </p>
    </section>
  );
}

/** The codes' own library is fetched with the room, so that it is there without network, but after its figures. */
function useCodes(): typeof QrExport | undefined {
  const [view, setView] = useState<{ QrExport: typeof QrExport }>();
  useEffect(() => void import('./QrExport').then(setView), []);
  return view?.QrExport;
}
