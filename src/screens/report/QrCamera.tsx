import { useEffect, useState } from 'preact/hooks';
import { mayHaveCamera } from '../../device/camera';
import { useWords } from '../../i18n/words';
import { QrReader } from './QrReader';

interface Props {
  /** A complete file: the name that it would have had, and its JSON, not yet checked. */
  onFile(name: string, text: string): void;
}

/** Takes in counts that another device shows as codes; nothing where the browser has no cameras to ask for. */
export function QrCamera({ onFile }: Props) {
  const { t } = useWords();
  const [there, setThere] = useState(false);
  const [open, setOpen] = useState(false);
  useEffect(() => setThere(mayHaveCamera()), []);
  if (!there) return null;
  return (
    <>
      <button type="button" class="button" data-action="read-qr" onClick={() => setOpen(true)}>
        {t('qr.read')}
      </button>
      {open && <QrReader onFile={onFile} onClose={() => setOpen(false)} />}
    </>
  );
}
