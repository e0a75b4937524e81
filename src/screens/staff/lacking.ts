import type { OfflineState } from '../../device/offline-store';
import type { Persistence } from '../../device/persistence';
import type { Room } from '../../device/room';

/** What keeps a device from being carried to where there is no network. Each has its words, and a way out. */
export type Lack =
  | 'no-service-worker'
  | 'not-installed'
  | 'no-answer'
  | 'files'
  | 'later'
  | 'not-persistent'
  | 'persistence-unknown'
  | 'full'
  | 'room-unknown';

/** All that was found out about a device. */
export interface Found {
  offline: OfflineState;
  persistence: Persistence;
  room: Room;
}

/** What is missing, the gravest first; nothing where the device may go. What is not known counts as missing. */
export function lacking({ offline, persistence, room }: Found): Lack[] {
  return [lackOfFiles(offline), PERSISTENCE[persistence], ROOM[room]].filter((lack) => lack !== undefined);
}

const PERSISTENCE: Record<Persistence, Lack | undefined> = {
  persistent: undefined,
  'not-persistent': 'not-persistent',
  unknown: 'persistence-unknown',
};

const ROOM: Record<Room, Lack | undefined> = { enough: undefined, full: 'full', unknown: 'room-unknown' };

function lackOfFiles(offline: OfflineState): Lack | undefined {
  if (offline.kind !== 'verified') return offline.kind;
  const { total, missing, broken, later } = offline;
  // A store of no files is no store.
  if (total === 0 || missing.length + broken.length > 0) return 'files';
  return later.length > 0 ? 'later' : undefined;
}
