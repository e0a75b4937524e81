import type { RefObject } from 'preact';
import { useCallback, useEffect, useRef } from 'preact/hooks';
import { backCloses } from '../device/back-closes';
import { openDialog } from '../ui/open-dialog';

/** Why it is closed; `begin`: to do it for real. */
export type Wish = 'leave' | 'begin';

/**
 * A dialog over the whole screen, left by its buttons, the Escape key or the browser's own back button, and when another
 * step comes on screen. `onClose` is called when the page stands at its own address again.
 */
export function useOverlay(dialog: RefObject<HTMLDialogElement | null>, onClose: (wish: Wish) => void) {
  const wish = useRef<Wish>('leave');
  const leave = useRef<() => Promise<void>>(() => Promise.resolve());
  const ended = () => void leave.current().then(() => onClose(wish.current));

  const close = useCallback((how: Wish) => {
    wish.current = how;
    const element = dialog.current;
    if (element?.close) element.close();
    else element?.dispatchEvent(new Event('close'));
  }, []);

  useEffect(() => {
    openDialog(dialog.current);
    const away = () => close('leave');
    leave.current = backCloses(away);
    addEventListener('hashchange', away);
    return () => {
      removeEventListener('hashchange', away);
      void leave.current();
    };
  }, []);

  return { close, ended };
}
