import { useEffect, useRef, useState } from 'preact/hooks';
import type { PhonePart } from '../../guide/guide';
import { useWords } from '../../i18n/words';
import './Practice.css';

interface Props {
  parts: PhonePart[];
  onClose(): void;
}

/** The drawn phone over the whole screen, answering to touch. Nothing is counted, nothing is scored. */
export function Practice({ parts, onClose }: Props) {
  const { t } = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  const [touched, setTouched] = useState<'nothing' | 'elsewhere' | 'well'>('nothing');
  useEffect(() => dialog.current?.showModal(), []);
  const says = { nothing: t('practise.lead'), elsewhere: t('practise.elsewhere'), well: t('practise.well') };
  return (
    <dialog ref={dialog} class="practice" aria-label={t('practise')} onClose={onClose}>
      <p class="says" role="status">
        {says[touched]}
      </p>
      <ul class="phone">
        {parts.map((part) => (
          <li class={`part ${part.kind}`} data-tap={part.tap}>
            <button type="button" onClick={() => setTouched(part.tap ? 'well' : 'elsewhere')}>
              {part.text.replaceAll('|', '·')}
            </button>
          </li>
        ))}
      </ul>
      <button
        type="button"
        class={touched === 'well' ? 'button go' : 'button quiet'}
        onClick={() => dialog.current?.close()}
      >
        {t('practise.close')}
      </button>
    </dialog>
  );
}
