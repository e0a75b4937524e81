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
    else speech.read(sentencesOnScreen(), () => setReading(false));
    setReading(!reading);
  };
  return (
    <button type="button" class="round" data-action="read" aria-pressed={reading} aria-label={reading ? t('read.stop') : t('read')} onClick={toggle}>
      <Icon name="read" />
      <span class="word">{reading ? t('read.stop') : t('read')}</span>
    </button>
  );
}

/** The sentences of the section on screen, as a person would read them out: headings, actions, call-outs. */
function sentencesOnScreen(): string[] {
  const section = document.querySelector(':target') ?? document.querySelector('.cover');
  const parts = section?.querySelectorAll<HTMLElement>('h1, h2, p, li > div, li label, .choices .button') ?? [];
  return Array.from(parts)
    .filter((part) => part.checkVisibility?.() ?? part.offsetParent !== null)
    .flatMap((part) => (part.innerText ?? '').split(/(?<sentence>[^.!?…]+[.!?…]*)\s*/))
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}
