import type { FunctionComponent } from 'preact';
import { lazy } from 'preact-iso';
import { cards, guides } from 'virtual:guides';
import type { Guide, Locale } from './guide/guide';
import { loadWords, WordsContext } from './i18n/words';
import { type Address, parseAddress, pathOf } from './screens/address';

type Page = FunctionComponent & { preload(): Promise<unknown> };

const known = new Map<string, Page>();

/** The page of an address, with its words and its guide; loaded once, when first shown or preloaded. */
export function pageOf(address: Address): Page {
  const path = pathOf(address);
  const page = known.get(path) ?? (lazy(() => load(address)) as Page);
  known.set(path, page);
  return page;
}

/** The address that a path below the site's root names; home for one that does not exist. */
export function addressOf(path: string): Address {
  return findAddress(path) ?? { screen: 'home', locale: path.startsWith('en/') ? 'en' : 'vi' };
}

/** The address that a path below the site's root names, if there is one. */
export function findAddress(path: string): Address | undefined {
  return parseAddress(path, (guide, locale) => guides[guide]?.[locale] !== undefined);
}

async function load(address: Address) {
  const [words, view] = await Promise.all([loadWords(address.locale), loadView(address)]);
  return () => <WordsContext.Provider value={words}>{view}</WordsContext.Provider>;
}

async function loadView(address: Address) {
  const { locale } = address;
  switch (address.screen) {
    case 'home': {
      const [{ HomeScreen }, list] = await Promise.all([import('./screens/home/HomeScreen'), loadCards(locale)]);
      return <HomeScreen cards={list} locale={locale} />;
    }
    case 'guide': {
      const [{ GuideScreen }, guide] = await Promise.all([
        import('./screens/guide/GuideScreen'),
        loadGuide(address.guide, locale),
      ]);
      if (!guide) throw new Error(`no guide ${address.guide} in ${locale}`);
      return <GuideScreen key={`${locale}/${guide.id}`} guide={guide} />;
    }
    case 'staff': {
      const [{ StaffScreen }, list] = await Promise.all([import('./screens/staff/StaffScreen'), loadCards(locale)]);
      return <StaffScreen cards={list} locale={locale} />;
    }
    case 'report': {
      const [{ ReportScreen }, list] = await Promise.all([import('./screens/report/ReportScreen'), loadCards(locale)]);
      return <ReportScreen cards={list} locale={locale} loadGuide={(id) => loadGuide(id, locale)} />;
    }
    default:
      return address satisfies never;
  }
}

async function loadCards(locale: Locale) {
  return (await cards[locale]()).default;
}

async function loadGuide(id: string, locale: Locale): Promise<Guide | undefined> {
  const module = await (guides[id]?.[locale] ?? guides[id]?.vi)?.();
  return module?.default;
}
