import { nextTextSize, textSize } from '../device/text-size';

/** The reader's text size, as the top bar wants it. While pages are built there is no reader yet. */
export const readersTextSize = {
  get: () => (typeof document === 'undefined' ? '1' : textSize.get()),
  next() {
    textSize.set(nextTextSize(textSize.get()));
    return textSize.get();
  },
};
