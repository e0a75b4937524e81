import { useMemo, useState } from 'preact/hooks';
import type { Locale } from '../../guide/guide';
import { useWords } from '../../i18n/words';
import { type ListedTeam, notHeardFrom } from '../../report/heard-from';
import { publishedTables } from '../../report/published-tables';
import { rawTables } from '../../report/tables';
import { dayOf } from '../../tally/day';
import { TopBar } from '../../ui/TopBar';
import { TotalTiles } from '../../ui/TotalTiles';
import { LanguageLink } from '../LanguageLink';
import { LookButton } from '../look/LookButton';
import { useHref } from '../site';
import { useTitle } from '../use-title';
import { Audience, type For } from './Audience';
import { Intake } from './Intake';
import { RefusedFiles } from './RefusedFiles';
import { ReportPeriod } from './ReportPeriod';
import { Tables } from './Tables';
import { TeamsList } from './TeamsList';
import { type GuideKnowledge, useGuideNames } from './use-guide-names';
import { useReport } from './use-report';
import '../staff/StaffScreen.css';
import './ReportScreen.css';

/** What many devices have counted together. Files are read here and go nowhere. */
export function ReportScreen({ locale, knowledge }: { locale: Locale; knowledge: GuideKnowledge }) {
  const { t } = useWords();
  const href = useHref();
  useTitle(t('report.title'));
  const flow = useReport();
  const { guides, places } = useGuideNames(knowledge);
  const [audience, setAudience] = useState<For>('raw');
  const [teams, setTeams] = useState<ListedTeam[]>();
  const { report } = flow;
  const notHeard = useMemo(() => report && teams && notHeardFrom(teams, report.devices), [report, teams]);
  const tables = useMemo(() => {
    if (!report) return [];
    const around = { say: t, guides, places, ...(notHeard && { notHeard }) };
    return audience === 'raw' ? rawTables(report, around) : publishedTables(report, around);
  }, [report, audience, guides, places, notHeard, t]);
  const total = report?.figures.total;
  const file = `tung-buoc-${audience === 'raw' ? 'bao-cao' : 'cong-bo'}-${dayOf(Date.now())}`;
  return (
    <>
      <TopBar home={href({ screen: 'home', locale })} title={t('app')}>
        <LanguageLink address={{ screen: 'report', locale }} />
        <LookButton />
      </TopBar>
      <main data-screen="report" class="dense report" data-audience={audience}>
        <h1>{t('report.title')}</h1>
        <p class="lead">{t('report.lead')}</p>
        <Intake flow={flow} />
        {report && <RefusedFiles refused={report.refused} />}
        {report && report.files > 0 && (
          <>
            <ReportPeriod days={report.days} onChoose={flow.show} />
            <Audience value={audience} onChange={setAudience} tables={tables} file={file} />
          </>
        )}
        {audience === 'raw' && (
          <TotalTiles
            totals={{
              started: report?.figures.started ?? 0,
              completed: total?.completed ?? 0,
              stopped: total?.stopped ?? 0,
              left: total?.left ?? 0,
            }}
            notCounted={report?.devices.reduce((sum, device) => sum + device.notCounted, 0) ?? 0}
          />
        )}
        {!report && <p>{t('report.persons')}</p>}
        {report && report.files > 0 && total?.turns === 0 && <p class="alert">{t('report.period.empty')}</p>}
        <Tables tables={tables} file={file} />
        {report && report.files > 0 && audience === 'raw' && (
          <TeamsList missing={notHeard?.length} onList={setTeams} />
        )}
      </main>
    </>
  );
}
