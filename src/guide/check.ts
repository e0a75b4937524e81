import type { Compiled } from './compile';
import { checkFormOfAddress } from './form-of-address';
import { freshness } from './freshness';
import type { Day } from './guide';
import { checkReadability } from './readability';
import { warn } from './text';
import { checkWords, type WordsToExplain } from './words-to-explain';

/** What a check has to know that is not in the guide. */
export interface Surroundings {
  today: Day;
  words: WordsToExplain;
}

/** All warnings about one guide by itself; they join its problems. */
export function checkGuide(compiled: Compiled, locale: string, { today, words }: Surroundings): void {
  checkReadability(compiled);
  checkFreshness(compiled, today);
  if (locale !== 'vi') return;
  checkFormOfAddress(compiled);
  checkWords(compiled, words);
}

function checkFreshness({ draft, source }: Compiled, today: Day): void {
  if (!draft) return;
  const at = Math.max(0, source.text.search(/^verified:/m));
  switch (freshness(draft.verified, today)) {
    case 'fresh':
      return;
    case 'never':
      warn(
        source,
        0,
        'freshness',
        'nobody has followed this guide against the real app; do so, then add verified: "YYYY-MM-DD"',
      );
      return;
    case 'old':
      warn(
        source,
        at,
        'freshness',
        `last followed against the real app on ${draft.verified}, over 90 days ago; do so again`,
      );
      return;
  }
}
