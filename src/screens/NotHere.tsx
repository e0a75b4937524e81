import { useLayoutEffect } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { Locale } from '../guide/guide';
import { NOT_HERE } from './address';
import { useHref } from './site';

/** In the place of a guide that cannot be fetched: back to the home screen, which says so. */
export function NotHere({ locale }: { locale: Locale }) {
  const { route } = useLocation();
  const href = useHref();
  useLayoutEffect(() => route(href({ screen: 'home', locale }) + NOT_HERE, true), [route, href, locale]);
  return null;
}
