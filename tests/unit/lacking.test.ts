import { expect, it } from 'vitest';
import type { OfflineState } from '../../src/device/offline-store';
import type { Persistence } from '../../src/device/persistence';
import type { Room } from '../../src/device/room';
import { lacking } from '../../src/screens/staff/lacking';

const whole: OfflineState = { kind: 'verified', total: 3, missing: [], broken: [], later: [] };

const OFFLINE: OfflineState[] = [
  whole,
  { ...whole, missing: ['a'] },
  { ...whole, broken: ['a'] },
  { ...whole, later: ['a'] },
  { ...whole, total: 0 },
  { kind: 'no-service-worker' },
  { kind: 'not-installed' },
  { kind: 'no-answer' },
];
const PERSISTENCE: Persistence[] = ['persistent', 'not-persistent', 'unknown'];
const ROOM: Room[] = ['enough', 'full', 'unknown'];

it('is ready only with every file sound, storage persistent and room enough: of all that can be found, in one case', () => {
  const all = OFFLINE.flatMap((offline) =>
    PERSISTENCE.flatMap((persistence) => ROOM.map((room) => ({ offline, persistence, room }))),
  );
  expect(all).toHaveLength(72);
  expect(all.filter((found) => lacking(found).length === 0)).toEqual([
    { offline: whole, persistence: 'persistent', room: 'enough' },
  ]);
});

it('names each thing that is missing, the files first', () => {
  const offline: OfflineState = { ...whole, broken: ['a'] };
  expect(lacking({ offline, persistence: 'not-persistent', room: 'full' })).toEqual([
    'files',
    'not-persistent',
    'full',
  ]);
});
