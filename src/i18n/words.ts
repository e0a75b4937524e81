import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type vi from './vi.json';
import type viKiosk from './vi.kiosk.json';
import type viStaff from './vi.staff.json';

/** The words that there are; residents', staff's, and those of a kiosk between two residents. */
export type WordKey = keyof typeof vi | keyof typeof viStaff | keyof typeof viKiosk;

/** The words for a key, its `{{holes}}` filled. A hole that nobody fills stays empty. */
export type Say = (key: WordKey, holes?: Record<string, string | number>) => string;

/** The words of the app in one language. */
export interface Words {
  language: string;
  t: Say;
}

/** Who reads the page: residents' words are there for all, the others are fetched for those who need them. */
export type Readers = 'residents' | 'staff' | 'kiosk';

const FILES = {
  vi: {
    residents: () => import('./vi.json'),
    staff: () => import('./vi.staff.json'),
    kiosk: () => import('./vi.kiosk.json'),
  },
  en: {
    residents: () => import('./en.json'),
    staff: () => import('./en.staff.json'),
    kiosk: () => import('./en.kiosk.json'),
  },
};

/** Loads the words of one language; the other is not fetched. */
export async function loadWords(language: 'vi' | 'en', readers: Readers): Promise<Words> {
  const files = FILES[language];
  const parts = await Promise.all(
    readers === 'residents' ? [files.residents()] : [files.residents(), files[readers]()],
  );
  return { language, t: say(Object.assign({}, ...parts.map((part) => part.default))) };
}

/**
 * A look-up with holes is all that two languages without plural forms in their sentences need. The libraries for it
 * weigh as much as the rest of the page's script (i18next: 13 kB of 25), and a slow line pays for that each time.
 */
export function say(words: Partial<Record<WordKey, string>>): Say {
  return (key, holes = {}) =>
    (words[key] ?? key).replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(holes[name] ?? ''));
}

export const WordsContext = createContext<Words | undefined>(undefined);

/** The words of the page's language. */
export function useWords(): Words {
  const words = useContext(WordsContext);
  if (!words) throw new Error('WordsContext is missing above this component');
  return words;
}
