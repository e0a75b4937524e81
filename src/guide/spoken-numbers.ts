import type { Rule, SpokenWords } from './spoken-words';

/** Numbers, dates and addresses, in this order: a date is no fraction, a telephone number no sum. */
export function numberRules(language: SpokenWords, words: Rule): Rule[] {
  const { of, to, point, slash, hidden, hours, date, month, day } = language;
  const spell = (digits: string) => [...digits].map((digit) => language.digits[Number(digit)]).join(' ');
  const spellAll = (parts: string[]) => parts.map(spell).join(', ');
  return [
    rule(led(hidden, String.raw`(?=[\d. ]*•)[\d•]+(?:[. ][\d•]+)*`), () => hidden),
    rule(led(date, String.raw`(\d{1,2})([/-])(\d{1,2})\2((?:19|20)\d\d)`), ([, d, , m, y]) =>
      calendar(date, language, { d, m, y }),
    ),
    rule(led(month, String.raw`(0?[1-9]|1[0-2])[/-](20\d\d)`), ([, m, y]) =>
      calendar(month, language, { m, y }),
    ),
    ...(day === undefined
      ? []
      : [
          rule(led(day, String.raw`(\d{1,2})[/-](\d{1,2})`, 'always'), ([, d, m]) =>
            calendar(day, language, { d, m }),
          ),
        ]),
    rule(/(\d+) ?\/ ?(\d+)/, ([, a, b]) => `${a} ${of} ${b}`),
    rule(/(?:\+84 ?|0|1[89]00)\d*(?:[ .]?\d{2,4})+/, ([number]) => {
      const parts = telephone(number);
      return parts && spellAll(parts);
    }),
    rule(/\d{5,}/, ([code]) => spellAll(inGroups(code, 3))),
    rule(/\d{1,3}(?:[.,]\d{3})+/, ([sum]) => sum.replace(/\D/g, '')),
    rule(/\d+(?:\.\d+){2,}/, ([version]) => version.split('.').join(` ${point} `)),
    rule(/(\d+) ?[–-] ?(\d+)/, ([, a, b]) => `${a} ${to} ${b}`),
    rule(/(\d+) ?h/, ([, n]) => `${n} ${hours}`),
    rule(/(?:https?:\/\/)?([a-z0-9-]+(?:\.[a-z0-9-]+)+(?:\/[a-z0-9-]+)*)\/?/i, ([, address = '']) =>
      address
        .split(/([./])/)
        .map((part) => ({ '.': point, '/': slash })[part] ?? whole(words, part) ?? part)
        .join(' '),
    ),
  ];
}

/** A rule where the pattern matches at the place and no letter or digit follows. */
function rule(pattern: RegExp | string, say: (match: RegExpExecArray) => string | undefined): Rule {
  const source = typeof pattern === 'string' ? pattern : pattern.source;
  const flags = typeof pattern === 'string' ? '' : pattern.flags;
  const here = new RegExp(`(?:${source})(?![\\p{L}\\p{N}])`, `${flags}uy`);
  return (text, at) => {
    here.lastIndex = at;
    const match = here.exec(text);
    const said = match && say(match);
    return match && said !== undefined && said !== null ? { length: match[0].length, said } : undefined;
  };
}

/** The word that a form begins with ("ngày") may stand before the number already, and is said once. */
function led(form: string, number: string, needed: 'always' | 'perhaps' = 'perhaps'): string {
  const [lead = ''] = form.startsWith('{') ? [] : form.split(' ');
  const start = [...lead].map((letter) => `[${letter.toLowerCase()}${letter.toUpperCase()}]`).join('');
  return lead === '' ? number : `(?:${start}\\s+)${needed === 'perhaps' ? '?' : ''}${number}`;
}

interface When {
  d?: string | undefined;
  m?: string | undefined;
  y?: string | undefined;
}

function calendar(
  form: string,
  { months, early }: SpokenWords,
  { d = '', m = '', y = '' }: When,
): string | undefined {
  if (Number(m) < 1 || Number(m) > 12 || Number(d) > 31) return undefined;
  const number = String(Number(d));
  const holes: Record<string, string> = {
    d: early !== undefined && Number(d) <= 10 ? early.replace('{d}', number) : number,
    m: String(Number(m)),
    month: months?.[Number(m) - 1] ?? m,
    y,
  };
  return form.replace(/\{(\w+)\}/g, (_, hole: string) => holes[hole] ?? '');
}

/** In the groups that it is written in; undefined for a number that nobody can call. */
function telephone(written: string): string[] | undefined {
  const digits = written.replace(/\D/g, '');
  if (digits.length < 8 || digits.length > 11) return undefined;
  const parts = written.split(/[ .]/).map((part) => part.replace(/\D/g, ''));
  if (parts.length > 1) return parts;
  const rest = digits.slice(4);
  return [digits.slice(0, 4), ...inGroups(rest, rest.length === 4 ? 4 : rest.length % 3 === 0 ? 3 : 2)];
}

function inGroups(digits: string, size: number): string[] {
  return digits.match(new RegExp(`\\d{1,${size}}`, 'g')) ?? [];
}

/** How a word is said that the dictionary knows as a whole. */
function whole(words: Rule, part: string): string | undefined {
  const found = words(part, 0);
  return found?.length === part.length ? found.said : undefined;
}
