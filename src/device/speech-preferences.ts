import { preference } from './preference';

/** How fast is read aloud. */
export const readingSpeed = preference<'normal' | 'slow'>('reading-speed', ['normal', 'slow']);

/** Rates of the two speeds, 1 being the voice's own. */
export const RATES = { normal: 1, slow: 0.75 } as const;

/**
 * What staff heard from this device's Vietnamese voice. Chrome on Android lists languages whose voice is not installed,
 * and reads them with an English one: no program can tell, only an ear.
 */
export const heardVietnamese = preference<'untried' | 'good' | 'bad'>('voice-vi', ['untried', 'good', 'bad']);
