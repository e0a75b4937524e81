import { useState } from 'preact/hooks';
import { type Progress, repairOfflineStore, verifyOfflineStore } from '../../device/offline-store';
import { askPersistence, persisted } from '../../device/persistence';
import { findRoom } from '../../device/room';
import { useWords } from '../../i18n/words';
import { Lacks } from './Lacks';
import type { Found } from './lacking';
import { ReadyLight } from './ReadyLight';
import './Readiness.css';

type State =
  | { kind: 'unchecked' }
  | { kind: 'busy'; work: 'reading' | 'repairing'; progress: Progress | undefined }
  | { kind: 'checked'; found: Found; at: number; notRepaired: boolean };

/** Whether the device may be carried to where there is no network; what is missing, and the way out of each. */
export function Readiness({ titles }: { titles: ReadonlyMap<string, string> }) {
  const { t } = useWords();
  const [state, setState] = useState<State>({ kind: 'unchecked' });
  const work = (work: 'reading' | 'repairing') => (progress?: Progress) =>
    setState({ kind: 'busy', work, progress });

  const check = async (notRepaired = false) => {
    const reading = work('reading');
    reading();
    // Asked first: some browsers grant it only while the touch is fresh.
    await askPersistence();
    const offline = await verifyOfflineStore(reading);
    const found = { offline, persistence: await persisted(), room: await findRoom() };
    setState({ kind: 'checked', found, at: Date.now(), notRepaired });
  };
  const mend = async () => {
    const repairing = work('repairing');
    repairing();
    const repaired = await repairOfflineStore(repairing);
    await check(repaired === undefined || repaired.left > 0);
  };

  return (
    <section data-readiness={state.kind}>
      <h2>{t('ready.title')}</h2>
      <p>{t('ready.lead')}</p>
      {/* Always there: a screen reader tells what comes into it. */}
      <div role="status">
        {state.kind === 'unchecked' && <p class="ready">{t('ready.unchecked')}</p>}
        {state.kind === 'checked' && <ReadyLight found={state.found} at={state.at} />}
      </div>
      {state.kind === 'checked' && (
        <Lacks
          found={state.found}
          titles={titles}
          notRepaired={state.notRepaired}
          onRepair={() => void mend()}
        />
      )}
      {state.kind === 'busy' && (
        <label class="reading-again">
          {t(`ready.${state.work}`, { done: state.progress?.done ?? 0, total: state.progress?.total ?? '…' })}
          <progress max={state.progress?.total ?? 1} value={state.progress?.done ?? 0} />
        </label>
      )}
      <button
        type="button"
        class="button"
        data-action="check-readiness"
        disabled={state.kind === 'busy'}
        onClick={() => void check()}
      >
        {t(state.kind === 'unchecked' ? 'ready.check' : 'ready.check.again')}
      </button>
    </section>
  );
}
