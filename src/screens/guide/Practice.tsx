import { useEffect, useRef, useState } from 'preact/hooks';
import type { PhonePart } from '../../guide/phone-part';
import { useWords } from '../../i18n/words';
import { PhoneScreen } from '../../ui/phone/PhoneScreen';
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
      <div class="phone">
        <PhoneScreen parts={parts} onTouch={(right) => setTouched(right ? 'well' : 'elsewhere')} />
      </div>
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
