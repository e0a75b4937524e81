import { type Rule, rulesOf, type SpokenWords } from './spoken-words';

/** One piece of what is on screen: a heading, an action, the drawn phone in words. */
export interface Passage {
  /** As it stands there; a line break is "\n". */
  text: string;
  /** Said before it, and written nowhere in it: the number of an action. */
  before?: string;
}

/** What the voice is given at once: a sentence, or a part of a long one. Offsets are UTF-16 units. */
export interface Utterance {
  said: string;
  /** The passage that it is from, and where it stands there. */
  passage: number;
  from: number;
  to: number;
  stretches: Stretch[];
}

/** From `at` in what is said begins what stands in the passage at `from` to `to`: a word, or what is said for one. */
export interface Stretch {
  at: number;
  from: number;
  to: number;
}

/** Engines cut off what takes over about 14 seconds: a sentence is parted at a comma after so many letters … */
const LONG = 90;
/** … and at any space after so many. */
const LONGEST = 160;

/** What is said for passages, in their order. */
export function utterancesOf(passages: Passage[], language: SpokenWords): Utterance[] {
  const rule = rulesOf(language);
  return passages.flatMap((passage, i) => utterancesOfOne(passage, i, rule));
}

/** The stretch that is being said when the voice reports the place `at`. */
export function stretchAt({ stretches }: Utterance, at: number): Stretch | undefined {
  let current: Stretch | undefined;
  for (const stretch of stretches) if (stretch.at <= at) current = stretch;
  return current;
}

interface Token {
  from: number;
  to: number;
  said: string;
  /** Said as it stands. */
  plain: boolean;
}

function utterancesOfOne({ text, before }: Passage, passage: number, rule: Rule): Utterance[] {
  const all: Utterance[] = [];
  let said = before === undefined ? '' : `${before}: `;
  let stretches: Stretch[] = [];
  const finish = () => {
    const [first] = stretches;
    const last = stretches[stretches.length - 1];
    // Only marks and drawn signs: nothing to say.
    if (first && last && /[\p{L}\p{N}]/u.test(said)) {
      all.push({ said: said.trim(), passage, from: first.from, to: last.to, stretches });
    }
    said = '';
    stretches = [];
  };
  for (const token of tokensOf(text, rule)) {
    if (/\n/.test(token.said)) finish();
    if (/^\s+$/.test(token.said)) {
      said = said.replace(/\s*$/, said === '' ? '' : ' ');
      if (ends(said)) finish();
      else if ((said.length > LONG && /[,;:]\s$/.test(said)) || said.length > LONGEST) finish();
      continue;
    }
    // "Quận/Huyện" gets its spaces, ", rồi" loses the one before it.
    if (/^[,.;:!?…]/.test(token.said)) said = said.trimEnd();
    else if (/[\p{L}\p{N}]$/u.test(said) && /^[\p{L}\p{N}]/u.test(token.said)) said += ' ';
    stretches.push({ at: said.length, from: token.from, to: token.to });
    said += token.said;
  }
  finish();
  return all;
}

/** Whether a sentence is over; a closing mark may follow its end. */
function ends(said: string): boolean {
  return /[.!?…][”"'’)\]]*\s$/.test(said);
}

/** A text as words, spaces, and what is said otherwise. */
function tokensOf(text: string, rule: Rule): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < text.length; ) {
    const found = rule(text, at);
    const to = at + (found?.length ?? 1);
    const said = found?.said ?? text.slice(at, to);
    const last = tokens[tokens.length - 1];
    if (!found && last?.plain && /\s/.test(said) === /\s/.test(last.said)) {
      last.to = to;
      last.said += said;
    } else tokens.push({ from: at, to, said, plain: !found });
    at = to;
  }
  return tokens;
}
