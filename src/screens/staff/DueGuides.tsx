import { freshness } from '../../guide/freshness';
import type { Card } from '../../guide/guide';
import { useWords } from '../../i18n/words';
import { dayOf } from '../../tally/day';

/** Guides that nobody has followed against the real app for 90 days, or ever. */
export function DueGuides({ cards }: { cards: Card[] }) {
  const { t } = useWords();
  const today = dayOf(Date.now());
  const due = cards.filter(({ verified }) => freshness(verified, today) !== 'fresh');
  return (
    <section data-due={due.length}>
      <h2>{t('staff.due')}</h2>
      {due.length === 0 ? <p>{t('staff.due.none')}</p> : <p>{t('staff.due.lead')}</p>}
      <ul>
        {due.map(({ id, title, verified }) => (
          <li key={id}>
            {title}: {verified ? t('staff.due.old', { day: verified }) : t('staff.due.never')}
          </li>
        ))}
      </ul>
    </section>
  );
}
