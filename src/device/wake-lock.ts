/**
 * Keeps the screen on while something is shown that nobody touches; answers how to stop. The browser lets go of it
 * whenever the page is hidden, so it is asked for again. Where it is refused or missing, nothing is different.
 */
export function keepScreenOn(): () => void {
  let lock: WakeLockSentinel | undefined;
  let over = false;
  const release = () => void lock?.release().catch(() => undefined);
  const ask = async () => {
    if (document.visibilityState !== 'visible') return;
    lock = await navigator.wakeLock?.request('screen').catch(() => undefined);
    if (over) release();
  };
  void ask();
  document.addEventListener('visibilitychange', ask);
  return () => {
    over = true;
    document.removeEventListener('visibilitychange', ask);
    release();
  };
}
