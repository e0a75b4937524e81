import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileAll } from '../../build/compile-all';
import { phonesOf } from '../../src/guide/drawn';
import { tapped } from '../../src/guide/phone-part';
import { canPractise } from '../../src/screens/guide/drawn-way';
import {
  type Action,
  beginRehearsal,
  beginStep,
  countOf,
  isLast,
  type Rehearsal,
  rehearse,
  rehearsedSteps,
  stopOf,
} from '../../src/screens/guide/rehearsal';
import { aGuide, BRANCHING } from './a-guide';
import { anyGuide } from './any-guide';

const screen = (line: string) => `\`\`\`screen\n${line}\n\`\`\`\n`;
const BODY = `Bìa.

## Chuẩn bị {#bring}

- [ ] Thẻ

## Có thẻ chưa? {#card}

- [Có](#which)
- [Chưa](#no-card)

## Xin cấp thẻ {#no-card}

1. Tới công an.

[Kết thúc](#end)

## Máy nào? {#which}

- [Android](#android)
- [iPhone](#iphone)

## Android {#android}

${screen('*button: Cài đặt')}
[Tiếp tục](#open)

## iPhone {#iphone}

${screen('*button: Nhận')}
## Mở {#open}

${screen('icons: Ảnh | *VNeID')}
${screen('*button: Đăng nhập')}
## Tin báo {#notice}

${screen('notice: Tin nhắn | Đã xong')}
Bác làm thêm không?

- [Có](#more)
- [Không](#end)

## Làm thêm {#more}

${screen('*item: Ví giấy tờ')}`;

/** Through the drawn phone here and on. */
function pass(now: Rehearsal): Rehearsal {
  const ring = now.screen?.parts.findIndex((part) => tapped(part) !== undefined) ?? -1;
  const part = now.screen?.parts[ring];
  const cell = part && 'tap' in part && typeof part.tap === 'number' ? { cell: part.tap } : {};
  const touched = ring < 0 ? now : rehearse(now, { kind: 'touch', spot: { part: ring, ...cell } });
  return rehearse(rehearse(touched, { kind: 'type', letters: 'all' }), { kind: 'go-on' });
}
const choose = (now: Rehearsal, to: string) => rehearse(now, { kind: 'choose', to });
const place = (now: Rehearsal) => {
  const stop = stopOf(now);
  return stop.kind === 'end' ? 'end' : `${stop.kind} ${stop.step.id}`;
};

describe('a guide’s drawn phones in a row', () => {
  const { steps } = aGuide(BODY);

  it('begin where the way first parts; what leads to nothing to tap is not asked', () => {
    const now = beginRehearsal(steps);
    expect(place(now)).toBe('question which');
    expect(stopOf(now)).toMatchObject({ options: [{ label: 'Android' }, { label: 'iPhone' }] });
  });

  it('follow the choice, with the count of the longest way that is open', () => {
    let now = choose(beginRehearsal(steps), 'iphone');
    expect([place(now), countOf(now)]).toEqual(['screen iphone', { number: 1, total: 5 }]);
    now = pass(pass(pass(now)));
    expect([place(now), countOf(now)]).toEqual(['screen notice', { number: 4, total: 5 }]);
    now = pass(now);
    expect(place(now)).toBe('question notice');
    expect(place(choose(now, 'end'))).toBe('end');
    now = pass(choose(now, 'more'));
    expect(place(now)).toBe('end');
    expect(rehearsedSteps(now).map(({ id }) => id)).toEqual(['iphone', 'open', 'notice', 'more']);
  });

  it('go back one screen, untouched, and not before the first', () => {
    const first = choose(beginRehearsal(steps), 'android');
    const second = pass(first);
    expect(rehearse(second, { kind: 'back' })).toEqual(first);
    const start = beginRehearsal(steps);
    expect(rehearse(start, { kind: 'back' })).toBe(start);
    expect(rehearse(second, { kind: 'again' })).toEqual(start);
  });

  it('do not go on before the ringed part was tapped, nor by a choice that is not there', () => {
    const now = choose(beginRehearsal(steps), 'android');
    expect(rehearse(now, { kind: 'go-on' })).toBe(now);
    expect(choose(now, 'open')).toBe(now);
    const question = beginRehearsal(steps);
    expect(choose(question, 'no-card')).toBe(question);
  });
});

it('one step’s drawn phones lead to each other, and its last one is the last', () => {
  const open = aGuide(BODY).steps.find(({ id }) => id === 'open');
  if (!open) throw new Error('no step');
  const now = beginStep(open);
  expect([countOf(now), isLast(now)]).toEqual([{ number: 1, total: 2 }, false]);
  expect([countOf(pass(now)), isLast(pass(now))]).toEqual([{ number: 2, total: 2 }, true]);
});

it('where nothing is drawn, or nothing ringed, there is nothing to practise', () => {
  const { steps } = aGuide(BODY);
  const offered = steps.filter((step) => canPractise([step])).map(({ id }) => id);
  expect(offered).toEqual(['android', 'iphone', 'open', 'more']);
  expect(canPractise(aGuide(BRANCHING).steps)).toBe(false);
});

it('any guide that offers a rehearsal has an end of it, whatever is chosen and touched', () => {
  const action: fc.Arbitrary<Action> = fc.oneof(
    fc.record({
      kind: fc.constant('touch' as const),
      spot: fc.record({ part: fc.integer({ min: 0, max: 6 }) }),
    }),
    fc.constantFrom<Action>({ kind: 'back' }, { kind: 'again' }, { kind: 'go-on' }, { kind: 'touch' }),
  );
  fc.assert(
    fc.property(anyGuide, fc.array(action, { maxLength: 20 }), ({ steps }, actions) => {
      if (!canPractise(steps)) return;
      let now = actions.reduce(rehearse, beginRehearsal(steps));
      for (let i = 0; i < 60 && stopOf(now).kind !== 'end'; i += 1) {
        const stop = stopOf(now);
        const { number, total } = countOf(now);
        expect(number).toBeLessThanOrEqual(total);
        now = stop.kind === 'question' ? choose(now, stop.options[0]?.step ?? '') : pass(now);
      }
      expect(stopOf(now).kind).toBe('end');
      expect(rehearsedSteps(now).length).toBeGreaterThan(0);
    }),
    { numRuns: 200 },
  );
});

it('each guide of the repository can be rehearsed to its end on every way, and shows all its ringed phones', async () => {
  const { guides } = await compileAll(path.join(import.meta.dirname, '../..'));
  for (const { id, locale, steps } of guides) {
    const seen = new Set<string>();
    const walk = (now: Rehearsal, depth: number): void => {
      expect(depth, `${locale}/${id}`).toBeLessThan(80);
      const stop = stopOf(now);
      if (stop.kind === 'screen') {
        seen.add(`${stop.step.id} ${stop.index}`);
        walk(pass(now), depth + 1);
      }
      if (stop.kind === 'question') for (const { step } of stop.options) walk(choose(now, step), depth + 1);
    };
    if (canPractise(steps)) walk(beginRehearsal(steps), 0);
    const ringed = steps.flatMap((step) =>
      phonesOf(step).flatMap((parts, i) =>
        parts.some((part) => tapped(part) !== undefined) ? [`${step.id} ${i}`] : [],
      ),
    );
    expect(
      ringed.filter((one) => !seen.has(one)),
      `${locale}/${id}`,
    ).toEqual([]);
  }
}, 60_000);
