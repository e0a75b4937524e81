import fc from 'fast-check';
import {
  type Block,
  END,
  GUIDE_ICONS,
  type Guide,
  type Inline,
  type Step,
  TONES,
} from '../../src/guide/guide';
import type { PhonePart } from '../../src/guide/phone-part';

const LETTERS = [
  ...'abcdeghiklmnopqrstuvxyăâđêôơưáàảãạấầẩẫậắằẳẵặéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ0123456789',
];
const MARKS = [...'.,!?:;()“”"\'*_#+-<>[]&~|\\/@='];
const of = (letters: string[], most: number) =>
  fc.array(fc.constantFrom(...letters), { minLength: 1, maxLength: most }).map((all) => all.join(''));
const plainWords = fc.array(of(LETTERS, 7), { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
/** Words with all marks that mean something in Markdown. */
const words = fc
  .array(of([...LETTERS, ...LETTERS, ...MARKS], 7), { minLength: 1, maxLength: 5 })
  .map((all) => all.join(' '));

/** Running text: plain words, with something marked between them. */
const inline: fc.Arbitrary<Inline[]> = fc
  .tuple(
    words,
    fc.array(
      fc.tuple(
        fc.oneof(
          plainWords.map((text): Inline => ({ kind: 'strong', text: [text] })),
          plainWords.map((text): Inline => ({ kind: 'em', text: [text] })),
          plainWords.map((text): Inline => ({ kind: 'label', text })),
          plainWords.map(
            (text): Inline => ({
              kind: 'link',
              href: 'tel:19000368',
              // A number in it would have to be the one that it calls.
              text: [text.replaceAll(/\d/g, 'ạ')],
            }),
          ),
        ),
        words,
      ),
      { maxLength: 2 },
    ),
  )
  .map(([start, marked]) =>
    marked.reduce<Inline[]>(
      (text, [mark, after]) => [...text.slice(0, -1), `${text.at(-1)} `, mark, ` ${after}`],
      [start],
    ),
  );

const items = fc.array(inline, { minLength: 1, maxLength: 3 });
const paragraph = inline.map((text): Block => ({ kind: 'paragraph', text }));
const list = fc
  .tuple(fc.constantFrom('actions', 'list', 'checklist'), items)
  .map(([kind, of]): Block => ({ kind: kind as 'list', items: of }));

const part: fc.Arbitrary<PhonePart> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('app', 'title', 'text', 'pin', 'password', 'scan', 'face', 'card', 'nfc', 'photo'),
    text: plainWords,
  }) as fc.Arbitrary<PhonePart>,
  fc.record({
    kind: fc.constantFrom('check', 'switch', 'choice'),
    text: plainWords,
  }) as fc.Arbitrary<PhonePart>,
  plainWords.map((text): PhonePart => ({ kind: 'check', text, on: true })),
  fc.record({ kind: fc.constant('field'), text: plainWords, value: plainWords }) as fc.Arbitrary<PhonePart>,
  fc.record({ kind: fc.constant('item'), text: plainWords, more: plainWords }) as fc.Arbitrary<PhonePart>,
  plainWords.map((text): PhonePart => ({ kind: 'otp', text, digits: '48••••' })),
  plainWords.map((text): PhonePart => ({ kind: 'otp', text, digits: ' '.repeat(6) })),
  fc.record({
    kind: fc.constant('store'),
    text: plainWords,
    publisher: plainWords,
    button: plainWords,
  }) as fc.Arbitrary<PhonePart>,
  fc.record({ kind: fc.constant('notice'), from: plainWords, text: plainWords }) as fc.Arbitrary<PhonePart>,
  fc.record({ kind: fc.constant('price'), text: plainWords, label: plainWords }) as fc.Arbitrary<PhonePart>,
  fc.constant<PhonePart>({ kind: 'space' }),
);
const tapped: fc.Arbitrary<PhonePart> = fc.oneof(
  fc
    .tuple(fc.constantFrom('button', 'link', 'search'), plainWords)
    .map(([kind, text]): PhonePart => ({ kind: kind as 'button', text, tap: true })),
  fc
    .array(plainWords, { minLength: 2, maxLength: 5 })
    .map((names): PhonePart => ({ kind: 'icons', names, tap: 1 })),
  fc
    .tuple(plainWords, plainWords, plainWords, plainWords)
    .map(([title, text, a, b]): PhonePart => ({ kind: 'dialog', title, text, buttons: [a, b], tap: 0 })),
);
const phone = fc.tuple(fc.array(part, { maxLength: 5 }), tapped).map(([parts, last]): Block => {
  const bar = parts.find(({ kind }) => kind === 'app');
  const others = parts.filter(({ kind }) => kind !== 'app');
  return { kind: 'phone', parts: [...(bar ? [bar] : []), ...others, last] };
});

const simple = fc.oneof(
  paragraph,
  list,
  phone,
  plainWords.map((text): Block => ({ kind: 'link', href: 'https://example.org/a', text })),
  plainWords.map((alt): Block => ({ kind: 'picture', file: 'hinh-1.webp', alt })),
  fc
    .tuple(fc.tuple(inline, inline), fc.array(fc.tuple(inline, inline), { minLength: 1, maxLength: 3 }))
    .map(([head, rows]): Block => ({ kind: 'table', head, rows })),
);
const callout = fc
  .tuple(fc.constantFrom(...TONES), paragraph, fc.array(fc.oneof(paragraph, list), { maxLength: 1 }))
  .map(([tone, first, more]): Block => ({ kind: 'callout', tone, blocks: [first, ...more] }));
/** Neighbouring lists are one list to a reader too, and two callouts of one tone would be one. */
const blocks = fc
  .array(fc.oneof({ arbitrary: simple, weight: 4 }, { arbitrary: callout, weight: 1 }), { maxLength: 5 })
  .map((all) => all.filter((block, i) => !('items' in block && 'items' in (all[i - 1] ?? {}))));

const trouble = fc.array(fc.record({ title: plainWords, blocks }), { maxLength: 2 });
/** Whether a step offers a choice, and of what else than the step after it. */
const step = fc.record({
  title: words,
  blocks,
  trouble,
  choice: fc.boolean(),
  labels: fc.tuple(words, words),
});

/** Any guide that has no errors: each step leads to the next, some with a choice to leave out one. */
export const anyGuide: fc.Arbitrary<Guide> = fc
  .record({
    title: words,
    summary: words,
    minutes: fc.integer({ min: 1, max: 90 }),
    order: fc.integer({ min: 1, max: 50 }),
    icon: fc.constantFrom(...GUIDE_ICONS),
    cover: blocks,
    drafts: fc.array(step, { minLength: 1, maxLength: 6 }),
  })
  .map(({ drafts, ...head }): Guide => {
    const id = (i: number) => (i < drafts.length ? `step-${i + 1}` : END);
    const [first, ...rest] = drafts.map(({ choice, labels, ...draft }, i): Step => {
      const options = [id(i + 1), id(i + 2)].map((target, k) => ({ label: labels[k] ?? '', step: target }));
      const onward =
        id(i + 1) === END ? ({ kind: 'end' } as const) : ({ kind: 'to', step: id(i + 1) } as const);
      // A list before a list of links would be one list.
      const listed = draft.blocks.at(-1);
      const next = choice && !(listed && 'items' in listed) ? ({ kind: 'choice', options } as const) : onward;
      return { id: id(i), ...draft, next };
    });
    if (!first) throw new Error('there is at least one step');
    return { ...head, id: 'thu', locale: 'vi', revision: '', sources: [], steps: [first, ...rest] };
  });
