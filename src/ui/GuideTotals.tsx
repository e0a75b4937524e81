import { useWords } from '../i18n/words';
import { Wide } from './Wide';

interface Counter {
  guide: string;
  event: string;
  count: number;
}

interface Props {
  /** What the table is called. */
  title: string;
  rows: Counter[];
  titles: Map<string, string>;
}

const EVENTS = ['started', 'completed', 'stopped', 'left'] as const;

/** How walks began and ended, a guide a row, in the order of the home screen; unknown guides last, by id. */
export function GuideTotals({ title, rows, titles }: Props) {
  const { t } = useWords();
  const counted = new Set(rows.map((row) => row.guide));
  const guides = [...titles.keys(), ...[...counted].filter((id) => !titles.has(id)).sort()].filter((id) =>
    counted.has(id),
  );
  const sum = (guide: string, event: string) =>
    rows.reduce((total, row) => total + (row.guide === guide && row.event === event ? row.count : 0), 0);
  return (
    <Wide label={title}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('staff.guide')}</th>
            {EVENTS.map((event) => (
              <th scope="col" class="number">
                {t(`total.${event}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {guides.map((guide) => (
            <tr key={guide}>
              <th scope="row">{titles.get(guide) ?? guide}</th>
              {EVENTS.map((event) => (
                <td class="number">{sum(guide, event)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  );
}
