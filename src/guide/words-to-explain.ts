import type { Compiled } from './compile';
import { type Passage, passagesOf } from './passages';
import { warn } from './text';

/** Foreign words and abbreviations, and how each can be explained. */
export type WordsToExplain = Record<string, string>;

/**
 * Warns of a word on the list that stands in a guide before it was explained. It is explained where the step says
 * "OTP (mã…)", "mã… (OTP)", "OTP là…", "OTP, tức là…". Labels, quoted words and notes to the volunteer are left alone.
 */
export function checkWords({ draft, source }: Compiled, list: WordsToExplain): void {
  if (!draft) return;
  const searches = Object.entries(list).map(([word, explanation]) => ({
    word,
    explanation,
    ...patterns(word),
  }));
  const known = new Set<string>();
  for (const step of [{ blocks: draft.cover, trouble: [] }, ...draft.steps]) {
    const passages = passagesOf(source, step).filter((passage) => passage.part !== 'note');
    const main = searches.filter(({ explained }) =>
      passages.some(({ text, part }) => part === 'step' && explained.test(text)),
    );
    for (const { word } of main) known.add(word);
    for (const { word, explanation, used, explained } of searches) {
      if (known.has(word) || passages.some(({ text }) => explained.test(text))) continue;
      const first: Passage | undefined = passages.find(({ own }) => used.test(own));
      if (!first) continue;
      known.add(word);
      warn(
        source,
        first.at,
        'words',
        `"${word}" is not explained where it first comes; write "${word} (${explanation})", or a Vietnamese word`,
      );
    }
  }
}

function patterns(word: string): { used: RegExp; explained: RegExp } {
  const escaped = word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', '\\s+');
  // An abbreviation is only itself in capitals: "PIN" is a number, "pin" a battery.
  const flags = word === word.toUpperCase() ? 'u' : 'iu';
  const alone = `(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`;
  return {
    used: new RegExp(alone, flags),
    explained: new RegExp(
      `${alone}[”"]?\\s*\\(|\\([^)]*${alone}[^)]*\\)|${alone}[”"]?,?\\s+(tức|là|nghĩa là|gọi là)(?!\\p{L})`,
      flags,
    ),
  };
}
