/** Opens a dialog over all else. Safari before 15.4 has none: there it lies over the page by its style alone. */
export function openDialog(dialog: HTMLDialogElement | null): void {
  if (dialog?.showModal) dialog.showModal();
  else dialog?.setAttribute('open', '');
}
