import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  isWeakPin,
  pinIsDamaged,
  pinIsSet,
  pinTrouble,
  removePin,
  setPin,
  tryPin,
  waitUntil,
} from '../../src/device/pin';
import { waitAfter } from '../../src/device/tries';

const PIN = '274916';
const WRONG = '274917';
const NOW = Date.parse('2026-11-24T01:00:00Z');
const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
/** As it was promised: these waits, then an hour each. */
const FIRST_WAIT = 30 * SECOND;
const WAITS = [FIRST_WAIT, MINUTE, 2 * MINUTE, 4 * MINUTE, 8 * MINUTE, 16 * MINUTE, 32 * MINUTE, HOUR, HOUR];

/** What lies in the browser's storage: all that a reload leaves. */
let kept: Map<string, string>;

function aStorage(full = () => false) {
  return {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, text: string) => {
      if (full()) throw new DOMException('full', 'QuotaExceededError');
      kept.set(name, text);
    },
    removeItem: (name: string) => kept.delete(name),
  };
}

function refuseStorage(): void {
  const refuse = () => {
    throw new DOMException('refused', 'SecurityError');
  };
  vi.stubGlobal('localStorage', { getItem: refuse, setItem: refuse, removeItem: refuse });
}

/** Laws about waits need no slow hash. */
function hashQuickly(): void {
  vi.stubGlobal('crypto', {
    getRandomValues: (bytes: Uint8Array) => bytes,
    subtle: {
      importKey: async (_: string, pin: Uint8Array) => pin,
      deriveBits: async (_: unknown, pin: Uint8Array) =>
        Uint8Array.from({ length: 32 }, (_, i) => pin[i] ?? 0),
    },
  });
}

async function tryWrongly(times: number, now = NOW) {
  let answer: Awaited<ReturnType<typeof tryPin>> = { kind: 'right' };
  for (let i = 0; i < times; i++) answer = await tryPin(WRONG, now);
  return answer;
}

/** As if the page had been loaded anew: nothing is known but what lies in the storage. */
async function afterReload() {
  vi.resetModules();
  return import('../../src/device/pin');
}

beforeEach(() => {
  kept = new Map();
  vi.stubGlobal('localStorage', aStorage());
});
afterEach(() => vi.unstubAllGlobals());

describe('the PIN', () => {
  it('opens the room, and no other does', async () => {
    expect(pinIsSet()).toBe(false);
    expect(await setPin(PIN)).toBe('set');
    expect(pinIsSet()).toBe(true);
    expect(await tryPin(WRONG, NOW)).toEqual({ kind: 'wrong', left: 4 });
    expect(await tryPin(PIN, NOW)).toEqual({ kind: 'right' });
    removePin();
    expect(pinIsSet()).toBe(false);
    expect(kept.size).toBe(0);
  });

  it('is kept as PBKDF2 with SHA-256, 310,000 times or more, with salt of its own', async () => {
    const records = [];
    for (let i = 0; i < 2; i++) {
      await setPin(PIN);
      records.push(JSON.parse(kept.get('tung-buoc:pin') ?? ''));
    }
    const [one, two] = records;
    expect(Object.keys(one).sort()).toEqual(['hash', 'iterations', 'salt']);
    expect(one.salt).toMatch(/^[0-9a-f]{32}$/);
    expect(two.salt).not.toBe(one.salt);
    expect(two.hash).not.toBe(one.hash);
    expect(one.iterations).toBeGreaterThanOrEqual(310_000);
    const { pbkdf2Sync } = await import('node:crypto');
    const salt = Buffer.from(one.salt, 'hex');
    expect(one.hash).toBe(pbkdf2Sync(PIN, salt, one.iterations, 32, 'sha256').toString('hex'));
    expect([...kept.values()].join()).not.toContain(PIN);
  });

  it('is not one that anybody tries first, nor anything but six digits', async () => {
    for (const pin of [
      '000000',
      '111111',
      '999999',
      '123456',
      '654321',
      '',
      '12345',
      '1234567',
      '12a456',
      '１２３４５７',
    ])
      expect(await setPin(pin), pin).toBe('weak');
    expect(pinIsSet()).toBe(false);
    for (const pin of ['000001', '112233', '123457']) expect(isWeakPin(pin), pin).toBe(false);
  });

  it('still holds when a new one could not be stored', async () => {
    hashQuickly();
    await setPin(PIN);
    vi.stubGlobal(
      'localStorage',
      aStorage(() => true),
    );
    expect(await setPin('593027')).toBe('refused');
    expect(await tryPin(PIN, NOW)).toEqual({ kind: 'right' });
  });

  it('cannot be set where storage is refused or the browser has no WebCrypto, and the room is open', async () => {
    await setPin(PIN);
    vi.stubGlobal('crypto', {});
    expect(pinTrouble()).toBe('insecure');
    expect(await setPin(PIN)).toBe('insecure');
    expect(pinIsSet()).toBe(false);
    expect(await tryPin(WRONG, NOW)).toEqual({ kind: 'right' });
    vi.unstubAllGlobals();
    refuseStorage();
    expect(pinTrouble()).toBe('refused');
    expect(await setPin(PIN)).toBe('refused');
    expect([pinIsSet(), pinIsDamaged(), waitUntil(NOW)]).toEqual([false, false, 0]);
    removePin();
    expect(await tryPin(WRONG, NOW)).toEqual({ kind: 'right' });
  });

  it('locks nobody out when its record is damaged: the room is open, and staff can see why', async () => {
    hashQuickly();
    await setPin(PIN);
    const sound = kept.get('tung-buoc:pin') ?? '';
    const record = JSON.parse(sound);
    const damaged = fc.oneof(
      fc.string(),
      fc.json(),
      fc.nat(sound.length - 1).map((end) => sound.slice(0, end)),
      fc
        .record({
          name: fc.constantFrom('salt', 'hash', 'iterations'),
          value: fc.constantFrom('', 'xx', -1, 0, 0.5, 1e12, null),
        })
        .map(({ name, value }) => JSON.stringify({ ...record, [name]: value })),
    );
    await fc.assert(
      fc.asyncProperty(damaged, async (text) => {
        kept.set('tung-buoc:pin', text);
        expect([pinIsSet(), pinIsDamaged()]).toEqual([false, true]);
        expect(await tryPin(WRONG, NOW)).toEqual({ kind: 'right' });
      }),
    );
    expect(await setPin(PIN)).toBe('set');
    expect([pinIsSet(), pinIsDamaged()]).toEqual([true, false]);
  });
});

describe('tries', () => {
  beforeEach(async () => {
    hashQuickly();
    await setPin(PIN);
  });

  it('are five, then one after each wait: 30 seconds, then twice as long each time, at most an hour', async () => {
    for (const left of [4, 3, 2, 1]) expect(await tryPin(WRONG, NOW)).toEqual({ kind: 'wrong', left });
    let now = NOW;
    for (const wait of WAITS) {
      const until = now + wait;
      expect(await tryPin(WRONG, now)).toEqual({ kind: 'wait', until });
      // Even the right one is not looked at before.
      expect(await tryPin(PIN, until - 1)).toEqual({ kind: 'wait', until });
      expect(waitUntil(until - 1)).toBe(until);
      expect(waitUntil(until)).toBe(0);
      now = until;
    }
    expect(await tryPin(PIN, now)).toEqual({ kind: 'right' });
    expect(await tryPin(WRONG, now)).toEqual({ kind: 'wrong', left: 4 });
  });

  it('and waits survive a reload', async () => {
    await tryWrongly(4);
    expect(await (await afterReload()).tryPin(WRONG, NOW)).toEqual({ kind: 'wait', until: NOW + FIRST_WAIT });
    expect(await (await afterReload()).tryPin(PIN, NOW + 1)).toEqual({
      kind: 'wait',
      until: NOW + FIRST_WAIT,
    });
    expect((await afterReload()).waitUntil(NOW + 2)).toBe(NOW + FIRST_WAIT);
  });

  it('are counted before they are looked at: nothing is won by many at once, or by closing the page', async () => {
    void tryPin(WRONG, NOW);
    expect(await (await afterReload()).tryPin(WRONG, NOW)).toEqual({ kind: 'wrong', left: 3 });
    const answers = await Promise.all(Array.from({ length: 20 }, () => tryPin(WRONG, NOW)));
    expect(answers.filter(({ kind }) => kind === 'wrong')).toHaveLength(2);
    expect(waitUntil(NOW)).toBe(NOW + FIRST_WAIT);
  });

  it('hold as long as the page does where they cannot be stored', async () => {
    let full = true;
    vi.stubGlobal(
      'localStorage',
      aStorage(() => full),
    );
    expect(await tryWrongly(5)).toEqual({ kind: 'wait', until: NOW + FIRST_WAIT });
    expect(waitUntil(NOW + 1)).toBe(NOW + FIRST_WAIT);
    full = false;
    expect(await tryPin(PIN, NOW + FIRST_WAIT)).toEqual({ kind: 'right' });
    expect(waitUntil(NOW + FIRST_WAIT)).toBe(0);
  });

  it('that are damaged count as none, and lock nobody out', async () => {
    const text = fc.oneof(
      fc.string(),
      fc.json(),
      fc.constantFrom('{"wrong":-1,"since":0}', '{"wrong":1e99,"since":1}'),
    );
    await fc.assert(
      fc.asyncProperty(text, async (stored) => {
        kept.set('tung-buoc:pin-tries', stored);
        expect(waitUntil(NOW)).toBe(0);
        expect(await tryPin(PIN, NOW)).toEqual({ kind: 'right' });
      }),
    );
    kept.set('tung-buoc:pin-tries', JSON.stringify({ wrong: 2 ** 50, since: 2 ** 52 }));
    expect(waitUntil(NOW)).toBe(NOW + HOUR);
  });

  it('wait their whole time, and no longer, when the clock is set back', async () => {
    const back = fc.record({
      wrong: fc.integer({ min: 5, max: 16 }),
      looks: fc.array(fc.record({ pass: fc.nat(HOUR), back: fc.nat(400 * 24 * HOUR), reload: fc.boolean() })),
    });
    await fc.assert(
      fc.asyncProperty(back, async ({ wrong, looks }) => {
        kept.set('tung-buoc:pin-tries', JSON.stringify({ wrong, since: NOW }));
        const wait = waitAfter(wrong);
        let waited = 0;
        let clock = NOW;
        let pin = await import('../../src/device/pin');
        for (const { pass, back, reload } of looks) {
          if (reload) pin = await afterReload();
          waited += pass;
          clock += pass - back;
          const until = pin.waitUntil(clock);
          if (waited < wait) expect(until).toBeGreaterThan(clock);
          expect(until).toBeLessThanOrEqual(clock + wait);
          // From any look on, with a clock that goes right, it is over after its own length.
          expect(pin.waitUntil(clock + wait)).toBe(0);
        }
      }),
    );
  });

  it('never come sooner than the waits allow, whatever is tried and when', async () => {
    const tries = fc.array(fc.oneof(fc.nat(40 * SECOND), fc.nat(2 * HOUR)), { minLength: 1, maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(tries, async (pauses) => {
        kept.delete('tung-buoc:pin-tries');
        let now = NOW;
        let looked = 0;
        let last = NOW;
        for (const pause of pauses) {
          now += pause;
          const before = kept.get('tung-buoc:pin-tries');
          await tryPin(WRONG, now);
          if (kept.get('tung-buoc:pin-tries') === before) continue;
          if (looked >= 5) expect(now - last).toBeGreaterThanOrEqual(WAITS[looked - 5] ?? HOUR);
          looked += 1;
          last = now;
        }
      }),
    );
  });
});
