import { END, findStep, type Outline, type StepId } from '../guide/guide';

/** What a guide's page shows, as its address says it. */
export type Place =
  | { kind: 'cover' }
  | { kind: 'step'; step: StepId }
  /** "Have you done it?" */
  | { kind: 'finish' }
  /** "Why do we stop here?" */
  | { kind: 'why' }
  | { kind: 'done' }
  | { kind: 'stopped' };

/** The place that an address's hash names (`#enter-otp`); the cover for none, or for a step that does not exist. */
export function placeOf(guide: Outline, hash: string): Place {
  const id = decode(hash.replace(/^#/, ''));
  switch (id) {
    case END:
      return { kind: 'finish' };
    case 'why':
    case 'done':
    case 'stopped':
      return { kind: id };
    default:
      return findStep(guide, id) ? { kind: 'step', step: id } : { kind: 'cover' };
  }
}

/** The hash of a place; also the id of its section on the page. */
export function hashOf(place: Place): string {
  switch (place.kind) {
    case 'step':
      return `#${place.step}`;
    case 'finish':
      return `#${END}`;
    default:
      return `#${place.kind}`;
  }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
