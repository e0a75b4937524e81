/** Why there is no picture: not allowed by the person or the page, not there, or something in the way. */
export type NoCamera = 'refused' | 'missing' | 'busy';

/** A running camera. */
export interface Camera {
  stop(): void;
}

/** Whether the browser has cameras to ask for at all: not over plain http, not in every WebView. */
export function mayHaveCamera(): boolean {
  return typeof navigator.mediaDevices?.getUserMedia === 'function';
}

/**
 * Shows the rear camera, or the only one, in a video element. `onEnd` is called when it stops by itself: unplugged,
 * or taken by another program.
 */
export async function openCamera(video: HTMLVideoElement, onEnd: () => void): Promise<Camera | NoCamera> {
  try {
    const stream = await navigator.mediaDevices.getUserMedia({
      video: { facingMode: 'environment', width: { ideal: 1280 }, height: { ideal: 720 } },
    });
    for (const track of stream.getTracks()) track.addEventListener('ended', onEnd, { once: true });
    video.srcObject = stream;
    // Refused where the element was taken away meanwhile; its owner stops the camera then.
    void video.play().catch(() => undefined);
    return {
      stop() {
        for (const track of stream.getTracks()) track.stop();
        video.srcObject = null;
      },
    };
  } catch (error) {
    return reason(error);
  }
}

function reason(error: unknown): NoCamera {
  const name = error instanceof Error ? error.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'refused';
  if (name === 'NotFoundError' || name === 'OverconstrainedError') return 'missing';
  return 'busy';
}
