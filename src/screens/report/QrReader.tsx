import { useRef } from 'preact/hooks';
import { useWords } from '../../i18n/words';
import { FullDialog } from '../../ui/FullDialog';
import { useCamera } from './use-camera';
import { useTransfers } from './use-transfers';
import './QrReader.css';

interface Props {
  onFile(name: string, text: string): void;
  onClose(): void;
}

/** What the camera sees, how far the transfer has come, and one line of help. Stays open for the next tablet. */
export function QrReader({ onFile, onClose }: Props) {
  const { t } = useWords();
  const video = useRef<HTMLVideoElement>(null);
  const { add, progress, says } = useTransfers(onFile);
  const camera = useCamera(video, add);
  return (
    <FullDialog
      label={t('qr.read')}
      closeWord={t('qr.close')}
      picture={<video ref={video} class="qr-video" muted playsInline />}
      onClose={onClose}
    >
      <p class="figure" data-have={progress?.have ?? 0} data-count={progress?.count ?? 0}>
        {progress ? `${progress.have} / ${progress.count}` : '…'}
      </p>
      <progress
        class="qr-progress"
        aria-label={t('qr.progress')}
        value={progress?.have ?? 0}
        max={progress?.count ?? 1}
      />
      <p class="qr-says" role="status" data-camera={camera} data-says={says.kind}>
        {camera !== 'on' && t(`qr.camera.${camera}`)}
        {camera === 'on' && says.kind === 'aim' && t('qr.aim')}
        {camera === 'on' && says.kind === 'missing' && t('qr.missing', { numbers: says.numbers })}
        {camera === 'on' && says.kind === 'refused' && t(`qr.refused.${says.reason}`)}
        {camera === 'on' && says.kind === 'complete' && t('qr.complete', { total: says.total })}
      </p>
    </FullDialog>
  );
}
