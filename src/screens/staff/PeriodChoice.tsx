import { useWords } from '../../i18n/words';
import { dayOf, mondayOf } from '../../tally/day';
import type { Period } from '../../tally/export';

const RANGES = ['all', 'week', 'month', 'days'] as const;
type Range = (typeof RANGES)[number];

export interface Choice {
  range: Range;
  /** For `days`. */
  from: string;
  to: string;
}

/** Everything, to begin with. */
export function everything(): Choice {
  const today = dayOf(Date.now());
  return { range: 'all', from: mondayOf(today), to: today };
}

/** The days that were chosen; undefined for all. */
export function periodOf({ range, from, to }: Choice): Period | undefined {
  const today = dayOf(Date.now());
  switch (range) {
    case 'all':
      return undefined;
    case 'week':
      return { from: mondayOf(today), to: today };
    case 'month':
      return { from: `${today.slice(0, 8)}01`, to: today };
    case 'days':
      // In either order: what is between them is meant.
      return from <= to ? { from, to } : { from: to, to: from };
    default:
      return range satisfies never;
  }
}

/** Which days go into an export. */
export function PeriodChoice({ value, onChange }: { value: Choice; onChange(value: Choice): void }) {
  const { t } = useWords();
  return (
    <div class="fields">
      <label>
        {t('staff.period')}
        <select
          name="period"
          value={value.range}
          onChange={(event) => onChange({ ...value, range: event.currentTarget.value as Range })}
        >
          {RANGES.map((range) => (
            <option key={range} value={range}>
              {t(`staff.period.${range}`)}
            </option>
          ))}
        </select>
      </label>
      {value.range === 'days' &&
        (['from', 'to'] as const).map((end) => (
          <label key={end}>
            {t(`staff.period.${end}`)}
            <input
              type="date"
              name={end}
              required
              value={value[end]}
              onInput={(event) => onChange({ ...value, [end]: event.currentTarget.value || value[end] })}
            />
          </label>
        ))}
    </div>
  );
}
