import { useState } from 'preact/hooks';
import { useWords } from '../../i18n/words';
import type { ListedTeam } from '../../report/heard-from';
import { type TeamsList as Read, readTeamsList } from '../../report/teams-list';

interface Props {
  /** How many of the list have not reported. */
  missing: number | undefined;
  onList(teams: ListedTeam[]): void;
}

/** Takes in a list of the teams that should report. */
export function TeamsList({ missing, onList }: Props) {
  const { t } = useWords();
  const [read, setRead] = useState<Read>();
  const take = async (file: File | undefined) => {
    const text = await file?.text().catch(() => undefined);
    if (text === undefined) return;
    const list = readTeamsList(text);
    setRead(list);
    if (list.kind === 'list') onList(list.teams);
  };
  return (
    <section class="teams-list">
      <p>{t('report.teams.lead')}</p>
      <label class="button file">
        {t('report.teams')}
        <input
          type="file"
          accept=".csv,text/csv,text/plain"
          data-import-teams
          onChange={(event) => void take(event.currentTarget.files?.[0])}
        />
      </label>
      <p role="status">
        {read?.kind === 'no-column' && t(`report.teams.no-column.${read.column}`)}
        {read?.kind === 'list' && missing === 0 && t('report.teams.all', { count: read.teams.length })}
      </p>
    </section>
  );
}
