import { useEffect, useState } from 'preact/hooks';
import type { Guide } from '../../guide/guide';
import { useWords } from '../../i18n/words';
import { dropOff } from '../../report/drop-off';
import type { Row } from '../../tally/row';

interface Props {
  id: string;
  title: string;
  rows: Row[];
  loadGuide(id: string): Promise<Guide | undefined>;
}

/** Which step of a guide stops people: bars beside their figures, in the guide's own order. */
export function DropOffTable({ id, title, rows, loadGuide }: Props) {
  const { t } = useWords();
  const [guide, setGuide] = useState<Guide>();
  useEffect(() => void loadGuide(id).then(setGuide), [id, loadGuide]);
  const steps = guide?.steps ?? [];
  const figures = dropOff(
    rows,
    steps.map((step) => step.id),
  );
  const most = Math.max(1, ...figures.map((figure) => figure.reached));
  const width = (count: number) => ({ inlineSize: `${(100 * count) / most}%` });
  return (
    <section>
      <h2>
        {title}: {t('report.where')}
      </h2>
      <div class="wide">
        <table>
          <thead>
            <tr>
              <th scope="col">{t('report.step')}</th>
              <th scope="col" class="number">
                {t('report.reached')}
              </th>
              <th scope="col">{t('report.flow')}</th>
              <th scope="col" class="number">
                {t('report.stopped')}
              </th>
              <th scope="col" class="number">
                {t('report.helped')}
              </th>
            </tr>
          </thead>
          <tbody>
            {figures.map(({ step, reached, stopped, helped }) => (
              <tr key={step}>
                <th scope="row">{steps.find((known) => known.id === step)?.title ?? step}</th>
                <td class="number">{reached}</td>
                <td>
                  <span class="flow" aria-hidden="true">
                    <i style={width(reached - stopped)} />
                    <i style={width(stopped)} />
                  </span>
                </td>
                <td class="number">{stopped}</td>
                <td class="number">{helped}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
