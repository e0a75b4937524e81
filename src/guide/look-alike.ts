import { codeOf } from './hidden';

/** A word with letters that only look like those of the alphabet it seems to be written in. */
export interface LookAlike {
  word: string;
  at: number;
  /** Each such letter once. */
  letters: string[];
}

const WORD = /[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}.@-]*/gu;
const LATIN = /\p{Script=Latin}/u;
const LETTER = /\p{L}/u;
/** Signs that belong to all scripts, as µ does. */
const SHARED = /[\p{Script=Common}\p{Script=Inherited}]/u;
/** Latin by name, but not of any alphabet that is read here: dotless and long letters, phonetic, wide and mathematical ones. */
const DISGUISED = /[ıſ\u0250-\u02AF\u1D00-\u1DBF\uFF21-\uFF3A\uFF41-\uFF5A\u{1D400}-\u{1D7CB}]/u;

/** Whether there is anything to look for; nearly always there is not. */
const ODD = new RegExp(String.raw`(?!\p{Script=Latin})\p{L}|${DISGUISED.source}`, 'u');

/** Words of Vietnamese or English in which some letters are of another alphabet, or in disguise. */
export function lookAlikesIn(text: string): LookAlike[] {
  if (!ODD.test(text)) return [];
  return [...text.matchAll(WORD)].flatMap(({ 0: word, index }) => {
    const letters = [...new Set(word)].filter((letter) => LETTER.test(letter));
    const mixed = letters.some((letter) => LATIN.test(letter));
    const wrong = letters.filter(
      (letter) => DISGUISED.test(letter) || (mixed && !LATIN.test(letter) && !SHARED.test(letter)),
    );
    return wrong.length > 0 ? [{ word, at: index, letters: wrong }] : [];
  });
}

/** Why the name of a host is to be looked at by somebody who knows whose it is; undefined for a plain one. */
export function hostDoubt(host: string): string | undefined {
  const [code] = /(?<![^.])xn--[^.]*/i.exec(host) ?? [];
  if (code)
    return `"${code}" is a name in code that nobody can read; check whose it is, or link to another page`;
  if (/^[\d.]+$/.test(host)) return `"${host}" does not say whose it is; link to an address with a name`;
  const letters = [...new Set(host)].filter((letter) => !/[a-z\d.-]/i.test(letter));
  if (letters.length === 0) return undefined;
  return `"${host}" has letters beyond a-z (${named(letters)}), as false addresses do; check whose it is, or link to another page`;
}

/** Letters with their numbers, for messages. */
export function named(letters: string[]): string {
  return letters.map((letter) => `"${letter}" ${codeOf(letter)}`).join(', ');
}
