const NAME = 'tung-buoc:not-counted';
/** Kept here too, for a page whose storage is refused altogether. */
let inMemory = 0;

/** Walks that could not be counted on this device, because its database was dead, blocked, full or gone. */
export function notCounted(): number {
  try {
    return Math.max(inMemory, Number(localStorage.getItem(NAME)) || 0);
  } catch {
    return inMemory;
  }
}

/** One more walk that could not be counted. Kept outside of the database, which is what has failed. */
export function addNotCounted(): void {
  inMemory = notCounted() + 1;
  try {
    localStorage.setItem(NAME, String(inMemory));
  } catch {
    // Storage is refused: the figure lives as long as the page does.
  }
}
