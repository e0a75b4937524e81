import { useEffect, useState } from 'preact/hooks';
import { droppedFiles } from '../../device/dropped-files';
import { useWords } from '../../i18n/words';
import type { QrCamera } from './QrCamera';
import type { Reading, ReportFlow } from './use-report';

/** Takes files in: chosen, a whole folder, dropped, or read by the camera from a tablet's screen. */
export function Intake({ flow }: { flow: ReportFlow }) {
  const { t } = useWords();
  const [over, setOver] = useState(false);
  const [nothing, setNothing] = useState(false);
  const Camera = useCamera();
  const take = (files: File[]) => {
    setNothing(files.length === 0);
    flow.read(files);
  };
  /** A folder holds other things as well, which nobody asked us about. */
  const takeJson = (files: File[]) => take(files.filter(({ name }) => name.toLowerCase().endsWith('.json')));
  return (
    <section
      class="intake"
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        if (event.dataTransfer) void droppedFiles(event.dataTransfer).then(takeJson);
      }}
    >
      <div class="row">
        <label class="button go file">
          {t('report.choose')}
          <input
            type="file"
            multiple
            accept=".json,application/json"
            data-import
            onChange={(event) => take(chosen(event.currentTarget))}
          />
        </label>
        <label class="button file folder">
          {t('report.folder')}
          <input
            type="file"
            multiple
            data-import-folder
            {...{ webkitdirectory: true }}
            onChange={(event) => takeJson(chosen(event.currentTarget))}
          />
        </label>
        {Camera && (
          <Camera onFile={(name, text) => take([new File([text], name, { type: 'application/json' })])} />
        )}
      </div>
      <p class="drop">{t('report.drop')}</p>
      <Progress reading={flow.reading} cancel={flow.cancel} />
      <p role="status">
        {nothing && t('report.nothing')}
        {!nothing &&
          flow.reading.kind === 'cancelled' &&
          `${t('report.cancelled', { count: flow.reading.left })} `}
        {!nothing &&
          flow.report &&
          flow.report.files > 0 &&
          t('report.files', { files: flow.report.files, sheets: flow.report.sheets })}
      </p>
    </section>
  );
}

function Progress({ reading, cancel }: { reading: Reading; cancel(): void }) {
  const { t } = useWords();
  if (reading.kind === 'broken') {
    return (
      <p class="alert" role="alert">
        {t('report.broken')}
      </p>
    );
  }
  if (reading.kind !== 'reading') return null;
  const { done, of } = reading;
  return (
    <div class="row progress">
      <progress max={of} value={done} aria-label={t('report.progress', { done, of })} />
      <span>{t('report.progress', { done, of })}</span>
      <button type="button" class="button" data-action="cancel" onClick={cancel}>
        {t('report.cancel')}
      </button>
    </div>
  );
}

/** The chosen files; the same ones may be chosen again, as after a stick was pulled out. */
function chosen(input: HTMLInputElement): File[] {
  const files = [...(input.files ?? [])];
  input.value = '';
  return files;
}

/** Reads counts that a tablet without network shows as codes; fetched after the page. */
function useCamera(): typeof QrCamera | undefined {
  const [view, setView] = useState<{ QrCamera: typeof QrCamera }>();
  useEffect(() => void import('./QrCamera').then(setView), []);
  return view?.QrCamera;
}
