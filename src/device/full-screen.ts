/** The part of the Keyboard Lock API that is needed; only Chromium has it. */
interface WithKeyboard {
  keyboard?: { lock?(): Promise<void> };
}

/**
 * Takes the whole screen at the first touch, and again after it was lost; answers how to stop. Where the browser refuses, or
 * the system shows the page so already, nothing happens.
 */
export function keepFullScreen(): () => void {
  const touched = () => void take().catch(() => undefined);
  const pressed = ({ key }: KeyboardEvent) => {
    // It has just left it by this key.
    if (key !== 'Escape') touched();
  };
  addEventListener('pointerup', touched);
  addEventListener('keydown', pressed);
  return () => {
    removeEventListener('pointerup', touched);
    removeEventListener('keydown', pressed);
  };
}

async function take(): Promise<void> {
  if (document.fullscreenElement || matchMedia('(display-mode: fullscreen)').matches) return;
  // What lies over the page would come to lie under it.
  if (document.querySelector('dialog[open]')) return;
  await document.documentElement.requestFullscreen?.({ navigationUI: 'hide' });
  // The system's own keys, too, come to the page then.
  await (navigator as WithKeyboard).keyboard?.lock?.();
}
