import { useEffect, useState } from 'preact/hooks';
import { ownId } from '../../device/own-id';
import { applyUpdate } from '../../device/update';
import { type Look, lastLook, lookForUpdate } from '../../device/update-check';
import { type Versions, versionsHere, whenVersionsChange } from '../../device/worker-status';
import { useWords } from '../../i18n/words';
import { dayOf } from '../../tally/day';
import { hourOf } from './hour';
import { ageOf } from './version-age';

interface Known {
  versions: Versions;
  look: Look | undefined;
}

/** Which version runs here and how old it is, whether a newer one waits, and what became of one that did not start. */
export function Version() {
  const { t } = useWords();
  const [known, setKnown] = useState<Known>();
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState(false);
  const refresh = async () => {
    const versions = await versionsHere();
    setKnown({ versions, look: lastLook() });
    return versions;
  };
  useEffect(() => {
    void refresh();
    return whenVersionsChange(() => void refresh());
  }, []);

  const check = async () => {
    setBusy(true);
    setRefused(false);
    const registration = await navigator.serviceWorker.getRegistration();
    if (registration) await lookForUpdate(registration, registration.scope);
    await refresh();
    setBusy(false);
  };
  const apply = async () => {
    const versions = await refresh();
    const isOther = versions.kind === 'known' && versions.otherTab;
    setRefused(isOther);
    // The page is loaded anew by it.
    if (!isOther) applyUpdate();
  };

  const own = ageOf(__BUILT__, dayOf(Date.now()));
  const age = t(`version.age.${own.kind}`, own.kind === 'days' ? { days: own.days } : {});
  const versions = known?.versions;
  return (
    <section data-version-state={versions ? stateOf(versions) : 'reading'}>
      <h2>{t('version.title')}</h2>
      <p>{t('version.own', { version: __VERSION__, day: __BUILT__, age, id: ownId() })}</p>
      {/* Always there: a screen reader tells what comes into it. */}
      <div role="status">
        {versions?.kind === 'no-worker' && <p>{t('version.no-worker')}</p>}
        {versions?.kind === 'known' && (
          <>
            {versions.wentBackFrom && (
              <p class="alert">
                {t('version.went-back', { day: versions.wentBackFrom.date, id: versions.wentBackFrom.id })}
              </p>
            )}
            {versions.waiting && <p>{t('version.waits', { day: versions.waiting.date })}</p>}
            {busy && <p>{t('version.checking')}</p>}
            {/* What waits has come since, whatever the last look says. */}
            {!busy && !versions.waiting && <LastLook look={known?.look} />}
            {refused && <p class="alert">{t('version.other-tab')}</p>}
          </>
        )}
      </div>
      {versions?.kind === 'known' && (
        <div class="row">
          {versions.waiting && (
            <button type="button" class="button" data-action="apply-update" onClick={() => void apply()}>
              {t('version.apply')}
            </button>
          )}
          <button
            type="button"
            class={versions.waiting ? 'button quiet' : 'button'}
            data-action="check-update"
            disabled={busy}
            onClick={() => void check()}
          >
            {t('version.check')}
          </button>
        </div>
      )}
    </section>
  );
}

function LastLook({ look }: { look: Look | undefined }) {
  const { t, language } = useWords();
  if (!look) return <p>{t('version.never')}</p>;
  const outcome = t(`version.outcome.${look.outcome}`);
  return (
    <p data-look={look.outcome}>
      {t('version.looked', { hour: hourOf(look.at, language), day: dayOf(look.at), outcome })}
    </p>
  );
}

function stateOf(versions: Versions): 'no-worker' | 'went-back' | 'waits' | 'served' {
  if (versions.kind === 'no-worker') return 'no-worker';
  if (versions.waiting) return 'waits';
  return versions.wentBackFrom ? 'went-back' : 'served';
}
