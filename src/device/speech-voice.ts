/** Three-letter names, which Firefox on Android uses. */
const LANGUAGES: Record<string, readonly string[]> = { vi: ['vi', 'vie'], en: ['en', 'eng'] };
/** Chrome on Android does not always say that its voices have come. */
const LOOK_AGAIN_MS = [300, 1_000, 2_500, 6_000];

/**
 * Tells which of the device's voices speaks a language, now and each time that changes: voices come late, and may be
 * installed while the page is open. undefined where there is none; a WebView has no speech at all. Answers how to stop.
 */
export function followVoice(
  language: string,
  tell: (voice: SpeechSynthesisVoice | undefined) => void,
): () => void {
  const synthesis = globalThis.speechSynthesis;
  if (!synthesis || typeof SpeechSynthesisUtterance === 'undefined') {
    tell(undefined);
    return () => undefined;
  }
  const look = () => tell(voiceFor(synthesis.getVoices(), language));
  look();
  const timers = LOOK_AGAIN_MS.map((ms) => setTimeout(look, ms));
  // Safari before 16 has the event's property only.
  synthesis.addEventListener?.('voiceschanged', look);
  return () => {
    timers.forEach(clearTimeout);
    synthesis.removeEventListener?.('voiceschanged', look);
  };
}

/**
 * The voice for a language among all there are. Never one of another language: Vietnamese read by an English voice is
 * worse than nothing. Never one that sends the text to a server: nothing leaves the device, and there may be no network.
 * The device's own choice comes first.
 */
export function voiceFor<Voice extends Pick<SpeechSynthesisVoice, 'lang' | 'localService' | 'default'>>(
  voices: Voice[],
  language: string,
): Voice | undefined {
  const names = LANGUAGES[language] ?? [language];
  // Chrome on Android writes vi_VN, Firefox vie-VNM-f000.
  const fitting = voices.filter(
    ({ lang, localService }) =>
      localService !== false && names.includes(lang.toLowerCase().split(/[-_]/)[0] ?? ''),
  );
  return fitting.find((voice) => voice.default) ?? fitting[0];
}
