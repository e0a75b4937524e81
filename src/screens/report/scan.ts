import { decodeQR } from 'qr/decode.js';

/** At most about ten pictures a second; a slow device takes fewer, and has half of its time for the rest. */
const EACH_MS = 90;
/** Sharp enough for a code of 85 modules that fills half of it; more pixels only cost time. */
const LARGEST_SIDE = 720;
/**
 * A second look where the first finds nothing, and the time it may take: for pictures that are dim, askew or blurred.
 */
const LOOKS = { effort: 4, timeLimit: 60 };

/**
 * Reads the codes that a playing video shows, in its middle square, and hands over the bytes of each; the same one
 * again and again as long as it is there. Answers how to stop. The browser's own BarcodeDetector is not asked: it gives
 * text, made of the bytes by guessing their encoding.
 */
export function scanCodes(video: HTMLVideoElement, onBytes: (bytes: Uint8Array) => void): () => void {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d', { willReadFrequently: true });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = () => {
    const start = performance.now();
    const bytes = context ? read(video, context) : undefined;
    if (bytes) onBytes(bytes);
    timer = setTimeout(look, Math.max(EACH_MS, performance.now() - start));
  };
  timer = setTimeout(look);
  return () => clearTimeout(timer);
}

function read(video: HTMLVideoElement, context: CanvasRenderingContext2D): Uint8Array | undefined {
  const shown = Math.min(video.videoWidth, video.videoHeight);
  if (shown === 0 || video.readyState < video.HAVE_CURRENT_DATA) return undefined;
  const side = Math.min(shown, LARGEST_SIDE);
  if (context.canvas.width !== side) context.canvas.width = context.canvas.height = side;
  const left = (video.videoWidth - shown) / 2;
  const top = (video.videoHeight - shown) / 2;
  context.drawImage(video, left, top, shown, shown, 0, 0, side, side);
  return decode(context.getImageData(0, 0, side, side));
}

/** The bytes of a code in a picture; undefined where there is none to be read. */
function decode(picture: ImageData): Uint8Array | undefined {
  try {
    const text = decodeQR(picture, { ...LOOKS, textDecoder: (bytes) => String.fromCharCode(...bytes) });
    return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
  } catch {
    return undefined;
  }
}
