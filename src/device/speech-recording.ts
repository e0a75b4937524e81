import type { SpeechReport } from './speech';

/** Recordings that were heard on this device. They are no part of what is installed: they may be large. */
const STORE = 'tung-buoc-recordings';
const UNTIL_START_MS = 8_000;

/** Where a recording is played from: this device's own copy, else its address. */
export async function findRecording(address: string): Promise<string> {
  const kept = await openStore().then((store) => store?.match(address));
  return kept ? URL.createObjectURL(await kept.blob()) : address;
}

/** Plays a recording and answers how to stop; `silent` where nothing comes, as without a network. */
export function playRecording(
  source: string,
  rate: number,
  tell: (report: Extract<SpeechReport, { kind: 'over' | 'silent' }>) => void,
): () => void {
  const audio = new Audio(source);
  let over = false;
  const stop = () => {
    over = true;
    clearTimeout(timer);
    audio.pause();
  };
  const finish = (kind: 'over' | 'silent') => {
    if (over) return;
    stop();
    tell({ kind });
  };
  const timer = setTimeout(() => finish('silent'), UNTIL_START_MS);
  audio.onplaying = () => clearTimeout(timer);
  audio.onended = () => finish('over');
  audio.onerror = () => finish('silent');
  audio.playbackRate = rate;
  // Safari sets the rate back when the sound is loaded.
  audio.onloadedmetadata = () => {
    audio.playbackRate = rate;
  };
  audio.play().catch(() => finish('silent'));
  return stop;
}

/** Keeps a recording that is being heard, so that it is there without a network too; an older one at its place goes. */
export async function keepRecording(address: string): Promise<void> {
  const store = await openStore();
  if (!store || (await store.match(address))) return;
  try {
    await store.add(address);
    const { pathname, href } = new URL(address, location.href);
    for (const { url } of await store.keys()) {
      if (url !== href && new URL(url).pathname === pathname) await store.delete(url);
    }
  } catch {
    // No network or no room: it is played from its address, or the voice reads.
  }
}

async function openStore(): Promise<Cache | undefined> {
  return globalThis.caches?.open(STORE).catch(() => undefined);
}
