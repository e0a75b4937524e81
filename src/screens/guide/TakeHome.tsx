import { useEffect, useMemo, useRef } from 'preact/hooks';
import { encodeQR } from 'qr';
import { canShareLink, shareLink } from '../../device/share-link';
import type { Outline } from '../../guide/guide';
import { useWords } from '../../i18n/words';
import { darkModules, QUIET_ZONE } from '../../ui/dark-modules';
import { Icon } from '../../ui/icons';
import './TakeHome.css';

interface Props {
  guide: Outline;
  /** Where anybody can open the guide. */
  address: string;
  /** Only what cannot leave the app. */
  kiosk: boolean;
}

/** The guide's address as a code and in words, to be sent, and the guide on paper. */
export function TakeHome({ guide: { title }, address, kiosk }: Props) {
  const { t } = useWords();
  const top = useRef<HTMLDivElement>(null);
  const rows = useMemo(
    () => encodeQR(address, 'raw', { encoding: 'byte', ecc: 'medium', border: QUIET_ZONE }),
    [address],
  );
  // It opens below its button, where on a small screen it would not be seen.
  useEffect(() => top.current?.parentElement?.parentElement?.scrollIntoView({ block: 'start' }), []);
  return (
    <>
      <div ref={top} class="gift-code">
        <p>{t('take-home.scan')}</p>
        <svg
          viewBox={`0 0 ${rows.length} ${rows.length}`}
          role="img"
          aria-label={t('take-home.code', { title })}
          data-code={address}
        >
          <path d={darkModules(rows)} />
        </svg>
        <p>{t('take-home.type')}</p>
        <p class="gift-address">{address.replace('https://', '').replace(/\/$/, '')}</p>
      </div>
      {!kiosk && (
        <div class="stack">
          {canShareLink() && (
            <button
              type="button"
              class="button quiet"
              data-action="share"
              onClick={() =>
                void shareLink({ title, text: t('take-home.share.text', { title }), url: address })
              }
            >
              {t('take-home.share')}
            </button>
          )}
          <button type="button" class="button quiet" data-action="print">
            <Icon name="print" />
            {t('step.print')}
          </button>
        </div>
      )}
    </>
  );
}
