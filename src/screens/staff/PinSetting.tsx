import { useEffect, useState } from 'preact/hooks';
import {
  isWeakPin,
  PIN_LENGTH,
  pinIsDamaged,
  pinIsSet,
  pinTrouble,
  removePin,
  setPin,
} from '../../device/pin';
import { useWords } from '../../i18n/words';
import { Keypad } from './Keypad';

type Stage = { kind: 'closed' | 'first' | 'saving' } | { kind: 'second'; pin: string };
type Said = 'set' | 'removed' | 'differ' | 'weak' | 'insecure' | 'refused' | 'damaged';

/** Sets, changes and takes away the PIN of the room, for those who are in it. `required`: it is asked for, and not taken away. */
export function PinSetting({ required = false }: { required?: boolean }) {
  const { t } = useWords();
  const [there, setThere] = useState(false);
  const [possible, setPossible] = useState(false);
  const [stage, setStage] = useState<Stage>({ kind: 'closed' });
  const [said, setSaid] = useState<Said>();
  useEffect(() => {
    const trouble = pinTrouble();
    setThere(pinIsSet());
    setPossible(trouble === undefined);
    setSaid(trouble ?? (pinIsDamaged() ? 'damaged' : undefined));
  }, []);

  const say = (next: Stage, what?: Said) => {
    setStage(next);
    setSaid(what);
    setThere(pinIsSet());
  };
  const enter = async (pin: string) => {
    if (stage.kind !== 'second') {
      if (isWeakPin(pin)) say({ kind: 'first' }, 'weak');
      else say({ kind: 'second', pin });
    } else if (pin !== stage.pin) {
      say({ kind: 'first' }, 'differ');
    } else {
      say({ kind: 'saving' });
      say({ kind: 'closed' }, await setPin(pin).catch(() => 'refused' as const));
    }
  };
  const remove = () => {
    removePin();
    say({ kind: 'closed' }, pinIsSet() ? 'refused' : 'removed');
  };
  const wanted = t(stage.kind === 'first' ? 'pin.first' : 'pin.second', { digits: PIN_LENGTH });
  const message = said && t(`pin.said.${said}`);
  return (
    <section data-pin={there ? 'set' : 'none'}>
      <h2>{t('pin.title')}</h2>
      {required && !there ? (
        <p class="alert" role="alert">
          {t('pin.required')}
        </p>
      ) : (
        <p>{t(there ? 'pin.on' : 'pin.off')}</p>
      )}
      <p>{t('pin.why')}</p>
      <p>{t('pin.note')}</p>
      {stage.kind === 'closed' ? (
        <p role="status" data-said={said}>
          {message}
        </p>
      ) : (
        <>
          <p>
            <b>{wanted}</b>
          </p>
          <Keypad label={wanted} busy={stage.kind === 'saving'} onEntered={(pin) => void enter(pin)}>
            {stage.kind === 'saving' ? t('pin.saving') : message}
          </Keypad>
        </>
      )}
      {possible && (
        <div class="row">
          {stage.kind === 'closed' ? (
            <>
              <button
                type="button"
                class={required && !there ? 'button go' : 'button'}
                data-action="pin-set"
                onClick={() => say({ kind: 'first' })}
              >
                {t(there ? 'pin.change' : 'pin.set')}
              </button>
              {there && !required && (
                <button type="button" class="button" data-action="pin-remove" onClick={remove}>
                  {t('pin.remove')}
                </button>
              )}
            </>
          ) : (
            <button
              type="button"
              class="button quiet"
              data-action="pin-cancel"
              disabled={stage.kind === 'saving'}
              onClick={() => say({ kind: 'closed' })}
            >
              {t('pin.cancel')}
            </button>
          )}
        </div>
      )}
    </section>
  );
}
