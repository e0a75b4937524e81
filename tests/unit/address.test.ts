import { expect, it } from 'vitest';
import { type Address, inOtherLocale, parseAddress, pathOf } from '../../src/screens/address';

const exists = (guide: string) => guide === 'vneid';
const all: Address[] = (['vi', 'en'] as const).flatMap((locale) => [
  { screen: 'home' as const, locale },
  { screen: 'staff' as const, locale },
  { screen: 'report' as const, locale },
  { screen: 'privacy' as const, locale },
  { screen: 'helping' as const, locale },
  { screen: 'guide' as const, guide: 'vneid', locale },
]);

it('an address is its path, there and back, with or without slash and index.html', () => {
  for (const address of all) {
    const path = pathOf(address);
    for (const form of [path, path.replace(/\/$/, ''), `${path}index.html`]) {
      expect(parseAddress(form, exists)).toEqual(address);
    }
    expect(inOtherLocale(inOtherLocale(address))).toEqual(address);
  }
});

it('an address that does not exist is none', () => {
  for (const path of ['nowhere', 'vneid/more', 'en/nowhere', 'vi', 'en/vneid/x/'])
    expect(parseAddress(path, exists)).toBeUndefined();
});
