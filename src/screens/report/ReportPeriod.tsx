import { useState } from 'preact/hooks';
import { useWords } from '../../i18n/words';
import { READY_PERIODS, type ReadyPeriod, readyPeriod } from '../../report/periods';
import { dayOf } from '../../tally/day';
import type { Period } from '../../tally/export';

type Choice = ReadyPeriod | 'days';

/** Which days the report is about: a ready period, or any two days. `days` are those that there is something of. */
export function ReportPeriod({
  days,
  onChoose,
}: {
  days: Period | undefined;
  onChoose(period: Period | undefined): void;
}) {
  const { t } = useWords();
  const [choice, setChoice] = useState<Choice>('all');
  const [own, setOwn] = useState<Period>();
  const today = dayOf(Date.now());
  const shown = choice === 'days' ? own : readyPeriod(choice, today);

  const choose = (next: Choice) => {
    setChoice(next);
    const period = next === 'days' ? (shown ?? days ?? { from: today, to: today }) : readyPeriod(next, today);
    if (next === 'days') setOwn(period);
    onChoose(period);
  };
  const setEnd = (end: keyof Period, day: string) => {
    // Emptied for a moment while someone types.
    if (!own || day === '') return;
    const period = { ...own, [end]: day };
    setOwn(period);
    // In either order: what is between them is meant.
    onChoose(period.from <= period.to ? period : { from: period.to, to: period.from });
  };
  return (
    <div class="fields period">
      <label>
        {t('report.period')}
        <select
          name="period"
          value={choice}
          onChange={(event) => choose(event.currentTarget.value as Choice)}
        >
          {[...READY_PERIODS, 'days' as const].map((one) => (
            <option key={one} value={one}>
              {t(`report.period.${one}`)}
            </option>
          ))}
        </select>
      </label>
      {choice === 'days' &&
        own &&
        (['from', 'to'] as const).map((end) => (
          <label key={end}>
            {t(`staff.period.${end}`)}
            <input
              type="date"
              name={end}
              required
              value={own[end]}
              onInput={(event) => setEnd(end, event.currentTarget.value)}
            />
          </label>
        ))}
    </div>
  );
}
