import { useRef, useState } from 'preact/hooks';
import { useWords } from '../../i18n/words';
import { Icon } from '../../ui/icons';
import type { LookPanel } from './LookPanel';

/** Text size and colours, top right on every screen; `named` where there is room for its words. */
export function LookButton({ named = false }: { named?: boolean }) {
  const { t } = useWords();
  const button = useRef<HTMLButtonElement>(null);
  const [panel, setPanel] = useState<{ View: typeof LookPanel }>();
  // On a line that has just gone, the button can be pressed again.
  const open = () =>
    import('./LookPanel').then(
      ({ LookPanel: View }) => setPanel({ View }),
      () => undefined,
    );
  const close = () => {
    setPanel(undefined);
    button.current?.focus({ preventScroll: true });
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        class="round"
        data-action="look"
        aria-haspopup="dialog"
        aria-label={t('look')}
        onClick={() => void open()}
      >
        <Icon name="text-size" />
        {named && <span class="word">{t('look')}</span>}
      </button>
      {panel && <panel.View onClose={close} />}
    </>
  );
}
