import type { Card } from '../../guide/guide';
import { plainLetters } from '../../tally/plain-letters';

/**
 * The cards that hold every word of what was typed, or a word that begins with it, in whatever order; marks and
 * capitals do not matter ("vi dien tu" finds "Ví điện tử"). All of them while nothing is typed.
 */
export function searchCards(cards: Card[], typed: string): Card[] {
  const wanted = wordsIn(typed);
  return cards.filter(({ title, summary, app = '' }) => {
    const words = wordsIn(`${title} ${summary} ${app}`);
    return wanted.every((start) => words.some((word) => word.startsWith(start)));
  });
}

function wordsIn(text: string): string[] {
  return plainLetters(text)
    .split('-')
    .filter((word) => word !== '');
}
