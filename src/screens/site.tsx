import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { type Address, pathOf } from './address';

/** Where the site lies: at a domain, under a sub-path, or in a folder that some server serves. */
export interface Site {
  /** The path of the site's root, ending in a slash; while pages are built, the way to it from the page. */
  root: string;
}

export const SiteContext = createContext<Site>({ root: '/' });

/** Makes links: from an address to what stands in `href`. */
export function useHref(): (address: Address) => string {
  const { root } = useContext(SiteContext);
  return (address) => root + pathOf(address) || './';
}

/** The path of the site's root, ending in a slash. */
export function useRoot(): string {
  return useContext(SiteContext).root;
}
