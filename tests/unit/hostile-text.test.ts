import { expect, it } from 'vitest';
import { compileGuide } from '../../src/guide/compile';
import { asLine, hostileGuides } from '../hostile/hostile-guide';
import { payloads } from '../hostile/payloads';

const all = payloads();
const HEAD = { title: 'A', summary: 'B', minutes: 1, order: 1 };
const guide = (head: object, body: string) => `---\n${JSON.stringify(head)}\n---\n${body}`;
const step = (body: string) => guide(HEAD, `Bìa.\n\n## Một {#one}\n\n${body}\n`);

/** A payload as it is, in the hands of whoever writes a guide. */
const PLACES: Record<string, (text: string) => string> = {
  'a paragraph': (text) => step(text),
  'the cover': (text) => guide(HEAD, `${text}\n\n## Một {#one}\n`),
  'a title of a step': (text) => guide(HEAD, `## ${text} {#one}\n`),
  'an id': (text) => guide(HEAD, `## Một {#${text}}\n`),
  'an action': (text) => step(`1. ${text}`),
  'a tick box': (text) => step(`- [ ] ${text}`),
  'a call-out': (text) => step(`> [!TIP]\n> ${text}`),
  'a tone': (text) => step(`> [!${text}]\n> a`),
  'a table': (text) => step(`| ${text} | b |\n| - | - |\n| 1 | ${text} |`),
  'a label': (text) => step(`\`${text}\``),
  'a link’s text': (text) => step(`[${text}](https://a.example/)`),
  'a link’s address': (text) => step(`[a](${text})`),
  'a link’s address in a sentence': (text) => step(`Bác [a](<${text}>) nhé`),
  'an address by itself': (text) => step(`<${text}>`),
  'a choice': (text) => step(`- [${text}](#end)\n- [a](#${text})`),
  'a picture': (text) => step(`![a](${text})`),
  'a picture’s words': (text) => step(`![${text}](a.webp)`),
  'a trouble entry': (text) => step(`### ${text}\n\n${text}`),
  'a screen': (text) => step(`\`\`\`screen\nbutton: ${text}\nfield: ${text} | ${text}\n${text}: a\n\`\`\``),
  'a fence': (text) => step(`\`\`\`${text}\na\n\`\`\``),
  'raw YAML': (text) => `---\ntitle: ${text}\nsummary: ${text}\n${text}: a\n---\n## Một {#one}\n`,
  'front matter': (text) => guide({ ...HEAD, title: text, summary: text, app: text }, '## Một {#one}\n'),
  'a key': (text) => guide({ ...HEAD, [text]: text }, '## Một {#one}\n'),
  'a source': (text) =>
    guide({ ...HEAD, sources: [{ url: text, date: '2026', what: text }] }, '## Một {#one}\n'),
  'a hotline': (text) => guide({ ...HEAD, hotline: text }, '## Một {#one}\n'),
};

/** `FAULTS=full` asks for the long form: each payload in each place. */
const PLACES_EACH = process.env.FAULTS === 'full' ? Object.keys(PLACES).length : 4;

/** What a browser would act on, of all that a guide is made of. */
const ACTED_ON: Record<string, RegExp> = {
  href: /^(https:\/\/[\p{L}\p{N}.-]+(:\d+)?([/?#][^\s<>"\\]*)?|tel:\+?\d{3,15})$/u,
  url: /^https?:\/\/[\p{L}\p{N}.-]+/u,
  file: /^[a-z0-9][a-z0-9-]*\.(webp|png|jpe?g|svg)$/,
  id: /^[a-z0-9-]+$/,
  step: /^[a-z0-9-]+$/,
  tone: /^(note|tip|important|warning|caution)$/,
  hotline: /^[\d +.-]*$/,
};

function actedOn(value: unknown, found: string[] = []): string[] {
  if (typeof value !== 'object' || value === null) return found;
  for (const [key, inner] of Object.entries(value)) {
    const allowed = ACTED_ON[key];
    if (allowed && typeof inner === 'string' && !allowed.test(inner)) found.push(`${key}: ${inner}`);
    actedOn(inner, found);
  }
  return found;
}

it('there are 500 payloads and more, of 14 kinds, each different, and the same at each call', () => {
  expect(new Set(all.map(({ kind }) => kind)).size).toBe(14);
  const texts = all.map(({ text, id }) => text.replaceAll(`${id}`, '#'));
  expect(new Set(texts).size).toBeGreaterThanOrEqual(500);
  expect(payloads()).toEqual(all);
});

it('whatever is written wherever, what a guide leads to is an address of the web, a number or a step', () => {
  const places = Object.entries(PLACES);
  for (const { id, text } of all) {
    // Each payload in some of them; over all payloads each place is tried as often.
    for (let i = 0; i < PLACES_EACH; i += 1) {
      const [name, place] = places[(id * PLACES_EACH + i) % places.length] ?? ['', String];
      const compiled = compileGuide('a.md', 'a', 'vi', place(text));
      if (compiled.guide) expect(actedOn(compiled.guide), `${name}: ${text}`).toEqual([]);
    }
  }
  expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
});

it('what may be said arrives letter by letter, so that the browser’s trial is one', () => {
  const guides = hostileGuides(all, 3);
  const arrived = guides.flatMap(({ id, text, steps }) => {
    const { guide: whole, problems } = compileGuide(`${id}.md`, id, 'vi', text);
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    return steps.map(({ step: own, text: line }) => {
      const found = whole?.steps.find((one) => one.id === own);
      expect(found?.title).toBe(line);
      if (found?.next.kind === 'choice') expect(found.next.options[0]?.label).toBe(line);
      return line;
    });
  });
  // The others hold what no guide may hold; the compiler has refused them.
  const sayable = all.filter(({ text }) => asLine(text) !== undefined);
  expect(arrived).toHaveLength(sayable.length);
  expect(arrived.length).toBeGreaterThanOrEqual(500);
});
