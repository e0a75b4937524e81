import { checkAddress, writtenAddress } from '../device/public-address';
import { type Address, pathOf } from './address';

/** Where the site is public by what the build was told; undefined when it was told nothing that can be given away. */
export function builtAddress(): string | undefined {
  const checked = checkAddress(__SITE_URL__);
  return 'address' in checked ? checked.address : undefined;
}

/** Where anybody can open a page of the site; undefined when nobody has said where it is public. */
export function publicAddress(address: Address): string | undefined {
  const site = writtenAddress() ?? builtAddress();
  return site && site + pathOf(address);
}
