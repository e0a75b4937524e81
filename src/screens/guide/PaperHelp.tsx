import { useWords } from '../../i18n/words';

/** Only on paper: whom to call, and where to write down who helps. */
export function PaperHelp({ hotline }: { hotline: string | undefined }) {
  const { t } = useWords();
  return (
    <div class="on-paper paper-help">
      <h2>{t('paper.call')}</h2>
      {hotline && (
        <p>
          {t('paper.hotline')}: <strong>{hotline}</strong>
        </p>
      )}
      <p class="to-write">{t('paper.helper')}:</p>
      <p class="to-write">{t('paper.number')}:</p>
    </div>
  );
}
