let reading = false;
const listeners = new Set<(reading: boolean) => void>();

/** Whether something is being read aloud now: somebody listens, though nobody touches. */
export function isReading(): boolean {
  return reading;
}

/** Calls back each time reading begins or ends; answers how to stop. */
export function onReading(listener: (reading: boolean) => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** Said by whoever reads. */
export function setReading(value: boolean): void {
  if (reading === value) return;
  reading = value;
  for (const listener of listeners) listener(value);
}
