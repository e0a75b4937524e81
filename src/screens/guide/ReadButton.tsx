import { useEffect, useRef } from 'preact/hooks';
import type { Outline, StepId } from '../../guide/guide';
import { useWords } from '../../i18n/words';
import { Icon } from '../../ui/icons';
import { ReadingBar } from './ReadingBar';
import { useMeans } from './use-means';
import { useReading } from './use-reading';
import './ReadButton.css';

interface Props {
  guide: Outline;
  /** The address of the guide's own folder, ending in "/". */
  folder: string;
  /** The step on screen, if it is one. */
  step: StepId | undefined;
}

/** Reads the screen aloud; not shown where there is neither a recording nor a voice for the language. */
export function ReadButton({ guide, folder, step }: Props) {
  const { t } = useWords();
  const bar = useRef<HTMLDivElement>(null);
  const means = useMeans(guide, folder, step);
  const { reading, speed, toggle, changeSpeed } = useReading(means, bar);
  const shown = means !== undefined;
  useEffect(() => {
    // What stands in the top bar leaves room for it.
    document.documentElement.toggleAttribute('data-reads', shown);
    return () => document.documentElement.removeAttribute('data-reads');
  }, [shown]);
  if (!shown) return null;
  const now = reading.kind === 'reading';
  return (
    <>
      <button
        type="button"
        class={now ? 'round reads' : 'round'}
        data-action="read"
        data-reading={reading.kind}
        aria-label={now ? t('read.stop') : t('read')}
        onClick={toggle}
      >
        <Icon name="read" />
        <span class="word">{now ? t('read.stop') : t('read')}</span>
      </button>
      {reading.kind !== 'quiet' && (
        <ReadingBar bar={bar} reading={reading} speed={speed} onSpeed={changeSpeed} onAgain={toggle} />
      )}
    </>
  );
}
