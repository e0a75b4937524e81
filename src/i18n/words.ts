import { createInstance, type TFunction } from 'i18next';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type vi from './vi.json';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'words';
    resources: { words: typeof vi };
    keySeparator: false;
    nsSeparator: false;
  }
}

/** The words of the app in one language. */
export interface Words {
  language: string;
  t: TFunction<'words'>;
}

/** Loads the words of one language; the other is not fetched. */
export async function loadWords(language: 'vi' | 'en'): Promise<Words> {
  const { default: words } = await (language === 'en' ? import('./en.json') : import('./vi.json'));
  const instance = createInstance();
  await instance.init({
    lng: language,
    defaultNS: 'words',
    resources: { [language]: { words } },
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
    initAsync: false,
  });
  return { language, t: instance.t };
}

export const WordsContext = createContext<Words | undefined>(undefined);

/** The words of the page's language. */
export function useWords(): Words {
  const words = useContext(WordsContext);
  if (!words) throw new Error('WordsContext is missing above this component');
  return words;
}
