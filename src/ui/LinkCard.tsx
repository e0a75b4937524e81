import type { LinkBlock, QrCode } from '../guide/guide';
import { useWords } from '../i18n/words';
import './LinkCard.css';

/** A telephone number in large type, or an address with a QR code to open it on the reader's own phone. */
export function LinkCard({ link }: { link: LinkBlock }) {
  const { t } = useWords();
  if (link.href.startsWith('tel:')) {
    return (
      <p class="link-card">
        <span>{t('link.call')}</span> <strong>{link.text}</strong>
      </p>
    );
  }
  return (
    <div class="link-card">
      <div>
        <strong>{link.href.replace('https://', '').replace(/\/$/, '')}</strong>
        <p>{t('link.open')}</p>
      </div>
      {link.qr && <Qr code={link.qr} name={link.text} />}
    </div>
  );
}

/** Four modules of quiet zone, as ISO 18004 asks for. */
const QUIET = 4;

function Qr({ code, name }: { code: QrCode; name: string }) {
  const side = code.size + 2 * QUIET;
  return (
    <svg class="qr" viewBox={`0 0 ${side} ${side}`} role="img" aria-label={`QR: ${name}`}>
      <path d={darkModules(code)} />
    </svg>
  );
}

/** The dark modules as one path, a run of neighbours in a row at a time. */
function darkModules({ size, bits }: QrCode): string {
  const bytes = atob(bits);
  const dark = (at: number) => ((bytes.charCodeAt(at >> 3) >> (7 - (at & 7))) & 1) === 1;
  let path = '';
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      let run = 0;
      while (x + run < size && dark(y * size + x + run)) run += 1;
      if (run > 0) path += `M${x + QUIET} ${y + QUIET}h${run}v1h-${run}z`;
      x += run;
    }
  }
  return path;
}
