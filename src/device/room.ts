/** A cache of its own, so that it can be deleted whole. */
const NAME = 'tung-buoc:room';
/** A year of counts and the next version's files need less. */
const ROOM_BYTES = 5_000_000;
/** The most that `getRandomValues` fills at once. */
const RANDOM_BYTES = 65_536;

/** Whether there is room to write; `unknown` where it could not be tried. */
export type Room = 'enough' | 'full' | 'unknown';

/**
 * Finds out by writing, and deletes it again: the browser's own estimate is artificial, and knows nothing of the disk.
 * Never rejects.
 */
export async function findRoom(): Promise<Room> {
  try {
    const cache = await caches.open(NAME);
    await cache.put(new URL('room', location.href).href, new Response(incompressible(ROOM_BYTES)));
    return 'enough';
  } catch (error) {
    return error instanceof Error && error.name === 'QuotaExceededError' ? 'full' : 'unknown';
  } finally {
    await clear();
  }
}

async function clear(): Promise<void> {
  try {
    await caches.delete(NAME);
  } catch {
    // Where caches are refused there is nothing to delete.
  }
}

/** Browsers compress what they store; random bytes take the room that they say. */
function incompressible(size: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(size);
  for (let at = 0; at < size; at += RANDOM_BYTES) {
    crypto.getRandomValues(bytes.subarray(at, at + RANDOM_BYTES));
  }
  return bytes;
}
