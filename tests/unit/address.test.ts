import { expect, it } from 'vitest';
import { type Address, inOtherLocale, parseAddress, pathOf } from '../../src/screens/address';

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
      expect(parseAddress(form)).toEqual(address);
    }
    expect(inOtherLocale(inOtherLocale(address))).toEqual(address);
  }
});

it('an address that cannot be any is none', () => {
  for (const path of ['vneid/more', 'Nowhere', 'no where/', 'en/-/', '%76neid/', 'en/vneid/x/'])
    expect(parseAddress(path)).toBeUndefined();
});
