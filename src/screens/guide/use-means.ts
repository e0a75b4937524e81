import { useEffect, useState } from 'preact/hooks';
import { heardVietnamese } from '../../device/speech-preferences';
import { findRecording } from '../../device/speech-recording';
import { followVoice } from '../../device/speech-voice';
import type { Locale, Outline, StepId } from '../../guide/guide';
import type { SpokenWords } from '../../guide/spoken-words';
import type { Means } from './reading';

const WORDS = {
  vi: () => import('virtual:spoken-words/vi'),
  en: () => import('virtual:spoken-words/en'),
};

/** What a step can be read with; undefined while that is not known, and where there is nothing. */
export function useMeans(
  { locale: language, recordings }: Outline,
  folder: string,
  step: StepId | undefined,
): Omit<Means, 'rate'> | undefined {
  const [voice, setVoice] = useState<SpeechSynthesisVoice>();
  const [words, setWords] = useState<SpokenWords>();
  const recording = useRecording(recordings, folder, step);
  useEffect(() => {
    let here = true;
    void WORDS[language]().then((loaded) => here && setWords(loaded.default));
    const stop = followVoice(language, (found) => setVoice(isTrusted(language) ? found : undefined));
    return () => {
      here = false;
      stop();
    };
  }, [language]);
  return words && (voice || recording) ? { voice, words, recording } : undefined;
}

/** Not where staff have heard that it is no Vietnamese. */
function isTrusted(language: Locale): boolean {
  return language !== 'vi' || heardVietnamese.get() !== 'bad';
}

function useRecording(
  recordings: Outline['recordings'],
  folder: string,
  step: StepId | undefined,
): Means['recording'] {
  const [found, setFound] = useState<NonNullable<Means['recording']> & { step: StepId }>();
  useEffect(() => {
    let here = true;
    const find = async () => {
      const file = step === undefined ? undefined : recordings?.[step];
      if (step === undefined || file === undefined) return;
      const address = folder + file;
      const source = await findRecording(address);
      if (here) setFound({ step, address, source });
    };
    void find();
    return () => {
      here = false;
    };
  }, [recordings, folder, step]);
  return found?.step === step ? found : undefined;
}
