import { useWords } from '../../i18n/words';
import type { Row } from '../../tally/row';
import { GuideTotals } from '../../ui/GuideTotals';

/** The walks of some days, by guide. */
export function ByGuide({
  title,
  rows,
  titles,
}: {
  title: string;
  rows: Row[];
  titles: Map<string, string>;
}) {
  const { t } = useWords();
  return (
    <section>
      <h2>{title}</h2>
      {rows.length === 0 ? (
        <p>{t('staff.none')}</p>
      ) : (
        <GuideTotals title={title} rows={rows} titles={titles} />
      )}
    </section>
  );
}
