/** Whether the browser keeps what is stored even when the device runs short of room; `unknown` where it does not say. */
export type Persistence = 'persistent' | 'not-persistent' | 'unknown';

/** How it stands now. Never rejects. */
export async function persisted(): Promise<Persistence> {
  try {
    // Safari before 15.2 and insecure addresses have none.
    const answer = await navigator.storage?.persisted?.();
    if (answer === undefined) return 'unknown';
    return answer ? 'persistent' : 'not-persistent';
  } catch {
    return 'unknown';
  }
}

/** Asks the browser to keep what is stored; some grant it in silence, some ask the person. Never rejects. */
export async function askPersistence(): Promise<void> {
  if ((await persisted()) === 'persistent') return;
  try {
    await navigator.storage?.persist?.();
  } catch {
    // Refused, which `persisted` tells.
  }
}
