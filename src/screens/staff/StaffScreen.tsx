import { useCallback, useEffect, useState } from 'preact/hooks';
import { type Role, role } from '../../device/role';
import type { Card, Locale } from '../../guide/guide';
import { useWords } from '../../i18n/words';
import { dayOf, mondayOf } from '../../tally/day';
import { notCountedBy } from '../../tally/not-counted';
import type { Sheet } from '../../tally/sheet';
import { totalsOf } from '../../tally/totals';
import { TopBar } from '../../ui/TopBar';
import { TotalTiles } from '../../ui/TotalTiles';
import { missed, settle, store } from '../counting';
import { LanguageLink } from '../LanguageLink';
import { LookButton } from '../look/LookButton';
import { useHref } from '../site';
import { useTitle } from '../use-title';
import { ByGuide } from './ByGuide';
import { DueGuides } from './DueGuides';
import { ExportButtons } from './ExportButtons';
import { KioskSetup } from './KioskSetup';
import { NotCounted } from './NotCounted';
import { PinGate } from './PinGate';
import { PinSetting } from './PinSetting';
import { PlaceForm } from './PlaceForm';
import { PublicAddress } from './PublicAddress';
import { Readiness } from './Readiness';
import { RoleChoice } from './RoleChoice';
import { Version } from './Version';
import { VoiceHint } from './VoiceHint';
import './StaffScreen.css';

interface Counts {
  state: 'reading' | 'unreadable' | 'read';
  sheets: Sheet[];
  setAside: number;
  /** Staff have not yet said where the device stands. Holds as long as the page: what was just filled in stays put. */
  first: boolean;
}

const NOTHING_YET: Counts = { state: 'reading', sheets: [], setAside: 0, first: false };

/** What this device has counted, whether it may be carried out, and how to hand the counts over. */
export function StaffScreen({ cards, locale }: { cards: Card[]; locale: Locale }) {
  const { t } = useWords();
  const href = useHref();
  useTitle(t('staff.title'));
  const [counts, setCounts] = useState(NOTHING_YET);
  const refresh = useCallback(
    () =>
      void readCounts().then((read) =>
        setCounts((before) => (before.state === 'reading' ? read : { ...read, first: before.first })),
      ),
    [],
  );
  useEffect(refresh, [refresh]);
  return (
    <>
      <TopBar home={href({ screen: 'home', locale })} title={t('staff.title')}>
        <LanguageLink address={{ screen: 'staff', locale }} />
        <LookButton />
      </TopBar>
      <main data-screen="staff" class="dense" data-state={counts.state}>
        <PinGate>
          <Room counts={counts} cards={cards} refresh={refresh} />
          <nav class="stack" aria-label={t('staff.more')}>
            <a class="button quiet" href={href({ screen: 'report', locale })}>
              {t('staff.report')}
            </a>
            <a class="button quiet" href={href({ screen: 'privacy', locale })}>
              {t('privacy.link')}
            </a>
            <a class="button quiet for-helpers" href={href({ screen: 'helping', locale })}>
              {t('helping.title')}
            </a>
          </nav>
        </PinGate>
        <p class="version">{t('staff.version', { version: __VERSION__, day: __BUILT__ })}</p>
      </main>
    </>
  );
}

function Room({ counts, cards, refresh }: { counts: Counts; cards: Card[]; refresh(): void }) {
  const { t } = useWords();
  const { state, sheets, setAside, first } = counts;
  const today = dayOf(Date.now());
  const rowsSince = (day: string) =>
    sheets.filter((sheet) => sheet.day >= day).flatMap((sheet) => sheet.rows);
  const ofToday = sheets.filter((sheet) => sheet.day === today).flatMap((sheet) => sheet.rows);
  const inNoSheet = state === 'reading' ? 0 : missed();
  const titles = new Map(cards.map((card) => [card.id, card.title]));
  const [use, setUse] = useState<Role>(role.get);
  const kiosk = use === 'kiosk';
  // Only once it is known where it belongs: a form that moves would lose what was filled in.
  const setUp = (
    <>
      <PlaceForm />
      <RoleChoice onChoose={setUse} />
      {kiosk && <KioskSetup />}
    </>
  );
  return (
    <>
      {state === 'unreadable' && (
        <p class="alert" role="alert">
          {t('staff.unreadable')}
        </p>
      )}
      {state !== 'reading' && <NotCounted counts={notCountedBy()} setAside={setAside} />}
      {first && (
        <section class="first">
          <h2>{t('staff.first')}</h2>
          <p>{t('staff.first.lead')}</p>
          {setUp}
        </section>
      )}
      <h1>{t('staff.today')}</h1>
      <TotalTiles totals={totalsOf(ofToday)} notCounted={inNoSheet} />
      <ByGuide title={t('staff.by-guide')} rows={ofToday} titles={titles} />
      <ByGuide title={t('staff.week')} rows={rowsSince(mondayOf(today))} titles={titles} />
      <ByGuide title={t('staff.all')} rows={sheets.flatMap((sheet) => sheet.rows)} titles={titles} />
      <Readiness titles={titles} />
      <Version />
      <VoiceHint />
      <ExportButtons onSealed={refresh} />
      <DueGuides cards={cards} />
      {state !== 'reading' && !first && setUp}
      <PublicAddress cards={cards} />
      {!kiosk && <PinSetting />}
    </>
  );
}

async function readCounts(): Promise<Counts> {
  // What still waits for the database, and walks that nobody came back to, are counted first.
  await settle();
  await store.openWalks();
  const sheets = await store.sheets();
  if (!sheets) return { ...NOTHING_YET, state: 'unreadable' };
  return {
    state: 'read',
    sheets,
    setAside: await store.setAside(),
    first: (await store.place()) === undefined,
  };
}
