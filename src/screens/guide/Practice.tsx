import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { type SteadyEvent, type SteadyTouch, steadyTouch } from '../../device/steady-touch';
import type { DrawnStep } from '../../guide/guide';
import { useWords } from '../../i18n/words';
import { useOverlay, type Wish } from '../use-overlay';
import { PracticeDock } from './PracticeDock';
import { PracticeStage } from './PracticeStage';
import { saysOf } from './practice-says';
import { countOf, stopOf } from './rehearsal';
import { isDone, type Scope, useRehearsal } from './use-rehearsal';
import './Practice.css';

interface Props {
  /** All steps of the guide, or the one whose drawn phones are practised. */
  steps: DrawnStep[];
  scope: Scope;
  onClose(wish: Wish): void;
}

/** The drawn phones over the whole screen, answering to touch. Nothing is counted, nothing is scored. */
export function Practice({ steps, scope, onClose }: Props) {
  const { t } = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const { now, act } = useRehearsal(steps, scope);
  const { close, ended } = useOverlay(dialog, onClose);
  const accept = useSteadyTouch();
  const { screen } = now;
  const stop = stopOf(now);

  // After the dialog is open, so that it has the focus; each new screen is read from its title on.
  useEffect(() => {
    dialog.current?.querySelector('.stage')?.scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  }, [stop]);
  useLayoutEffect(() => void accept({ kind: 'screen', at: performance.now() }), [stop]);

  // Somebody looked elsewhere: what to look for comes into sight.
  const astray = screen?.astray ?? 0;
  useEffect(() => {
    if (astray > 0) dialog.current?.querySelector('[data-tap]')?.scrollIntoView({ block: 'nearest' });
  }, [astray]);

  const { number, total } = countOf(now);
  const where = stop.kind === 'screen' && total > 1 ? t('practise.screen', { number, total }) : t('practise');
  return (
    <dialog
      ref={dialog}
      class="practice"
      data-stop={stop.kind}
      aria-labelledby="practice-title"
      onClose={ended}
      onClickCapture={(event) => {
        const on = (event.target as Element).closest('button, .phone');
        if (!on || accept({ kind: 'touch', at: event.timeStamp, on })) return;
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      <div class="bar">
        <button
          type="button"
          class="button quiet"
          data-action="leave-practice"
          hidden={isDone(now, scope)}
          onClick={() => close('leave')}
        >
          {t('practise.leave')}
        </button>
        <h2 id="practice-title" ref={heading} tabIndex={-1}>
          <b>{where}</b> <span>{stop.kind === 'end' ? t('practise.end') : stop.step.title}</span>
        </h2>
      </div>
      <progress max={Math.max(1, total)} value={number} aria-hidden="true" />
      <p class="says" role="status" data-mood={screen?.mood}>
        <span key={`${now.way.length} ${screen?.answers} ${screen?.mood}`}>{saysOf(now, scope, t)}</span>
      </p>
      <PracticeStage now={now} act={act} />
      <PracticeDock now={now} scope={scope} act={act} onClose={close} />
    </dialog>
  );
}

/** Whether a touch may answer, as it is told of new screens and of touches. */
function useSteadyTouch(): (event: SteadyEvent) => boolean {
  const state = useRef<SteadyTouch>({ screen: 0 });
  const accept = useRef((event: SteadyEvent) => {
    const next = steadyTouch(state.current, event);
    state.current = next.state;
    return next.accepted;
  });
  return accept.current;
}
