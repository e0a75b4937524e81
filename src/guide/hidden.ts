/** A character that a reader does not see, or that changes what is seen after it. */
export interface Hidden {
  /** Where it stands, in UTF-16 units. */
  at: number;
  /** As in `U+202E`. */
  code: string;
  /** Whether it turns the direction of the text: then what is shown is not what is written. */
  turns: boolean;
}

/** Pictures of several characters, joined by ones that are hidden anywhere else: 👨‍👩‍👧, ☎️, 1️⃣. */
const PERSON = String.raw`\p{Extended_Pictographic}[\u{1F3FB}-\u{1F3FF}]?[\uFE0E\uFE0F]?`;
const EMOJI = String.raw`${PERSON}(?:\u200D${PERSON})*|[\d#*]\uFE0F?\u20E3`;
/** Format and control characters, what Unicode has programs pass over, other line ends, and a letter without ink. */
const UNSEEN = String.raw`[\p{Cf}\p{Default_Ignorable_Code_Point}\u2028\u2029\u2800]|(?![\t\n])\p{Cc}`;
const EITHER = new RegExp(`${EMOJI}|(${UNSEEN})`, 'gu');
const ANY = new RegExp(UNSEEN, 'u');
const TURNS = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/;

/** All hidden characters of a text. Vietnamese and English need none; tabs and line ends are no secret. */
export function hiddenIn(text: string): Hidden[] {
  // Nearly always there is none, and this is quicker.
  if (!ANY.test(text)) return [];
  return [...text.matchAll(EITHER)].flatMap(({ 1: found, index }) =>
    found === undefined ? [] : [{ at: index, code: codeOf(found), turns: TURNS.test(found) }],
  );
}

/** The text with each hidden character written out, for messages. */
export function visible(text: string): string {
  return text.replace(EITHER, (whole, found?: string) =>
    found === undefined ? whole : `‹${codeOf(found)}›`,
  );
}

/** A character's number, as in `U+202E`. */
export function codeOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
