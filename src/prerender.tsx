import { guides } from 'virtual:whole-guides';
import { renderToString } from 'preact-render-to-string';
import { App } from './app';
import { drawPages } from './drawn-pages';
import { LOCALES } from './guide/guide';
import { loadCards } from './guides-known';
import { loadWords } from './i18n/words';
import { addressOf, pageOf } from './pages';
import { type Address, inOtherLocale, pathOf } from './screens/address';
import { pageTitle } from './screens/use-title';

drawPages();

/** Called by the build for each page: its HTML, its head, and all other pages there are. */
export async function prerender({ url }: { url: string }) {
  const path = url.replace(/^\//, '');
  const address = addressOf(path);
  await pageOf(address).preload();
  const root = '../'.repeat(pathOf(address).split('/').length - 1);
  const { title, description } = await headOf(address);
  return {
    html: renderToString(<App site={{ root }} />),
    links: new Set(addresses().map((one) => `/${pathOf(one)}`)),
    head: {
      lang: address.locale,
      title,
      elements: new Set([
        { type: 'meta', props: { name: 'description', content: description } },
        ...alternates(address, root),
      ]),
    },
  };
}

function addresses(): Address[] {
  const screens = (['home', 'staff', 'report', 'privacy', 'helping'] as const).flatMap((screen) =>
    LOCALES.map((locale) => ({ screen, locale })),
  );
  const pages = Object.entries(guides).flatMap(([guide, locales]) =>
    LOCALES.filter((locale) => locales[locale]).map(
      (locale): Address => ({ screen: 'guide', guide, locale }),
    ),
  );
  return [...screens, ...pages];
}

async function headOf(address: Address): Promise<{ title: string; description: string }> {
  const { t } = await loadWords(address.locale, 'staff');
  const list = await loadCards(address.locale);
  const card = list.find(({ id }) => address.screen === 'guide' && id === address.guide);
  const names = {
    home: t('app'),
    guide: card?.title ?? t('app'),
    staff: t('staff.title'),
    report: t('report.title'),
    privacy: t('privacy.title'),
    helping: t('helping.title'),
  };
  return {
    title: pageTitle(names[address.screen], t('app')),
    description: card?.summary ?? t('app.description'),
  };
}

/** Search engines want full addresses; without one given at build time the links are relative. */
function alternates(address: Address, root: string) {
  const other = inOtherLocale(address);
  const both = [address, other].filter((one) => one.screen !== 'guide' || guides[one.guide]?.[one.locale]);
  if (both.length < 2) return [];
  return both.map((one) => ({
    type: 'link',
    props: { rel: 'alternate', hreflang: one.locale, href: (__SITE_URL__ || root || './') + pathOf(one) },
  }));
}
