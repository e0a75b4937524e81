import { type PhonePart, tapped } from '../../guide/phone-part';

/** Where a touch fell: a part, and which of its icons or buttons. */
export interface Spot {
  part: number;
  cell?: number;
}

/** A drawn phone that answers to touch. */
export interface Live {
  /** What stands now in each part that is typed into; undefined in the others. */
  typed: readonly (string | undefined)[];
  /** The part that is typed into. */
  focus: number | undefined;
  /** Whether what is to be tapped was. */
  reached: boolean;
  onTouch(spot: Spot): void;
}

/** What does nothing on a real phone either, unless a ring is around it. */
const STILL = ['app', 'title', 'text', 'price', 'space', 'scan', 'face', 'card', 'nfc'];

/** Whether a part of a screen answers to touch, as on a real phone: behind a question that is up nothing does. */
export function isAnswering(parts: PhonePart[], part: PhonePart): boolean {
  if (tapped(part) !== undefined) return true;
  const question = parts.find(({ kind }) => kind === 'dialog');
  const tapIsElsewhere = parts.some((other) => other !== question && tapped(other) !== undefined);
  if (question && !tapIsElsewhere) return part === question;
  return !STILL.includes(part.kind);
}
