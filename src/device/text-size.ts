import { preference } from './preference';

export const TEXT_SIZES = ['1', '2', '3'] as const;
export type TextSize = (typeof TEXT_SIZES)[number];

/** The reader's text size: 1, 1.25 or 1.5 times. */
export const textSize = preference<TextSize>('text-size', TEXT_SIZES);
