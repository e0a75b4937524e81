import { phonesOf } from '../../guide/drawn';
import type { DrawnStep } from '../../guide/guide';
import { type PhonePart, tapped } from '../../guide/phone-part';

/** The fullest of the guide's drawn phones on which something is to be tapped; undefined where it has none. */
export function tappedPhone(steps: DrawnStep[]): PhonePart[] | undefined {
  const phones = steps.flatMap(phonesOf).filter((parts) => parts.some((part) => tapped(part) !== undefined));
  return phones.reduce<PhonePart[] | undefined>(
    (most, parts) => (most && most.length >= parts.length ? most : parts),
    undefined,
  );
}
