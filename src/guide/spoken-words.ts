import { numberRules } from './spoken-numbers';

/** How one language is said aloud where a voice would get it wrong: one part of `guides/spoken-words.yaml`. */
export interface SpokenWords {
  /** The names of the ten digits. */
  digits: string[];
  of: string;
  to: string;
  point: string;
  slash: string;
  hidden: string;
  hours: string;
  /** Forms with the holes {d}, {m}, {y} and {month}. */
  date: string;
  month: string;
  day?: string;
  early?: string;
  months?: string[];
  /** As it is written, and as it is said. */
  words: Record<string, string>;
}

/** What stands at one place of a text: how many characters, and how they are said. */
interface Said {
  length: number;
  said: string;
}

/** Asked at one place of a text after the other; undefined where the voice may take it as it stands. */
export type Rule = (text: string, at: number) => Said | undefined;

const LETTER = /[\p{L}\p{N}]/u;

/** All rules of a language as one. Safari before 16.4 cannot look behind in a pattern: where a word begins is seen here. */
export function rulesOf(language: SpokenWords): Rule {
  const words = dictionary(language.words);
  const rules = [...numberRules(language, words), words];
  return (text, at) => {
    const inWord = at > 0 && LETTER.test(text[at - 1] ?? '') && LETTER.test(text[at] ?? '');
    if (inWord) return undefined;
    for (const rule of rules) {
      const said = rule(text, at);
      if (said) return said;
    }
    return undefined;
  };
}

/** The longest entry that stands there as a whole word. One in capitals is only meant in capitals. */
function dictionary(words: Record<string, string>): Rule {
  const entries = Object.entries(words)
    .sort(([a], [b]) => b.length - a.length)
    .map(([written, said]) => ({ written, said, exact: written === written.toUpperCase() }));
  const stands = (text: string, at: number, { written, exact }: (typeof entries)[number]) => {
    const end = at + written.length;
    const here = text.slice(at, end);
    if (exact ? here !== written : here.toLowerCase() !== written.toLowerCase()) return false;
    return !LETTER.test(written[written.length - 1] ?? '') || !LETTER.test(text[end] ?? '');
  };
  return (text, at) => {
    const found = entries.find((entry) => stands(text, at, entry));
    return found && { length: found.written.length, said: found.said };
  };
}
