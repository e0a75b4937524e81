import { createInstance, type TFunction } from 'i18next';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type vi from './vi.json';
import type viStaff from './vi.staff.json';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'words';
    resources: { words: typeof vi & typeof viStaff };
    keySeparator: false;
    nsSeparator: false;
  }
}

/** The words of the app in one language. */
export interface Words {
  language: string;
  t: TFunction<'words'>;
}

/** Who reads the page: the staff's words are not fetched for residents. */
export type Readers = 'residents' | 'staff';

const FILES = {
  vi: { residents: () => import('./vi.json'), staff: () => import('./vi.staff.json') },
  en: { residents: () => import('./en.json'), staff: () => import('./en.staff.json') },
};

/** Loads the words of one language; the other is not fetched. */
export async function loadWords(language: 'vi' | 'en', readers: Readers): Promise<Words> {
  const files = FILES[language];
  const parts = await Promise.all(
    readers === 'staff' ? [files.residents(), files.staff()] : [files.residents()],
  );
  const words = Object.assign({}, ...parts.map((part) => part.default)) as Record<string, string>;
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
