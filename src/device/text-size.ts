import { preference } from './preference';

const TEXT_SIZES = ['1', '2', '3'] as const;
export type TextSize = (typeof TEXT_SIZES)[number];

/** The reader's text size: 1, 1.25 or 1.5 times. */
export const textSize = preference<TextSize>('text-size', TEXT_SIZES);

/** The next larger size, and from the largest back to the first. */
export function nextTextSize(size: TextSize): TextSize {
  return TEXT_SIZES[(TEXT_SIZES.indexOf(size) + 1) % TEXT_SIZES.length] ?? '1';
}
