import { useState } from 'preact/hooks';
import { useWords } from '../../i18n/words';
import type { ExportFile } from '../../tally/export';
import { packFrames } from '../../tally/frames';
import { QrFrames } from './QrFrames';

interface Props {
  /** The file to show; undefined where it cannot be made. */
  getFile(): Promise<ExportFile | undefined>;
}

type State =
  | { kind: 'idle' }
  | { kind: 'busy' }
  | { kind: 'failed' }
  | { kind: 'shown'; frames: Uint8Array[]; total: number };

/** Shows the counts as codes, for a tablet that has no other way out. Nothing is noted: nobody knows who read them. */
export function QrExport({ getFile }: Props) {
  const { t } = useWords();
  const [state, setState] = useState<State>({ kind: 'idle' });
  const show = async () => {
    setState({ kind: 'busy' });
    setState(await codesOf(getFile).catch((): State => ({ kind: 'failed' })));
  };
  return (
    <>
      <button
        type="button"
        class="button"
        data-action="export-qr"
        disabled={state.kind === 'busy'}
        onClick={() => void show()}
      >
        {t('qr.export')}
      </button>
      {state.kind === 'failed' && <p role="alert">{t('qr.failed')}</p>}
      {state.kind === 'shown' && (
        <QrFrames frames={state.frames} total={state.total} onClose={() => setState({ kind: 'idle' })} />
      )}
    </>
  );
}

async function codesOf(getFile: Props['getFile']): Promise<State> {
  const file = await getFile();
  return file ? { kind: 'shown', frames: packFrames(file), total: file.total } : { kind: 'failed' };
}
