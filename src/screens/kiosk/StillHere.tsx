import { useEffect, useRef } from 'preact/hooks';
import { useWords } from '../../i18n/words';
import { Icon } from '../../ui/icons';
import { openDialog } from '../../ui/open-dialog';
import { anyTouch } from './any-touch';
import './StillHere.css';

interface Props {
  /** Whole seconds that are left. */
  seconds: number;
  /** Of so many. */
  of: number;
  onAnswer(): void;
}

/**
 * "Are you still there?": over all else, answered by any touch and any key, which do nothing else. It is heard once, with how
 * long there is; the figure that counts down is only seen.
 */
export function StillHere({ seconds, of, onAnswer }: Props) {
  const { t, language } = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  const answer = useRef(onAnswer);
  answer.current = onAnswer;

  useEffect(() => {
    const element = dialog.current;
    openDialog(element);
    const key = (event: KeyboardEvent) => {
      event.preventDefault();
      event.stopPropagation();
      answer.current();
    };
    addEventListener('keydown', key, { capture: true });
    return () => {
      removeEventListener('keydown', key, { capture: true });
      // Gives the focus back to where it was.
      element?.close?.();
    };
  }, []);

  return (
    <dialog
      ref={dialog}
      class="still-here"
      lang={language}
      aria-labelledby="still-here-title"
      aria-describedby="still-here-lead"
      onClose={onAnswer}
      {...anyTouch(() => answer.current())}
    >
      <h2 id="still-here-title">{t('still-here.title')}</h2>
      <svg class="countdown" viewBox="0 0 120 120" aria-hidden="true">
        <circle cx="60" cy="60" r="54" />
        <circle class="left" cx="60" cy="60" r="54" pathLength={of} stroke-dasharray={`${seconds} ${of}`} />
        <text x="60" y="60">
          {seconds}
        </text>
      </svg>
      <p id="still-here-lead">{t('still-here.lead', { seconds: of })}</p>
      <button type="button" class="button go large" data-action="still-here">
        <Icon name="hand" />
        {t('still-here.yes')}
      </button>
    </dialog>
  );
}
