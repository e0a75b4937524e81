import { useWords } from '../../i18n/words';
import { type Found, lacking } from './lacking';

interface Props {
  found: Found;
  /** A repair was tried just now, and did not mend all. */
  notRepaired: boolean;
  onRepair(): void;
}

/** What is missing, each with the way out. */
export function Lacks({ found, notRepaired, onRepair }: Props) {
  const { t } = useWords();
  const lacks = lacking(found);
  const { offline } = found;
  if (lacks.length === 0) return null;
  const holes =
    offline.kind === 'verified'
      ? { total: offline.total, missing: offline.missing.length, broken: offline.broken.length }
      : {};
  return (
    <ul class="lacks">
      {lacks.map((lack) => (
        <li key={lack} data-lack={lack}>
          <b>{t(`ready.${lack}`, holes)}</b>
          <p>{t(`ready.${lack}.out`)}</p>
          {lack === 'files' && (
            <>
              {notRepaired && (
                <p class="alert" role="alert" data-repair="failed">
                  {t('ready.not-repaired')}
                </p>
              )}
              <button type="button" class="button go" data-action="repair-offline" onClick={onRepair}>
                {t('ready.repair')}
              </button>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
