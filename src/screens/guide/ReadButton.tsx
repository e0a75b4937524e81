import { useEffect, useState } from 'preact/hooks';
import type { Speech } from '../../device/speech';
import type { Locale } from '../../guide/guide';
import { useWords } from '../../i18n/words';
import { Icon } from '../../ui/icons';

/** Reads the screen aloud with the device's own voice; not shown where there is none for the language. */
export function ReadButton({ language }: { language: Locale }) {
  const { t } = useWords();
  const [speech, setSpeech] = useState<Speech>();
  const [reading, setReading] = useState(false);

  useEffect(() => {
    let here = true;
    void import('../../device/speech')
      .then(({ findSpeech }) => findSpeech(language))
      .then((found) => here && setSpeech(found));
    return () => {
      here = false;
    };
  }, [language]);

  // Stops at once when the step changes, and when the page is left.
  useEffect(() => {
    if (!speech) return undefined;
    const stop = () => {
      speech.stop();
      setReading(false);
    };
    addEventListener('hashchange', stop);
    return () => {
      removeEventListener('hashchange', stop);
      stop();
    };
  }, [speech]);

  if (!speech) return null;
  const toggle = () => {
    if (reading) speech.stop();
    else {
      void import('./sentences').then(({ sentencesOnScreen }) =>
        speech.read(sentencesOnScreen(), () => setReading(false)),
      );
    }
    setReading(!reading);
  };
  return (
    <button
      type="button"
      class="round"
      data-action="read"
      aria-pressed={reading}
      aria-label={reading ? t('read.stop') : t('read')}
      onClick={toggle}
    >
      <Icon name="read" />
      <span class="word">{reading ? t('read.stop') : t('read')}</span>
    </button>
  );
}
