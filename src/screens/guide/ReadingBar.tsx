import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { useWords } from '../../i18n/words';
import type { Reading } from './reading';

interface Props {
  bar: RefObject<HTMLDivElement | null>;
  reading: Reading;
  speed: 'normal' | 'slow';
  onSpeed(): void;
  onAgain(): void;
}

/** Above the dock while something is read: how it stops, and its speed; or that nothing was heard. */
export function ReadingBar({ bar, reading, speed, onSpeed, onAgain }: Props) {
  const { t } = useWords();
  const above = useDockHeight();
  useEffect(() => {
    // In the place of the hint that there is more below: what is read comes into sight by itself.
    document.documentElement.toggleAttribute('data-reading-bar', true);
    return () => document.documentElement.removeAttribute('data-reading-bar');
  }, []);
  const silent = reading.kind === 'silent';
  return (
    <div ref={bar} class="reading-bar" style={{ insetBlockEnd: `${above}px` }}>
      {/* Not told while the voice speaks; that it has failed is. */}
      {silent ? <p role="alert">{t('read.silent')}</p> : <p>{t('read.now')}</p>}
      {silent ? (
        <button type="button" class="button quiet" data-action="read-again" onClick={onAgain}>
          {t('read.again')}
        </button>
      ) : (
        <button
          type="button"
          class="button quiet"
          data-action="read-speed"
          data-speed={speed}
          onClick={onSpeed}
        >
          {t(speed === 'slow' ? 'read.normal' : 'read.slower')}
        </button>
      )}
    </div>
  );
}

/** The dock is as high as its words need. */
function useDockHeight(): number {
  const [height, setHeight] = useState(0);
  useLayoutEffect(() => {
    const measure = () => {
      const docks = Array.from(document.querySelectorAll<HTMLElement>('.dock'), (dock) => dock.offsetHeight);
      setHeight(Math.max(0, ...docks));
    };
    measure();
    addEventListener('resize', measure);
    return () => removeEventListener('resize', measure);
  }, []);
  return height;
}
