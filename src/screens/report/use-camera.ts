import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { type NoCamera, openCamera } from '../../device/camera';
import { keepScreenOn } from '../../device/wake-lock';
import { scanCodes } from './scan';

/** Of the camera: being opened, showing its picture, or not to be had. */
export type CameraState = 'opening' | 'on' | NoCamera;

/** Reads codes with the camera as long as the page is in sight: hidden or left, the camera is off at once. */
export function useCamera(
  video: RefObject<HTMLVideoElement | null>,
  onBytes: (bytes: Uint8Array) => void,
): CameraState {
  const [state, setState] = useState<CameraState>('opening');
  const latest = useRef(onBytes);
  latest.current = onBytes;
  useEffect(() => {
    let stop: (() => void) | undefined;
    const start = () => {
      if (!video.current) return;
      setState('opening');
      stop = run(video.current, (bytes) => latest.current(bytes), setState);
    };
    const follow = () => {
      stop?.();
      stop = undefined;
      if (document.visibilityState === 'visible') start();
    };
    follow();
    const release = keepScreenOn();
    document.addEventListener('visibilitychange', follow);
    return () => {
      stop?.();
      release();
      document.removeEventListener('visibilitychange', follow);
    };
  }, [video]);
  return state;
}

/** Opens the camera and reads codes; answers how to stop, also while a person is still asked to allow it. */
function run(
  video: HTMLVideoElement,
  onBytes: (bytes: Uint8Array) => void,
  onState: (state: CameraState) => void,
): () => void {
  let over = false;
  let stop: (() => void) | undefined;
  const end = () => {
    over = true;
    stop?.();
  };
  void openCamera(video, () => {
    end();
    onState('busy');
  }).then((camera) => {
    if (typeof camera === 'string') {
      if (!over) onState(camera);
      return;
    }
    if (over) {
      camera.stop();
      return;
    }
    const stopScan = scanCodes(video, onBytes);
    stop = () => {
      stopScan();
      camera.stop();
    };
    onState('on');
  });
  return end;
}
