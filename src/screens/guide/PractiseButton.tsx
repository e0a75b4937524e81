import type { DrawnStep } from '../../guide/guide';
import { useWords } from '../../i18n/words';
import { canPractise } from './drawn-way';
import './PractiseButton.css';

/** Below a step's drawn phones; where nothing is ringed there is nothing to practise. */
export function PractiseButton({ step }: { step: DrawnStep }) {
  const { t } = useWords();
  if (!canPractise([step])) return null;
  return (
    <button type="button" class="button quiet practise" data-action="practise">
      {t('practise')}
    </button>
  );
}

/** On the cover: all drawn phones in a row, before the real phone is picked up. */
export function RehearseOffer({ steps }: { steps: DrawnStep[] }) {
  const { t } = useWords();
  if (!canPractise(steps)) return null;
  return (
    <div class="rehearse">
      <p>{t('practise.offer')}</p>
      <button type="button" class="button quiet" data-action="rehearse">
        {t('practise.all')}
      </button>
    </div>
  );
}
