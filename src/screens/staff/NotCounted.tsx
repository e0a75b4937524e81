import { useWords } from '../../i18n/words';
import { type NotCounted as Counts, notCounted } from '../../tally/not-counted';
import { pending } from '../../tally/pending';
import { TROUBLES } from '../../tally/trouble';

interface Props {
  counts: Counts;
  /** Records that this version does not understand. */
  setAside: number;
}

/** What could not be counted and why, and what lies aside. */
export function NotCounted({ counts, setAside }: Props) {
  const { t } = useWords();
  const waiting = pending().length;
  const reasons = TROUBLES.filter((why) => (counts[why] ?? 0) > 0);
  return (
    <>
      {reasons.length > 0 && (
        <div class="alert" role="alert">
          <p>{t('staff.not-counted', { count: notCounted() })}</p>
          <ul>
            {reasons.map((why) => (
              <li key={why} data-trouble={why}>
                {t(`trouble.${why}`)}: {counts[why]}
              </li>
            ))}
          </ul>
        </div>
      )}
      {waiting > 0 && (
        <p class="alert" role="alert" data-waiting={waiting}>
          {t('staff.waiting', { count: waiting })}
        </p>
      )}
      {setAside > 0 && (
        <p class="alert" role="alert" data-set-aside={setAside}>
          {t('staff.set-aside', { count: setAside })}
        </p>
      )}
    </>
  );
}
