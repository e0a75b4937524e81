/** Reading aloud with the device's own voice. */
export interface Speech {
  /** Reads sentences one after the other; calls back when the last one is over, or it was stopped. */
  read(sentences: string[], onEnd: () => void): void;
  stop(): void;
}

/** The device's voice for a language; undefined where it has none (a WebView has no speech at all). */
export async function findSpeech(language: string): Promise<Speech | undefined> {
  const synthesis = globalThis.speechSynthesis;
  if (!synthesis) return undefined;
  const voice = await findVoice(synthesis, language);
  if (!voice) return undefined;
  let reading = 0;
  return {
    read(sentences, onEnd) {
      synthesis.cancel();
      reading += 1;
      const mine = reading;
      // An utterance given right after cancel() is dropped by some engines.
      setTimeout(() => speak(synthesis, voice, sentences, () => mine === reading, onEnd), 60);
    },
    stop() {
      reading += 1;
      synthesis.cancel();
    },
  };
}

/** One sentence an utterance: long ones are cut by the engines. */
function speak(
  synthesis: SpeechSynthesis,
  voice: SpeechSynthesisVoice,
  sentences: string[],
  current: () => boolean,
  onEnd: () => void,
): void {
  const [sentence, ...rest] = sentences;
  if (!current() || sentence === undefined) {
    onEnd();
    return;
  }
  const utterance = new SpeechSynthesisUtterance(sentence);
  utterance.voice = voice;
  utterance.lang = voice.lang;
  utterance.onend = () => speak(synthesis, voice, rest, current, onEnd);
  utterance.onerror = onEnd;
  synthesis.speak(utterance);
}

/** Voices come late on many devices: asked again when they change, for at most two seconds. */
async function findVoice(
  synthesis: SpeechSynthesis,
  language: string,
): Promise<SpeechSynthesisVoice | undefined> {
  const pick = () => synthesis.getVoices().find((voice) => voice.lang.toLowerCase().startsWith(language));
  const voice = pick();
  if (voice) return voice;
  return new Promise((resolve) => {
    synthesis.addEventListener?.('voiceschanged', () => resolve(pick()), { once: true });
    setTimeout(() => resolve(pick()), 2_000);
  });
}
