/** Keys that move about in a page, and press what has the focus. */
const MOVING = new Set([
  ...['Tab', 'Enter', ' ', 'Escape', 'PageUp', 'PageDown', 'Home', 'End'],
  ...['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'],
]);
/** Beside letters; the last three are how keyboards for Vietnamese and those on a screen put them together. */
const TYPING = new Set(['Backspace', 'Delete', 'Dead', 'Process', 'Unidentified']);
/** With Ctrl or ⌘: all, copy, cut, paste, undo. */
const EDITING = new Set(['a', 'c', 'x', 'v', 'z']);

/** What is looked at of a key. */
export type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'metaKey'>;

/**
 * Whether a key may do in the browser what it does there. A list of what is known to stay in the page: whatever a
 * browser thinks of next (help, find, print, save, sources, another window) is not on it. `typing`: in a field.
 */
export function mayPress({ key, ctrlKey, altKey, metaKey }: Pressed, typing: boolean): boolean {
  const letter = [...key].length === 1;
  // The third level of a keyboard comes as both of them at once.
  if (ctrlKey && altKey && !metaKey) return typing && letter;
  if (altKey) return false;
  if (ctrlKey || metaKey) return typing && EDITING.has(key.toLowerCase());
  return MOVING.has(key) || (typing && (letter || TYPING.has(key)));
}
