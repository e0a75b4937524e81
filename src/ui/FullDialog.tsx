import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { openDialog } from './open-dialog';
import './FullDialog.css';

interface Props {
  /** What it is called by screen readers. */
  label: string;
  /** The word on the button that closes it. */
  closeWord: string;
  /** What it is there for: takes all the room that the rest leaves. */
  picture: ComponentChildren;
  children: ComponentChildren;
  onClose(): void;
}

/** A picture over the whole screen, words and buttons below or beside it; closed by its button or the Escape key. */
export function FullDialog({ label, closeWord, picture, children, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => openDialog(dialog.current), []);
  const close = () => {
    if (dialog.current?.close) dialog.current.close();
    else onClose();
  };
  return (
    <dialog ref={dialog} class="full" aria-label={label} onClose={onClose}>
      <div class="picture">{picture}</div>
      <div class="beside">
        {children}
        <button type="button" class="button quiet" data-action="close" onClick={close}>
          {closeWord}
        </button>
      </div>
    </dialog>
  );
}
