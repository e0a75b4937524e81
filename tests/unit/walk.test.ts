import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileAll } from '../../build/compile-all';
import { minutesBucket } from '../../src/walk/minutes';
import { hashOf, type Place, placeOf } from '../../src/walk/place';
import { type Action, advance, beginWalk, here, isOutcome, resumeWalk, type Walk } from '../../src/walk/walk';
import { everyWay } from '../ways-through';
import { aGuide, BRANCHING } from './a-guide';

const guide = aGuide();
const begin = (): Walk => beginWalk(guide, { id: 'w', mode: 'helped', started: 0 });

function walkAfter(...actions: Action[]): Walk {
  return actions.reduce<Walk>((walk, action) => {
    const next = advance(guide, walk, action);
    return isOutcome(next) ? walk : next;
  }, begin());
}

const show = (step: string): Action => ({ kind: 'show', step });

describe('the way taken', () => {
  it('begins at the first step', () => {
    expect(here(begin())).toBe('bring');
    expect(begin().reached).toEqual(['bring']);
  });

  it('grows forwards and shortens backwards, while each step counts as reached once', () => {
    const walk = walkAfter(show('which'), show('android'), show('which'), show('iphone'));
    expect(walk.trail).toEqual(['bring', 'which', 'iphone']);
    expect(walk.reached).toEqual(['bring', 'which', 'android', 'iphone']);
  });

  it('does not follow an address that is no step', () => {
    expect(walkAfter(show('nowhere'))).toEqual(begin());
  });

  it('notes help once a step', () => {
    expect(walkAfter({ kind: 'help' }, { kind: 'help' }, show('which'), { kind: 'help' }).helped).toEqual([
      'bring',
      'which',
    ]);
  });

  it('whatever happens, stands on a step of the guide, which was reached', () => {
    const action = fc.oneof(
      fc.constantFrom('bring', 'which', 'android', 'iphone', 'otp', 'nowhere').map(show),
      fc.constant<Action>({ kind: 'help' }),
    );
    fc.assert(
      fc.property(fc.array(action), (actions) => {
        const walk = walkAfter(...actions);
        expect(guide.steps.map(({ id }) => id)).toContain(here(walk));
        expect(walk.reached).toContain(here(walk));
        expect(new Set(walk.trail).size).toBe(walk.trail.length);
        expect(new Set(walk.reached).size).toBe(walk.reached.length);
      }),
    );
  });
});

describe('the end', () => {
  it('is one of three outcomes, with where and why', () => {
    const walk = walkAfter(show('which'));
    expect(advance(guide, walk, { kind: 'complete', now: 6 * 60_000 })).toEqual({
      kind: 'completed',
      minutes: '5-10',
    });
    expect(advance(guide, walk, { kind: 'stop', reason: 'phone' })).toEqual({
      kind: 'stopped',
      at: 'which',
      reason: 'phone',
    });
    expect(advance(guide, walk, { kind: 'leave' })).toEqual({ kind: 'left', at: 'which' });
  });

  it.each([
    [-5, '0-5'],
    [0, '0-5'],
    [5, '5-10'],
    [10, '10-20'],
    [20, '20-40'],
    [40, '40+'],
    [9999, '40+'],
  ])('%d minutes are %s', (minutes, bucket) => {
    expect(minutesBucket(minutes * 60_000)).toBe(bucket);
  });
});

describe('taking an interrupted walk up again', () => {
  it('stands where it stood, when the guide is the same', () => {
    const walk = walkAfter(show('which'), show('iphone'));
    expect(resumeWalk(guide, walk)).toEqual(walk);
  });

  it('finds its step by id in a guide that has changed, never by position', () => {
    const changed = aGuide(BRANCHING.replace('## Máy nào?', '## Mới {#new}\n\n## Máy nào?'));
    const resumed = resumeWalk(changed, walkAfter(show('which'), show('iphone')));
    expect(here(resumed)).toBe('iphone');
    expect(resumed.revision).toBe(guide.revision);
  });

  it('stands on the last step that still exists, or at the first', () => {
    const shorter = aGuide('## Chuẩn bị {#bring}\n\n## Nhận mã {#otp}\n');
    expect(here(resumeWalk(shorter, walkAfter(show('which'), show('iphone'))))).toBe('bring');
    const other = aGuide('## Khác {#other}\n');
    expect(here(resumeWalk(other, walkAfter(show('which'))))).toBe('other');
  });
});

describe('the address', () => {
  it('is the place, there and back', () => {
    const places: Place[] = [
      { kind: 'step', step: 'otp' },
      { kind: 'finish' },
      { kind: 'why' },
      { kind: 'done' },
      { kind: 'stopped' },
      { kind: 'cover' },
    ];
    for (const place of places) expect(placeOf(guide, hashOf(place))).toEqual(place);
  });

  it('is the cover where it names nothing, whatever it is', () => {
    fc.assert(
      fc.property(fc.string(), (text) =>
        ['cover', 'finish', 'why', 'done', 'stopped', 'step'].includes(placeOf(guide, `#${text}`).kind),
      ),
    );
    expect(placeOf(guide, '#%E0%A4%A')).toEqual({ kind: 'cover' });
    expect(placeOf(guide, '#nowhere')).toEqual({ kind: 'cover' });
  });
});

it('the guides of this repository: every way, whatever is chosen at each turn, reaches the end', async () => {
  const { guides } = await compileAll(path.join(import.meta.dirname, '../..'));
  for (const one of guides) {
    const all = everyWay(one);
    expect(all.length, one.id).toBeGreaterThan(0);
    for (const way of all) {
      const begun = beginWalk(one, { id: 'w', mode: 'helped', started: 0 });
      const walk = way.reduce<Walk>((before, step) => advance(one, before, show(step)) as Walk, begun);
      expect(walk.trail).toEqual(way);
      expect(isOutcome(advance(one, walk, { kind: 'complete', now: 60_000 }))).toBe(true);
    }
  }
});
