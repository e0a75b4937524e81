import { type Suspicion, type Watchdog, watchdog } from './speech-watchdog';

/** What reading tells of itself; after `over` or `silent` there is nothing more. */
export type SpeechReport =
  | { kind: 'utterance'; index: number }
  /** The word that begins at `at` of an utterance; many voices do not report words. */
  | { kind: 'word'; index: number; at: number }
  | { kind: 'over' }
  /** Nothing is heard, whatever the engine says. */
  | { kind: 'silent' };

interface How {
  voice: SpeechSynthesisVoice;
  /** 1 is the voice's normal speed. */
  rate: number;
  /** The utterance to begin with. */
  first?: number;
}

/** An utterance given right after cancel() is dropped by some engines. */
const AFTER_CANCEL_MS = 100;

/**
 * Reads utterances one after the other with the device's own voice, and answers how to stop at once. Neither pause()
 * nor resume() of a reading: Chrome on Android drops the utterance, desktop engines never go on.
 */
export function speak(
  texts: string[],
  { voice, rate, first = 0 }: How,
  tell: (report: SpeechReport) => void,
): () => void {
  const synthesis = globalThis.speechSynthesis;
  // Kept until it is over: an utterance that nobody holds is collected, and its end never told.
  let current: SpeechSynthesisUtterance | undefined;
  let watching: Watchdog | undefined;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let lost = 0;
  /** How the utterances ended that were long enough to tell. */
  const ends = { spoken: 0, tooSoon: 0 };

  const stop = () => {
    clearTimeout(waiting);
    watching?.stop();
    current = undefined;
    synthesis.cancel();
  };
  const finish = (report: SpeechReport) => {
    stop();
    tell(report);
  };
  const suspect = (index: number, suspicion: Suspicion) => {
    lost += 1;
    // One end that is never told is no reason to leave the reader in the middle.
    if (suspicion === 'silent' || lost > 1) finish({ kind: 'silent' });
    else sayAfterCancel(index + 1);
  };
  const sayAfterCancel = (index: number) => {
    stop();
    waiting = setTimeout(() => say(index), AFTER_CANCEL_MS);
  };
  const say = (index: number) => {
    const text = texts[index];
    if (text === undefined) return finish({ kind: ends.tooSoon > ends.spoken ? 'silent' : 'over' });
    const utterance = new SpeechSynthesisUtterance(text);
    const mine = () => current === utterance;
    const watch = watchdog(text.length, rate, (suspicion) => mine() && suspect(index, suspicion));
    utterance.voice = voice;
    // Without it Android takes the system's language, whatever the voice.
    utterance.lang = voice.lang.replace('_', '-');
    utterance.rate = rate;
    utterance.onstart = () => mine() && watch.heard();
    utterance.onboundary = ({ name, charIndex }) => {
      if (!mine()) return;
      watch.heard();
      if (name !== 'sentence') tell({ kind: 'word', index, at: charIndex });
    };
    utterance.onend = () => {
      if (!mine()) return;
      const end = watch.ended();
      if (end !== 'short') ends[end] += 1;
      lost = 0;
      say(index + 1);
    };
    utterance.onerror = () => mine() && finish({ kind: 'silent' });
    current = utterance;
    watching = watch;
    tell({ kind: 'utterance', index });
    // Another page may have left the engine paused.
    synthesis.resume?.();
    synthesis.speak(utterance);
  };

  // At once where it can be: Safari wants the first utterance inside the touch that asked for it.
  if (synthesis.speaking || synthesis.pending) sayAfterCancel(first);
  else say(first);
  return stop;
}
