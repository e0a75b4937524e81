import type { FunctionComponent, VNode } from 'preact';
import { useEffect } from 'preact/hooks';
import { lazy } from 'preact-iso';
import type { Locale } from './guide/guide';
import { isKnown, loadCards, loadDrawnSteps, loadOutline } from './guides-known';
import { loadWords, WordsContext } from './i18n/words';
import { type Address, parseAddress, pathOf } from './screens/address';
import type { Content } from './screens/guide/content';
import type { GuideKnowledge } from './screens/report/use-guide-names';

type Page = FunctionComponent & { preload(): Promise<unknown> };

type GuideAddress = Address & { screen: 'guide' };
type MakeContent = (address: GuideAddress, prerendered: boolean) => Promise<Content>;

const known = new Map<string, Page>();
let makeContent: MakeContent | undefined;
/** Who touched a card and sees nothing happen for so long (ms) had better be told. */
const TOO_LONG = 20_000;

/**
 * The page of an address, with its words and its guide; loaded once, when first shown or preloaded. A page that
 * was there before any script (`prerendered`) does not wait for what it already says. `orHome`: a guide that cannot be
 * fetched leads home, and is tried anew the next time.
 */
export function pageOf(address: Address, { prerendered = false, orHome = false } = {}): Page {
  const path = pathOf(address);
  const loaded = () =>
    orHome && address.screen === 'guide' ? loadOrHome(address) : load(address, prerendered);
  const page = known.get(path) ?? (lazy(loaded) as Page);
  known.set(path, page);
  return page;
}

/** Where what a guide says comes from: to be said before the first page is asked for. */
export function makeContentBy(make: MakeContent): void {
  makeContent = make;
}

/** The address that a path below the site's root names; home for one that cannot be any. */
export function addressOf(path: string): Address {
  return parseAddress(path) ?? homeOf(path);
}

/** The same, if there is something at it. Rejects where that cannot be found out. */
export async function existingAddress(path: string): Promise<Address | undefined> {
  const address = parseAddress(path);
  if (address?.screen !== 'guide') return address;
  return (await isKnown(address.guide, address.locale)) ? address : undefined;
}

/** Home in the language of a path. */
export function homeOf(path: string): Address {
  return { screen: 'home', locale: path.startsWith('en/') ? 'en' : 'vi' };
}

async function loadOrHome(address: Address): Promise<FunctionComponent> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(reject, TOO_LONG);
  });
  try {
    return await Promise.race([load(address, false), tooLong]);
  } catch {
    known.delete(pathOf(address));
    const { NotHere } = await import('./screens/NotHere');
    return () => <NotHere locale={address.locale} />;
  } finally {
    clearTimeout(timer);
  }
}

async function load(address: Address, prerendered: boolean) {
  const readers = address.screen === 'home' || address.screen === 'guide' ? 'residents' : 'staff';
  const [words, view] = await Promise.all([
    loadWords(address.locale, readers),
    loadView(address, prerendered),
  ]);
  return () => {
    // What stood in the page goes with it: the next time it is loaded as any other.
    useEffect(() => () => void (prerendered && known.delete(pathOf(address))), []);
    return <WordsContext.Provider value={words}>{view()}</WordsContext.Provider>;
  };
}

/** Made anew each time it is shown: what was shown before would hang on it. */
async function loadView(address: Address, prerendered: boolean): Promise<() => VNode> {
  const { locale } = address;
  switch (address.screen) {
    case 'home': {
      const [{ HomeScreen }, list] = await Promise.all([
        import('./screens/home/HomeScreen'),
        loadCards(locale),
      ]);
      return () => <HomeScreen cards={list} locale={locale} />;
    }
    case 'guide': {
      const [{ GuideScreen }, outline, content] = await Promise.all([
        import('./screens/guide/GuideScreen'),
        loadOutline(address.guide, locale),
        makeContent?.(address, prerendered),
      ]);
      if (!outline || !content) throw new Error(`no guide ${address.guide} in ${locale}`);
      const drawn = () => loadDrawnSteps(address.guide, locale);
      return () => <GuideScreen key={pathOf(address)} guide={outline} content={content} drawn={drawn} />;
    }
    case 'staff': {
      const [{ StaffScreen }, list] = await Promise.all([
        import('./screens/staff/StaffScreen'),
        loadCards(locale),
      ]);
      return () => <StaffScreen cards={list} locale={locale} />;
    }
    case 'report': {
      const { ReportScreen } = await import('./screens/report/ReportScreen');
      return () => <ReportScreen locale={locale} knowledge={knowledgeOf(locale)} />;
    }
    case 'privacy': {
      const { PrivacyScreen } = await import('./screens/privacy/PrivacyScreen');
      return () => <PrivacyScreen locale={locale} />;
    }
    case 'helping': {
      const { HelpingScreen } = await import('./screens/helping/HelpingScreen');
      return () => <HelpingScreen locale={locale} />;
    }
    default:
      return address satisfies never;
  }
}

/** What the report needs to know of the guides. */
function knowledgeOf(locale: Locale): GuideKnowledge {
  return {
    async outlines() {
      const list = await loadCards(locale);
      const loaded = await Promise.all(list.map(({ id }) => loadOutline(id, locale)));
      return loaded.flatMap((one) => one ?? []);
    },
    places: async () => (await import('virtual:step-places')).default,
  };
}
