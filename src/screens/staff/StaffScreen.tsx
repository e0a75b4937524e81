import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Card, Locale } from '../../guide/guide';
import { useWords } from '../../i18n/words';
import { dayOf } from '../../tally/day';
import { notCounted } from '../../tally/not-counted';
import type { Row } from '../../tally/row';
import type { Sheet } from '../../tally/sheet';
import { totalsOf } from '../../tally/totals';
import { GuideTotals } from '../../ui/GuideTotals';
import { TopBar } from '../../ui/TopBar';
import { TotalTiles } from '../../ui/TotalTiles';
import { store } from '../counting';
import { LanguageLink } from '../LanguageLink';
import { readersTextSize } from '../readers-text-size';
import { useHref } from '../site';
import { useTitle } from '../use-title';
import { DueGuides } from './DueGuides';
import { ExportButtons } from './ExportButtons';
import { PlaceForm } from './PlaceForm';
import { RoleChoice } from './RoleChoice';
import './StaffScreen.css';

type Counts = { state: 'reading' } | { state: 'unreadable' } | { state: 'read'; sheets: Sheet[] };

/** What this device has counted, and how to hand it over. */
export function StaffScreen({ cards, locale }: { cards: Card[]; locale: Locale }) {
  const { t } = useWords();
  const href = useHref();
  useTitle(t('staff.title'));
  const [counts, setCounts] = useState<Counts>({ state: 'reading' });

  const refresh = useCallback(async () => {
    // Walks that nobody came back to are counted as left first.
    await store.openWalks();
    const sheets = await store.sheets();
    setCounts(sheets ? { state: 'read', sheets } : { state: 'unreadable' });
  }, []);
  useEffect(() => void refresh(), [refresh]);

  const sheets = counts.state === 'read' ? counts.sheets : [];
  const all = sheets.flatMap((sheet) => sheet.rows);
  const today = sheets.filter((sheet) => sheet.day === dayOf(Date.now())).flatMap((sheet) => sheet.rows);
  const missed = counts.state === 'reading' ? 0 : notCounted();
  const titles = new Map(cards.map((card) => [card.id, card.title]));
  return (
    <>
      <TopBar home={href({ screen: 'home', locale })} title={t('staff.title')} textSize={readersTextSize}>
        <LanguageLink address={{ screen: 'staff', locale }} />
      </TopBar>
      <main data-screen="staff" class="dense" data-state={counts.state}>
        {counts.state === 'unreadable' && (
          <p class="alert" role="alert">
            {t('staff.unreadable')}
          </p>
        )}
        {missed > 0 && (
          <p class="alert" role="alert">
            {t('staff.not-counted', { count: missed })}
          </p>
        )}
        <h1>{t('staff.today')}</h1>
        <TotalTiles totals={totalsOf(today)} notCounted={missed} />
        <ByGuide title={t('staff.by-guide')} rows={today} titles={titles} />
        <ByGuide title={t('staff.all')} rows={all} titles={titles} />
        <ExportButtons onSealed={refresh} />
        <DueGuides cards={cards} />
        <PlaceForm />
        <RoleChoice />
        <p>
          <a class="button quiet" href={href({ screen: 'report', locale })}>
            {t('staff.report')}
          </a>
        </p>
        <p class="version">{t('staff.version', { version: __VERSION__, day: __BUILT__ })}</p>
      </main>
    </>
  );
}

function ByGuide({ title, rows, titles }: { title: string; rows: Row[]; titles: Map<string, string> }) {
  const { t } = useWords();
  return (
    <section>
      <h2>{title}</h2>
      {rows.length === 0 ? <p>{t('staff.none')}</p> : <GuideTotals rows={rows} titles={titles} />}
    </section>
  );
}
