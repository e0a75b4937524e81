import { useWords } from '../i18n/words';
import './TotalTiles.css';

interface Props {
  totals: { started: number; completed: number; stopped: number; left: number };
  notCounted: number;
}

/** Figures large, as the counts page and the report begin. */
export function TotalTiles({ totals, notCounted }: Props) {
  const { t, language } = useWords();
  const values = { ...totals, 'not-counted': notCounted };
  const names = ['started', 'completed', 'stopped', 'left', 'not-counted'] as const;
  return (
    <div class="tiles">
      {names.map((name) => (
        <div key={name} data-total={name} data-value={values[name]}>
          <b>{values[name].toLocaleString(language)}</b>
          <span>{t(`total.${name}`)}</span>
        </div>
      ))}
    </div>
  );
}
