import { useEffect } from 'preact/hooks';
import { useWords } from '../../i18n/words';
import { layAhead } from './lay-ahead';
import { tellOfMoreBelow } from './more-below';

/** What the cover's content does in the page: tells helpers that nobody has checked the guide lately. */
export function useCoverLife(): void {
  useEffect(() => {
    const due = document.querySelector<HTMLElement>('.due[data-verified]');
    // Not fetched for a guide that nobody has ever checked: it says so already.
    if (due) void import('./due').then(({ showIfDue }) => showIfDue(due));
  }, []);
}

/** What the steps do in the page. */
export function useStepsLife(): void {
  const { t } = useWords();
  useEffect(() => tellOfMoreBelow(t('step.more')), [t]);
  useEffect(layAhead, []);
}
