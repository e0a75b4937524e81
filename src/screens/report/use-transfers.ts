import { useEffect, useState } from 'preact/hooks';
import { exportName } from '../../tally/export';
import { type FrameAnswer, FrameCollector, type Progress } from '../../tally/frame-collector';

/** Without a new code for so long, the missing ones are named. */
const STALLED_MS = 5000;
/** So many numbers can be remembered on the way from one screen to the other. */
const MOST_NAMED = 6;

/** The one line of help beside the picture. */
export type Says =
  | { kind: 'aim' }
  | { kind: 'missing'; numbers: string }
  | { kind: 'refused'; reason: Extract<FrameAnswer, { kind: 'refused' }>['reason'] }
  | { kind: 'complete'; total: number };

/** Puts transfers together from the bytes of codes; each complete file is handed on once. */
export function useTransfers(onFile: (name: string, text: string) => void): {
  add(bytes: Uint8Array): void;
  progress: Progress | undefined;
  says: Says;
} {
  const [collector] = useState(() => new FrameCollector());
  const [progress, setProgress] = useState<Progress>();
  const [says, setSays] = useState<Says>({ kind: 'aim' });

  useEffect(() => {
    if (says.kind !== 'aim' || !progress || progress.have === progress.count) return;
    const timer = setTimeout(() => {
      const numbers = collector.missing(progress, MOST_NAMED + 1);
      const named = numbers.slice(0, MOST_NAMED).join(', ');
      setSays({ kind: 'missing', numbers: numbers.length > MOST_NAMED ? `${named} …` : named });
    }, STALLED_MS);
    return () => clearTimeout(timer);
  }, [progress, says, collector]);

  const add = (bytes: Uint8Array) => {
    const answer = collector.add(bytes);
    switch (answer.kind) {
      case 'new':
        setProgress(answer.progress);
        setSays({ kind: 'aim' });
        return;
      case 'known':
        if (answer.progress.transfer !== progress?.transfer) setProgress(answer.progress);
        if (says.kind === 'refused') setSays({ kind: 'aim' });
        return;
      case 'complete': {
        const { place, exported, notCounted, sheets, total } = answer.file;
        const name = exportName({ place, day: exported, notCounted, sheets }, 'json');
        setProgress(answer.progress);
        setSays({ kind: 'complete', total });
        onFile(name, JSON.stringify(answer.file));
        return;
      }
      case 'refused':
        setSays({ kind: 'refused', reason: answer.reason });
        return;
      default:
        answer satisfies never;
    }
  };
  return { add, progress, says };
}
