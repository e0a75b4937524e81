import { useLayoutEffect, useState } from 'preact/hooks';
import { useWords } from '../../i18n/words';
import { NOT_HERE } from '../address';
import './NotHereNote.css';

/** Says that the guide that was asked for is not on this device, to who was sent here for that. */
export function NotHereNote() {
  const { t } = useWords();
  const [isTold, setTold] = useState(false);
  useLayoutEffect(() => {
    if (location.hash !== NOT_HERE) return;
    // Said once: a reload, or coming back later, is no new question.
    history.replaceState(history.state, '', location.pathname + location.search);
    setTold(true);
    scrollTo(0, 0);
  }, []);
  return isTold ? (
    <p class="not-here" role="alert">
      {t('home.not-here')}
    </p>
  ) : null;
}
