import { useEffect, useMemo, useState } from 'preact/hooks';
import { encodeQR } from 'qr';
import { keepScreenOn } from '../../device/wake-lock';
import { useWords } from '../../i18n/words';
import { darkModules, QUIET_ZONE } from '../../ui/dark-modules';
import { FullDialog } from '../../ui/FullDialog';
import './QrFrames.css';

/** Long enough for a slow camera to see each code several times. */
const EACH_MS = 1500;

interface Props {
  frames: Uint8Array[];
  /** Walks that ended, for a person to compare on the other device. */
  total: number;
  onClose(): void;
}

/** One code after the other over the whole screen, round and round. */
export function QrFrames({ frames, total, onClose }: Props) {
  const { t } = useWords();
  const count = frames.length;
  const [at, setAt] = useState(0);
  const [playing, setPlaying] = useState(() => !matchMedia('(prefers-reduced-motion: reduce)').matches);
  useEffect(keepScreenOn, []);
  useEffect(() => {
    if (!playing || count < 2) return;
    const timer = setInterval(() => setAt((now) => (now + 1) % count), EACH_MS);
    return () => clearInterval(timer);
  }, [playing, count]);
  const frame = frames[at];
  const go = (by: number) => {
    setPlaying(false);
    setAt((at + by + count) % count);
  };
  return (
    <FullDialog
      label={t('qr.title')}
      closeWord={t('qr.close')}
      picture={frame && <Code bytes={frame} number={at + 1} count={count} />}
      onClose={onClose}
    >
      <p class="figure">
        {at + 1} / {count}
      </p>
      <p>{t('qr.lead', { total })}</p>
      {count > 1 && (
        <div class="qr-turn">
          <button type="button" class="button" data-action="qr-back" onClick={() => go(-1)}>
            {t('qr.back')}
          </button>
          <button
            type="button"
            class="button"
            data-action={playing ? 'qr-pause' : 'qr-play'}
            onClick={() => setPlaying(!playing)}
          >
            {t(playing ? 'qr.pause' : 'qr.play')}
          </button>
          <button type="button" class="button" data-action="qr-next" onClick={() => go(1)}>
            {t('qr.next')}
          </button>
        </div>
      )}
    </FullDialog>
  );
}

function Code({ bytes, number, count }: { bytes: Uint8Array; number: number; count: number }) {
  const { t } = useWords();
  const rows = useMemo(() => modulesOf(bytes), [bytes]);
  return (
    <svg
      class="qr-code"
      viewBox={`0 0 ${rows.length} ${rows.length}`}
      role="img"
      aria-label={t('qr.code', { number, count })}
      data-frame={number}
      data-frames={count}
    >
      <path d={darkModules(rows)} />
    </svg>
  );
}

/** The bytes as they are, not as text: base64 would take a third more modules. `medium` mends 15 % of them. */
function modulesOf(bytes: Uint8Array): boolean[][] {
  return encodeQR('', 'raw', {
    encoding: 'byte',
    textEncoder: () => bytes,
    ecc: 'medium',
    border: QUIET_ZONE,
  });
}
