import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { RATES, readingSpeed } from '../../device/speech-preferences';
import { setReading } from '../../device/speech-signal';
import { keepScreenOn } from '../../device/wake-lock';
import { type Means, type Reading, read } from './reading';

interface View {
  reading: Reading;
  speed: 'normal' | 'slow';
  /** The read button: begins, or stops what is being read. */
  toggle(): void;
  /** From the same sentence on, at the other speed. */
  changeSpeed(): void;
}

/**
 * Reads when asked to, and never by itself. Any touch anywhere stops it at once, and so do a key, the next step, and a
 * page that is hidden or left. `bar` is where the speed is chosen.
 */
export function useReading(means: Omit<Means, 'rate'> | undefined, bar: RefObject<HTMLElement | null>): View {
  const [reading, show] = useState<Reading>({ kind: 'quiet' });
  const [speed, setSpeed] = useState(readingSpeed.get);
  const state = useRef<Reading>(reading);
  const stop = useRef<() => void>(() => undefined);
  /** The touch that goes on now has stopped the reading: its click is over with that. */
  const used = useRef(false);

  const tell = (next: Reading) => {
    state.current = next;
    setReading(next.kind === 'reading');
    show(next);
  };
  const begin = (utterance: number) => {
    if (means) stop.current = read({ ...means, rate: RATES[readingSpeed.get()] }, utterance, tell);
  };
  const end = (next: Reading = { kind: 'quiet' }) => {
    stop.current();
    stop.current = () => undefined;
    if (state.current.kind !== next.kind) tell(next);
  };

  useEffect(() => {
    const touch = ({ target }: Event) => {
      const now = state.current;
      const inBar = bar.current?.contains(target as Node) ?? false;
      used.current = now.kind === 'reading' && !inBar;
      if (now.kind === 'reading' && inBar) end({ kind: 'held', utterance: now.utterance });
      else if (!inBar) end();
    };
    const leave = () => end();
    const hide = () => document.visibilityState === 'hidden' && end();
    const capture = { capture: true, passive: true };
    addEventListener('pointerdown', touch, capture);
    addEventListener('keydown', touch, capture);
    addEventListener('hashchange', leave);
    // Chrome goes on speaking when a page is reloaded.
    addEventListener('pagehide', leave);
    document.addEventListener('visibilitychange', hide);
    return () => {
      removeEventListener('pointerdown', touch, capture);
      removeEventListener('keydown', touch, capture);
      removeEventListener('hashchange', leave);
      removeEventListener('pagehide', leave);
      document.removeEventListener('visibilitychange', hide);
      end();
    };
  }, []);

  const isRead = reading.kind === 'reading';
  useEffect(() => (isRead ? keepScreenOn() : undefined), [isRead]);

  return {
    reading,
    speed,
    toggle() {
      const stopped = used.current;
      used.current = false;
      if (stopped) return;
      // A screen reader or a switch presses without a touch before it.
      if (state.current.kind === 'reading') end();
      else begin(0);
    },
    changeSpeed() {
      const now = state.current;
      readingSpeed.set(speed === 'slow' ? 'normal' : 'slow');
      setSpeed(readingSpeed.get());
      end();
      begin(now.kind === 'held' || now.kind === 'reading' ? now.utterance : 0);
    },
  };
}
