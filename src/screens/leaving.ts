const leavers = new Set<() => Promise<void>>();

/** What is to be done once whoever is before the device has gone away without a word; answers how to undo it. */
export function onLeave(leave: () => Promise<void>): () => void {
  leavers.add(leave);
  return () => void leavers.delete(leave);
}

/** They have gone. Resolves when all of it is done. */
export async function leave(): Promise<void> {
  await Promise.all([...leavers].map((one) => one()));
}
