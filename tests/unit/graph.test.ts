import { expect, it } from 'vitest';
import { pathTo, stepBefore } from '../../src/guide/graph';
import { outlineRows, positions } from '../../src/guide/numbering';
import { aGuide } from './a-guide';

it('numbers steps along the longest way, alternatives alike', () => {
  expect(Object.fromEntries(positions(aGuide()))).toEqual({
    bring: { number: 1, total: 4 },
    which: { number: 2, total: 4 },
    android: { number: 3, total: 4 },
    iphone: { number: 3, total: 4 },
    otp: { number: 4, total: 4 },
  });
});

it('a branch that ends early has a total of its own, and a way back changes no number', () => {
  const guide = aGuide(
    '## A {#a}\n\n- [Có](#b)\n- [Không](#stop-here)\n\n## S {#stop-here}\n\n[Xong](#end)\n\n## B {#b}\n\n- [Lại](#a)\n- [Tiếp](#c)\n\n## C {#c}\n',
  );
  const place = positions(guide);
  expect(place.get('stop-here')).toEqual({ number: 2, total: 2 });
  expect(place.get('c')).toEqual({ number: 3, total: 3 });
});

it('the cover lists what will be done, alternatives under one number', () => {
  expect(outlineRows(aGuide()).map((row) => row.map((step) => step.id))).toEqual([
    ['bring'],
    ['which'],
    ['android', 'iphone'],
    ['otp'],
  ]);
});

it('finds the way to a step, and the step before one', () => {
  expect(pathTo(aGuide(), 'otp')).toEqual(['bring', 'which', 'android', 'otp']);
  expect(pathTo(aGuide(), 'nowhere')).toEqual([]);
  expect(stepBefore(aGuide(), 'bring')).toBeUndefined();
  expect(stepBefore(aGuide(), 'end')).toBe('otp');
});
