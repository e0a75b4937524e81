import { speak } from '../../device/speech';
import { keepRecording, playRecording } from '../../device/speech-recording';
import { stretchAt, utterancesOf } from '../../guide/spoken';
import type { SpokenWords } from '../../guide/spoken-words';
import { clearReading, showReading } from './highlight';
import { passagesInSight } from './on-screen';

/** What the read button and its bar go by. */
export type Reading =
  | { kind: 'quiet' }
  | { kind: 'reading'; by: 'recording' | 'voice'; utterance: number }
  /** Stopped by a touch on the bar, which waits for the end of that touch. */
  | { kind: 'held'; utterance: number }
  /** Nothing was heard. */
  | { kind: 'silent' };

/** What there is to read with; at least one of the two. */
export interface Means {
  voice: SpeechSynthesisVoice | undefined;
  words: SpokenWords;
  /** A recording of this step: where it is played from, and its own address. */
  recording: { source: string; address: string } | undefined;
  rate: number;
}

/**
 * Reads what is in sight, from an utterance on: the step's recording, and where nothing comes of it the device's
 * voice. Tells how it goes, and answers how to stop at once.
 */
export function read(means: Means, utterance: number, tell: (reading: Reading) => void): () => void {
  const { recording, rate } = means;
  // Only the voice can go on in the middle.
  if (!recording || utterance > 0) return readByVoice(means, utterance, tell);
  tell({ kind: 'reading', by: 'recording', utterance: 0 });
  let stop = playRecording(recording.source, rate, ({ kind }) => {
    if (kind === 'over') tell({ kind: 'quiet' });
    else stop = readByVoice(means, 0, tell);
  });
  void keepRecording(recording.address);
  return () => stop();
}

function readByVoice(
  { voice, words, rate }: Means,
  first: number,
  tell: (reading: Reading) => void,
): () => void {
  const passages = passagesInSight();
  const utterances = utterancesOf(passages, words);
  if (!voice || utterances.length === 0) {
    tell({ kind: voice ? 'quiet' : 'silent' });
    return () => undefined;
  }
  const texts = utterances.map(({ said }) => said);
  const stop = speak(texts, { voice, rate, first: Math.min(first, texts.length - 1) }, (report) => {
    switch (report.kind) {
      case 'utterance':
      case 'word': {
        const current = utterances[report.index];
        if (!current) return;
        showReading(passages, current, report.kind === 'word' ? stretchAt(current, report.at) : undefined);
        if (report.kind === 'utterance') tell({ kind: 'reading', by: 'voice', utterance: report.index });
        return;
      }
      case 'over':
      case 'silent':
        clearReading();
        tell({ kind: report.kind === 'over' ? 'quiet' : 'silent' });
        return;
      default:
        return report satisfies never;
    }
  });
  return () => {
    stop();
    clearReading();
  };
}
