import { addTry, FREE_TRIES, forgetTries, waitAfter, waitUntil } from './tries';

export { waitUntil };

const NAME = 'tung-buoc:pin';

/** Digits of a PIN. */
export const PIN_LENGTH = 6;
/** What OWASP asks of PBKDF2 with SHA-256. */
const ITERATIONS = 600_000;
/** A record that asks for more is damaged: an old tablet would not come back from it. */
const MOST_ITERATIONS = 10_000_000;

/**
 * What lies in the storage; salt (16 bytes) and hash (32) as hexadecimal digits. A million PINs are soon tried by whoever
 * copies it out, so it is no secret to rely on: it only keeps the digits, that people use elsewhere too, from being read.
 */
interface PinRecord {
  salt: string;
  hash: string;
  iterations: number;
}

/** Why a device cannot have a PIN: no WebCrypto (an http address), or no storage. */
type PinTrouble = 'insecure' | 'refused';

/**
 * Whether the room is behind a PIN. What cannot be opened is none: where storage is refused, WebCrypto is missing or the
 * record is damaged, the room is open. Behind the door lie sums without persons; locked for good, a team would lose
 * them. And a visitor gains nothing: whoever can damage the record could as well delete it.
 */
export function pinIsSet(): boolean {
  return readPin() !== undefined;
}

/** A PIN was there, but its record cannot be read any more: staff should set it again. */
export function pinIsDamaged(): boolean {
  const text = stored();
  return text !== null && parse(text) === undefined;
}

/** What keeps this device from having a PIN; undefined where it can have one. */
export function pinTrouble(): PinTrouble | undefined {
  if (!globalThis.crypto?.subtle) return 'insecure';
  return keep(`${NAME}-probe`, '1') && keep(`${NAME}-probe`, null) ? undefined : 'refused';
}

/** Among the first that anybody tries: 000000 and its like, 123456 and 654321. Also what is not six digits. */
export function isWeakPin(pin: string): boolean {
  return !/^\d{6}$/.test(pin) || /^(\d)\1+$/.test(pin) || pin === '123456' || pin === '654321';
}

/**
 * Sets or changes the PIN, six digits. `weak`: too easy to guess; `insecure`: the browser has no WebCrypto here;
 * `refused`: it could not be stored, and what was set before still holds.
 */
export async function setPin(pin: string): Promise<'set' | 'weak' | PinTrouble> {
  if (isWeakPin(pin)) return 'weak';
  const trouble = pinTrouble();
  if (trouble) return trouble;
  const salt = toHex(crypto.getRandomValues(new Uint8Array(16)));
  const record: PinRecord = { salt, hash: await derive(pin, salt, ITERATIONS), iterations: ITERATIONS };
  if (!keep(NAME, JSON.stringify(record))) return 'refused';
  forgetTries();
  return 'set';
}

/** Opens the room for everybody. */
export function removePin(): void {
  keep(NAME, null);
  forgetTries();
}

/**
 * Tries a PIN at the time `now` (ms of the device's clock). `left`: so many more tries before there is a wait; `wait`: this
 * try was not right, or came too early and was not looked at. Without a PIN anything is right.
 */
export async function tryPin(
  pin: string,
  now: number,
): Promise<{ kind: 'right' } | { kind: 'wrong'; left: number } | { kind: 'wait'; until: number }> {
  const record = readPin();
  if (!record) return { kind: 'right' };
  const until = waitUntil(now);
  if (until > 0) return { kind: 'wait', until };
  // Counted before it is looked at: no free tries by closing the page in between, nor in several tabs at once.
  const wrong = addTry(now);
  if ((await derive(pin, record.salt, record.iterations)) === record.hash) {
    forgetTries();
    return { kind: 'right' };
  }
  if (wrong < FREE_TRIES) return { kind: 'wrong', left: FREE_TRIES - wrong };
  return { kind: 'wait', until: now + waitAfter(wrong) };
}

function readPin(): PinRecord | undefined {
  return globalThis.crypto?.subtle ? parse(stored()) : undefined;
}

function stored(): string | null {
  try {
    return localStorage.getItem(NAME);
  } catch {
    return null;
  }
}

function parse(text: string | null): PinRecord | undefined {
  try {
    const { salt, hash, iterations } = JSON.parse(text ?? '{}') as Record<string, unknown>;
    if (typeof salt !== 'string' || !/^[0-9a-f]{32}$/.test(salt)) return undefined;
    if (typeof hash !== 'string' || !/^[0-9a-f]{64}$/.test(hash)) return undefined;
    if (typeof iterations !== 'number' || !Number.isInteger(iterations)) return undefined;
    return iterations > 0 && iterations <= MOST_ITERATIONS ? { salt, hash, iterations } : undefined;
  } catch {
    return undefined;
  }
}

/** Stores, or with null removes; answers whether the storage now says so. */
function keep(name: string, text: string | null): boolean {
  try {
    if (text === null) localStorage.removeItem(name);
    else localStorage.setItem(name, text);
    return localStorage.getItem(name) === text;
  } catch {
    return false;
  }
}

async function derive(pin: string, salt: string, iterations: number): Promise<string> {
  const key = await crypto.subtle.importKey('raw', new TextEncoder().encode(pin), 'PBKDF2', false, [
    'deriveBits',
  ]);
  const from = { name: 'PBKDF2', hash: 'SHA-256', salt: fromHex(salt), iterations };
  return toHex(new Uint8Array(await crypto.subtle.deriveBits(from, key, 256)));
}

function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function fromHex(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}
