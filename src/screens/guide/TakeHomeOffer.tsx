import { useEffect, useId, useState } from 'preact/hooks';
import { role } from '../../device/role';
import type { Outline } from '../../guide/guide';
import { useWords } from '../../i18n/words';
import { Icon } from '../../ui/icons';
import { builtAddress, publicAddress } from '../public-address';
import type { TakeHome } from './TakeHome';
import './TakeHomeOffer.css';

/**
 * "Would you like to see this again at home?": one button for what the device can give, loaded when asked for. Where the
 * guide has no public address that is the printer alone; on a kiosk it is what cannot leave the app.
 */
export function TakeHomeOffer({ guide }: { guide: Outline }) {
  const { t } = useWords();
  const { kiosk, address } = useGifts(guide);
  const [View, setView] = useState<{ of: typeof TakeHome }>();
  const [open, setOpen] = useState(false);
  const panel = useId();
  if (kiosk && address === undefined) return null;

  const toggle = async () => {
    // On a line that has just gone, the button can be pressed again.
    const loaded =
      View ?? (await import('./TakeHome').then((one) => ({ of: one.TakeHome })).catch(() => undefined));
    setView(loaded);
    setOpen(loaded !== undefined && !open);
  };
  return (
    <div class="take-home">
      <p>{t('take-home.offer')}</p>
      {address === undefined ? (
        <button type="button" class="button quiet" data-action="print">
          <Icon name="print" />
          {t('step.print')}
        </button>
      ) : (
        <button
          type="button"
          class="button quiet"
          data-action="take-home"
          aria-expanded={open}
          aria-controls={panel}
          onClick={() => void toggle()}
        >
          {open ? t('take-home.close') : t('take-home')}
        </button>
      )}
      {address !== undefined && (
        <div id={panel} class="gifts" hidden={!open}>
          {open && View && <View.of guide={guide} address={address} kiosk={kiosk} />}
        </div>
      )}
    </div>
  );
}

/** While pages are built there is no device yet: what it is and what staff wrote on it comes after. */
function useGifts({ id, locale }: Outline): { kiosk: boolean; address: string | undefined } {
  const [gifts, setGifts] = useState(() => ({ kiosk: false, address: builtAddress() }));
  useEffect(() => {
    const address = publicAddress({ screen: 'guide', guide: id, locale });
    setGifts({ kiosk: role.get() === 'kiosk', address });
  }, [id, locale]);
  return gifts;
}
