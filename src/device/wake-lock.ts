/**
 * Keeps the screen on while something is shown that nobody touches; answers how to stop. The browser lets go of it
 * whenever the page is hidden, and the system when it saves power, so it is asked for again: when the page comes into sight,
 * and by the next touch. Where it is refused or missing, nothing is different.
 */
export function keepScreenOn(): () => void {
  let lock: WakeLockSentinel | undefined;
  let over = false;
  let asking = false;
  const release = () => void lock?.release().catch(() => undefined);
  const ask = async () => {
    if (document.visibilityState !== 'visible' || asking || lock?.released === false) return;
    asking = true;
    lock = await navigator.wakeLock?.request('screen').catch(() => undefined);
    asking = false;
    if (over) release();
  };
  void ask();
  document.addEventListener('visibilitychange', ask);
  addEventListener('pointerdown', ask, { passive: true });
  return () => {
    over = true;
    document.removeEventListener('visibilitychange', ask);
    removeEventListener('pointerdown', ask);
    release();
  };
}
