import { expect, it } from 'vitest';
import { END } from '../../src/guide/guide';
import { wayOf } from '../../src/walk/way';
import { aGuide } from './a-guide';

const guide = aGuide();
const stepsOf = (trail: string[], completed: boolean) => [...wayOf(guide, trail, completed).keys()].sort();

it('a walk that was completed is the steps that were come to, each with the one after it', () => {
  const way = wayOf(guide, ['bring', 'which', 'iphone', 'otp'], true);
  expect([...way]).toEqual([
    ['bring', new Set(['which'])],
    ['which', new Set(['iphone'])],
    ['iphone', new Set(['otp'])],
    ['otp', new Set([END])],
  ]);
});

it('a walk that goes on holds all that can still come', () => {
  expect(stepsOf(['bring', 'which', 'android'], false)).toEqual(['android', 'bring', 'otp', 'which']);
  expect(stepsOf(['bring', 'which'], false)).toEqual(['android', 'bring', 'iphone', 'otp', 'which']);
  expect(wayOf(guide, ['bring', 'which'], false).get('which')).toEqual(new Set(['android', 'iphone']));
});

it('a way back into what was walked ends, and opens the branches that were not taken', () => {
  const again = aGuide(`Bìa.

## Một {#one}

- [Hai](#two)
- [Ba](#three)

## Hai {#two}

Hai.

[Tiếp tục](#three)

## Ba {#three}

- [Lại](#one)
- [Xong](#end)
`);
  expect([...wayOf(again, ['one', 'three'], true).keys()]).toEqual(['one', 'three']);
  expect([...wayOf(again, ['one', 'three'], false).keys()].sort()).toEqual(['one', 'three', 'two']);
  expect(wayOf(again, ['one', 'three'], false).get('one')).toEqual(new Set(['two', 'three']));
});
