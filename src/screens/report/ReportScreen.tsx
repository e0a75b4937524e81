import { useEffect, useRef, useState } from 'preact/hooks';
import type { Card, Guide, Locale } from '../../guide/guide';
import { useWords } from '../../i18n/words';
import { byGuide, totalsOf } from '../../tally/totals';
import { GuideTotals } from '../../ui/GuideTotals';
import { TopBar } from '../../ui/TopBar';
import { TotalTiles } from '../../ui/TotalTiles';
import { LanguageLink } from '../LanguageLink';
import { readersTextSize } from '../readers-text-size';
import { useHref } from '../site';
import { useTitle } from '../use-title';
import { DropOffTable } from './DropOffTable';
import type { QrCamera } from './QrCamera';
import { emptyReport, type ReportData, readInto } from './report-data';
import '../staff/StaffScreen.css';

interface Props {
  cards: Card[];
  locale: Locale;
  loadGuide(id: string): Promise<Guide | undefined>;
}

/** What many devices have counted together. Files are read here and go nowhere. */
export function ReportScreen({ cards, locale, loadGuide }: Props) {
  const { t } = useWords();
  const href = useHref();
  useTitle(t('report.title'));
  const [report, setReport] = useState<ReportData>(emptyReport);
  // One after the other: files may come by the dozen, and from the camera while others are being read.
  const reading = useRef(Promise.resolve(emptyReport));
  const read = (files: File[]) => {
    reading.current = reading.current.then((before) => readInto(before, files));
    void reading.current.then(setReport);
  };
  const Camera = useCamera();

  const sheets = [...report.merged.sheets.values()];
  const rows = sheets.flatMap((sheet) => sheet.rows);
  const suspect = sheets.filter(({ id, clock }) => clock === 'suspect' || report.ahead.has(id)).length;
  const titles = new Map(cards.map((card) => [card.id, card.title]));
  const notCounted = [...report.notCounted.values()].reduce((sum, count) => sum + count, 0);
  return (
    <>
      <TopBar home={href({ screen: 'home', locale })} title={t('app')} textSize={readersTextSize}>
        <LanguageLink address={{ screen: 'report', locale }} />
      </TopBar>
      <main data-screen="report" class="dense">
        <h1>{t('report.title')}</h1>
        <p>{t('report.lead')}</p>
        <div class="row">
          <label class="button go file">
            {t('report.choose')}
            <input
              type="file"
              multiple
              accept=".json,application/json"
              data-import
              onChange={(event) => read([...(event.currentTarget.files ?? [])])}
            />
          </label>
          {Camera && (
            <Camera onFile={(name, text) => read([new File([text], name, { type: 'application/json' })])} />
          )}
        </div>
        <p role="status">
          {report.files > 0 && t('report.files', { files: report.files, sheets: sheets.length })}
        </p>
        <TotalTiles totals={totalsOf(rows)} notCounted={notCounted} />
        <p>{t('report.persons')}</p>
        {report.merged.conflicts.size > 0 && (
          <p class="alert">{t('report.conflicts', { count: report.merged.conflicts.size })}</p>
        )}
        {suspect > 0 && <p class="alert">{t('report.suspect', { count: suspect })}</p>}
        {report.refused.length > 0 && (
          <section class="alert">
            <h2>{t('report.refused')}</h2>
            <ul>
              {report.refused.map(({ name, refusal }) => (
                <li key={name} data-refused={refusal.reason}>
                  <b>{name}</b>:{' '}
                  {t(`refusal.${refusal.reason}`, { path: refusal.reason === 'invalid' ? refusal.path : '' })}
                </li>
              ))}
            </ul>
          </section>
        )}
        {rows.length > 0 && <GuideTotals rows={rows} titles={titles} />}
        {[...byGuide(rows)].map(([guide, ofGuide]) => (
          <DropOffTable
            key={guide}
            id={guide}
            title={titles.get(guide) ?? guide}
            rows={ofGuide}
            loadGuide={loadGuide}
          />
        ))}
      </main>
    </>
  );
}

/** Reads counts that a tablet without network shows as codes; fetched after the page. */
function useCamera(): typeof QrCamera | undefined {
  const [view, setView] = useState<{ QrCamera: typeof QrCamera }>();
  useEffect(() => void import('./QrCamera').then(setView), []);
  return view?.QrCamera;
}
