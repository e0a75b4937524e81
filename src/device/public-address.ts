const KEY = 'tung-buoc:public-address';
/** A longer address makes a code of so many modules that old cameras do not read it. */
export const LONGEST_ADDRESS = 120;

/** What is wrong with an address; `has-more`: a query or a hash. */
export type AddressProblem = 'unreadable' | 'not-https' | 'has-more' | 'too-long';

let current: string | undefined;

/** The site's public address as staff wrote it on this device, ending in a slash; undefined when there is none. */
export function writtenAddress(): string | undefined {
  try {
    current ??= localStorage.getItem(KEY) ?? '';
  } catch {
    current = '';
  }
  // Storage may have been changed by other hands.
  const checked = checkAddress(current);
  return 'address' in checked ? checked.address : undefined;
}

/** Keeps the address, or with undefined forgets it. Where storage is refused it holds until the page is closed. */
export function writeAddress(address: string | undefined): 'saved' | 'not-saved' {
  current = address ?? '';
  try {
    if (address === undefined) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, address);
    return 'saved';
  } catch {
    return 'not-saved';
  }
}

/** The address of a site's first page as somebody writes it, brought into one form: https, ending in a slash. */
export function checkAddress(text: string): { address: string } | { problem: AddressProblem } {
  const trimmed = text.trim();
  if (/[?#]/.test(trimmed)) return { problem: 'has-more' };
  const url = parse(/^[a-z][a-z\d+.-]*:/i.test(trimmed) ? trimmed : `https://${trimmed}`);
  if (!url) return { problem: 'unreadable' };
  if (url.protocol !== 'https:') return { problem: 'not-https' };
  // Without a dot it is a name that only one network knows; with a name before the "@" it is not what it looks like.
  if (!/[^.]\.[^.]/.test(url.hostname) || url.username || url.password) return { problem: 'unreadable' };
  const address = url.href.replace(/\/index\.html$/, '').replace(/\/?$/, '/');
  return address.length > LONGEST_ADDRESS ? { problem: 'too-long' } : { address };
}

function parse(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}
