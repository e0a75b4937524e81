import { useWords } from '../../i18n/words';
import { type Found, lacking } from './lacking';

interface Props {
  found: Found;
  /** Guides' titles by id. */
  titles: ReadonlyMap<string, string>;
  /** A repair was tried just now, and did not mend all. */
  notRepaired: boolean;
  onRepair(): void;
}

/** So many guides are named; who wants all of them finds them at home. */
const NAMED = 5;

/** What is missing, each with the way out. */
export function Lacks({ found, titles, notRepaired, onRepair }: Props) {
  const { t } = useWords();
  const lacks = lacking(found);
  const { offline } = found;
  if (lacks.length === 0) return null;
  const holes =
    offline.kind === 'verified'
      ? {
          total: offline.total,
          missing: offline.missing.length,
          broken: offline.broken.length,
          later: offline.later.length,
        }
      : {};
  return (
    <ul class="lacks">
      {lacks.map((lack) => (
        <li key={lack} data-lack={lack}>
          <b>{t(`ready.${lack}`, holes)}</b>
          {lack === 'later' && offline.kind === 'verified' && <p>{named(offline.later, titles)}</p>}
          <p>{t(`ready.${lack}.out`)}</p>
          {(lack === 'files' || lack === 'later') && (
            <>
              {notRepaired && (
                <p class="alert" role="alert" data-repair="failed">
                  {t(lack === 'files' ? 'ready.not-repaired' : 'ready.not-fetched')}
                </p>
              )}
              <button type="button" class="button go" data-action="repair-offline" onClick={onRepair}>
                {t(lack === 'files' ? 'ready.repair' : 'ready.fetch')}
              </button>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Titles have commas of their own. */
function named(guides: readonly string[], titles: ReadonlyMap<string, string>): string {
  const shown = guides.slice(0, NAMED).map((id) => titles.get(id) ?? id);
  return (guides.length > NAMED ? [...shown, '…'] : shown).join(' · ');
}
