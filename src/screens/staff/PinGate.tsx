import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { whenIdle } from '../../device/idle';
import { pinIsSet, tryPin, waitUntil } from '../../device/pin';
import { useWords } from '../../i18n/words';
import { Keypad } from './Keypad';
import './PinGate.css';

/** After so long without a touch the room is locked again. */
const LEFT_ALONE = 5 * 60_000;

/**
 * Has its children drawn where no PIN is set, or after it was entered; each time the screen is opened, and after five
 * minutes without a touch, it is asked for again. The prerendered page has neither: only the device knows.
 */
export function PinGate({ children }: { children: ComponentChildren }) {
  const [door, setDoor] = useState<'unknown' | 'locked' | 'open'>('unknown');
  useLayoutEffect(() => setDoor(pinIsSet() ? 'locked' : 'open'), []);
  useEffect(() => {
    if (door !== 'open') return;
    return whenLeftAlone(() => {
      if (pinIsSet()) setDoor('locked');
    });
  }, [door]);
  switch (door) {
    case 'unknown':
      return null;
    case 'locked':
      return <Locked onOpen={() => setDoor('open')} />;
    case 'open':
      return <>{children}</>;
    default:
      return door satisfies never;
  }
}

type State =
  | { kind: 'asking' | 'checking' | 'again' | 'failed' }
  | { kind: 'wrong'; left: number }
  | { kind: 'waiting'; seconds: number };

function Locked({ onOpen }: { onOpen(): void }) {
  const { t } = useWords();
  const [state, setState] = useState<State>(() => waitingOr('asking'));
  const waiting = state.kind === 'waiting';
  useEffect(() => {
    if (!waiting) return;
    // Twice a second, so that none is left out.
    const timer = setInterval(() => setState(waitingOr('again')), 500);
    return () => clearInterval(timer);
  }, [waiting]);

  const enter = async (pin: string) => {
    setState({ kind: 'checking' });
    const answer = await tryPin(pin, Date.now()).catch(() => ({ kind: 'failed' }) as const);
    if (answer.kind === 'right') onOpen();
    else setState(answer.kind === 'wait' ? waitingOr('again') : answer);
  };
  return (
    <section class="pin-gate" data-state="locked">
      <h1>{t('pin.ask')}</h1>
      <p class="lead">{t('pin.ask.lead')}</p>
      <Keypad
        label={t('pin.ask')}
        busy={state.kind === 'checking'}
        wait={state.kind === 'waiting' ? state.seconds : undefined}
        onEntered={(pin) => void enter(pin)}
      >
        {state.kind === 'checking' && t('pin.checking')}
        {state.kind === 'wrong' && t('pin.wrong', { left: state.left })}
        {state.kind === 'waiting' && t('pin.wait')}
        {state.kind === 'again' && t('pin.again')}
        {state.kind === 'failed' && t('pin.failed')}
      </Keypad>
    </section>
  );
}

function waitingOr(kind: 'asking' | 'again'): State {
  const now = Date.now();
  const until = waitUntil(now);
  return until > now ? { kind: 'waiting', seconds: Math.ceil((until - now) / 1000) } : { kind };
}

/** Also when the tablet has slept, whose timers stand still, and when the browser keeps the page to come back to. */
function whenLeftAlone(callback: () => void): () => void {
  const stop = whenIdle(LEFT_ALONE, callback);
  let hidden = Date.now();
  const onVisibility = () => {
    if (document.hidden) hidden = Date.now();
    else if (Date.now() - hidden >= LEFT_ALONE) callback();
  };
  document.addEventListener('visibilitychange', onVisibility);
  addEventListener('pagehide', callback);
  return () => {
    stop();
    document.removeEventListener('visibilitychange', onVisibility);
    removeEventListener('pagehide', callback);
  };
}
