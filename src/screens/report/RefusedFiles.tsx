import { useState } from 'preact/hooks';
import { useWords } from '../../i18n/words';
import type { RefusedFile } from '../../report/report';

const FIRST = 10;

/** The files that were not taken, by name and reason: the others are in the report. */
export function RefusedFiles({ refused }: { refused: RefusedFile[] }) {
  const { t } = useWords();
  const [all, setAll] = useState(false);
  if (refused.length === 0) return null;
  const shown = all ? refused : refused.slice(0, FIRST);
  return (
    <section class="alert">
      <h2>
        {t('report.table.refused')}: {refused.length}
      </h2>
      <ul>
        {shown.map(({ name, refusal }, i) => (
          <li key={`${i} ${name}`} data-refused={refusal.reason}>
            <b>{name}</b>:{' '}
            {t(`refusal.${refusal.reason}`, { path: refusal.reason === 'invalid' ? refusal.path : '' })}
          </li>
        ))}
      </ul>
      {refused.length > shown.length && (
        <button type="button" class="button" onClick={() => setAll(true)}>
          {t('report.more', { count: refused.length })}
        </button>
      )}
    </section>
  );
}
