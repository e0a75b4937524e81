import { useEffect, useRef, useState } from 'preact/hooks';
import { speak } from '../../device/speech';
import { heardVietnamese, RATES } from '../../device/speech-preferences';
import { followVoice } from '../../device/speech-voice';
import { useWords } from '../../i18n/words';

type Trial = 'not-yet' | 'speaking' | 'spoken' | 'silent';

/** Whether this device reads Vietnamese aloud, as an ear hears it; else how a voice is installed. */
export function VoiceHint() {
  const { t } = useWords();
  const [found, setFound] = useState<{ voice: SpeechSynthesisVoice | undefined }>();
  const [heard, setHeard] = useState<ReturnType<typeof heardVietnamese.get>>('untried');
  const [trial, setTrial] = useState<Trial>('not-yet');
  const stop = useRef<() => void>(() => undefined);
  useEffect(() => {
    setHeard(heardVietnamese.get());
    const unfollow = followVoice('vi', (voice) => setFound({ voice }));
    return () => {
      unfollow();
      stop.current();
    };
  }, []);

  const voice = found?.voice;
  const listen = () => {
    if (!voice) return;
    stop.current();
    setTrial('speaking');
    stop.current = speak([t('voice.sample')], { voice, rate: RATES.normal }, ({ kind }) => {
      if (kind === 'over' || kind === 'silent') setTrial(kind === 'over' ? 'spoken' : 'silent');
    });
  };
  const answer = (value: 'good' | 'bad') => {
    stop.current();
    heardVietnamese.set(value);
    setHeard(value);
    setTrial('not-yet');
  };

  // While pages are built, and until the device was asked, nothing is known.
  const state = found && (voice ? heard : 'none');
  return (
    <section data-voice={state}>
      <h2>{t('voice.title')}</h2>
      <p>{t('voice.lead')}</p>
      {state && (
        <p>
          <b>{t(`voice.${state}`)}</b>
        </p>
      )}
      {voice && (
        <button type="button" class="button" data-action="try-voice" onClick={listen}>
          {t('voice.try')}
        </button>
      )}
      {(trial === 'speaking' || trial === 'spoken') && (
        <>
          <p>{t('voice.question')}</p>
          <div class="row">
            <button type="button" class="button go" data-action="voice-good" onClick={() => answer('good')}>
              {t('voice.yes')}
            </button>
            <button type="button" class="button" data-action="voice-bad" onClick={() => answer('bad')}>
              {t('voice.no')}
            </button>
          </div>
        </>
      )}
      {trial === 'silent' && (
        <p class="alert" role="alert">
          {t('voice.silent')}
        </p>
      )}
      {(state === 'none' || state === 'bad') && <HowToInstall />}
    </section>
  );
}

function HowToInstall() {
  const { t } = useWords();
  if (typeof speechSynthesis === 'undefined') return <p>{t('voice.no-speech')}</p>;
  return (
    <ul>
      <li>{t('voice.android')}</li>
      <li>{t('voice.apple')}</li>
      <li>{t('voice.offline')}</li>
    </ul>
  );
}
