import { type GuideId, ID, LOCALES, type Locale } from '../guide/guide';

/** Everything that has an address of its own. */
export type Address =
  | { screen: 'home'; locale: Locale }
  | { screen: 'guide'; locale: Locale; guide: GuideId }
  | { screen: 'staff'; locale: Locale }
  | { screen: 'report'; locale: Locale }
  | { screen: 'privacy'; locale: Locale }
  | { screen: 'helping'; locale: Locale };

/** Behind home's address: the guide that was asked for is not on this device, and cannot be fetched. */
export const NOT_HERE = '#not-here';

/** Beside each page, what the store keeps of it and the app brings in: all but its style. */
export const CONTENT = 'content.html';

/** Screens whose address is their own name. */
const OWN = ['staff', 'report', 'privacy', 'helping'] as const;

/**
 * The address that a path below the site's root names (`vneid/`, `en/`, `staff/`), with or without its last slash or
 * `index.html`; undefined for one that cannot be any. Whether there is such a guide is another question.
 */
export function parseAddress(path: string): Address | undefined {
  const parts = path.split('/').filter((part) => part !== '' && part !== 'index.html');
  const locale: Locale = LOCALES.find((known) => known !== 'vi' && known === parts[0]) ?? 'vi';
  const [name, extra] = locale === 'vi' ? parts : parts.slice(1);
  if (extra !== undefined) return undefined;
  if (name === undefined) return { screen: 'home', locale };
  const own = OWN.find((screen) => screen === name);
  if (own) return { screen: own, locale };
  return ID.test(name) ? { screen: 'guide', locale, guide: name } : undefined;
}

/** The path of an address below the site's root: empty for home, else ending in a slash. */
export function pathOf(address: Address): string {
  const start = address.locale === 'vi' ? '' : `${address.locale}/`;
  switch (address.screen) {
    case 'home':
      return start;
    case 'guide':
      return `${start}${address.guide}/`;
    case 'staff':
    case 'report':
    case 'privacy':
    case 'helping':
      return `${start}${address.screen}/`;
    default:
      return address satisfies never;
  }
}

/** The same place in the other language. */
export function inOtherLocale(address: Address): Address {
  return { ...address, locale: address.locale === 'vi' ? 'en' : 'vi' };
}
