import { useWords } from '../../i18n/words';
import { dayOf } from '../../tally/day';
import { hourOf } from './hour';
import { type Found, lacking } from './lacking';

/** Drawn on a 40 px grid: a tick in a circle, a line in a triangle. The shapes differ, not the colour alone. */
const SIGNS = {
  yes: 'M20 4a16 16 0 1 0 0 32a16 16 0 1 0 0-32M12 21l6 6 11-13',
  no: 'M20 5l17 30H3zM20 16v10M20 30v.5',
};

/** One large line: may go, or not yet; and when that was found out. */
export function ReadyLight({ found, at }: { found: Found; at: number }) {
  const { t, language } = useWords();
  const { offline } = found;
  const answer = lacking(found).length === 0 ? 'yes' : 'no';
  return (
    <>
      <p class="ready" data-ready-to-go={answer}>
        <svg class="icon" viewBox="0 0 40 40" aria-hidden="true">
          <path d={SIGNS[answer]} />
        </svg>
        {t(`ready.${answer}`)}
      </p>
      <p>
        {t('ready.at', { hour: hourOf(at, language), day: dayOf(at) })}{' '}
        {answer === 'yes' && offline.kind === 'verified' && t('ready.all', { total: offline.total })}
      </p>
    </>
  );
}
