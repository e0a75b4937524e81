import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { PIN_LENGTH } from '../../device/pin';
import { useWords } from '../../i18n/words';
import './Keypad.css';

interface Props {
  /** What is to be entered, for those who do not see the page. */
  label: string;
  /** Shows all dots, and takes nothing. */
  busy?: boolean;
  /** Seconds to wait, counted down in the dots' place; nothing is taken meanwhile. */
  wait?: number | undefined;
  onEntered(pin: string): void;
  /** What there is to say, until the next digit is typed. */
  children?: ComponentChildren;
}

const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'];

/** Takes a PIN by touch, or from a keyboard wherever the focus is but in a field. The digits never show. */
export function Keypad({ label, busy = false, wait, onEntered, children }: Props) {
  const { t } = useWords();
  const [count, setCount] = useState(0);
  // A second key can come before the first is drawn.
  const typed = useRef('');
  const group = useRef<HTMLFieldSetElement>(null);
  const closed = busy || wait !== undefined;

  const press = (key: string) => {
    if (closed) return;
    const pin = key === 'Backspace' ? typed.current.slice(0, -1) : typed.current + key;
    const whole = pin.length === PIN_LENGTH;
    typed.current = whole ? '' : pin;
    setCount(typed.current.length);
    if (whole) onEntered(pin);
  };
  useKeys(press);
  useEffect(() => group.current?.focus(), []);

  const shown = busy ? PIN_LENGTH : count;
  return (
    <fieldset class="keypad" aria-label={label} tabIndex={-1} ref={group}>
      {wait === undefined ? (
        <p class="dots" aria-hidden="true" data-typed={shown}>
          {Array.from({ length: PIN_LENGTH }, (_, i) => (
            <i key={i} class={i < shown ? 'on' : ''} />
          ))}
        </p>
      ) : (
        // Not in the status: it would be read aloud each second.
        <p class="dots" role="timer" data-wait={wait}>
          {wait < 60
            ? t('pin.wait.seconds', { seconds: wait })
            : t('pin.wait.minutes', { minutes: Math.floor(wait / 60), seconds: wait % 60 })}
        </p>
      )}
      <p class="says" role="status">
        {count > 0 ? t('pin.typed', { count, all: PIN_LENGTH }) : children}
      </p>
      <div class="keys">
        {DIGITS.map((digit) => (
          <button
            type="button"
            key={digit}
            class="button quiet"
            data-action={`pin-${digit}`}
            aria-disabled={closed}
            onClick={() => press(digit)}
          >
            {digit}
          </button>
        ))}
        <button
          type="button"
          class="button quiet delete"
          data-action="pin-delete"
          aria-disabled={closed}
          onClick={() => press('Backspace')}
        >
          {t('pin.delete')}
        </button>
      </div>
    </fieldset>
  );
}

function useKeys(press: (key: string) => void): void {
  const latest = useRef(press);
  latest.current = press;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (!/^(\d|Backspace)$/.test(event.key) || isField(event.target)) return;
      event.preventDefault();
      // A key that is held down repeats itself.
      if (!event.repeat || event.key === 'Backspace') latest.current(event.key);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
}

function isField(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, select, textarea') !== null;
}
