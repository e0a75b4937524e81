/** The app's version and the day it was built on, put in by the build. */
declare const __VERSION__: string;
declare const __BUILT__: string;
/** The public address of the site, ending in a slash; empty when it is not known. */
declare const __SITE_URL__: string;

declare module 'virtual:guides' {
  type Loader<T> = () => Promise<{ default: T }>;
  type Locale = import('./guide/guide').Locale;
  /** Guides by id and locale without what their steps say, each loaded when asked for. */
  export const outlines: Record<string, Partial<Record<Locale, Loader<import('./guide/guide').Outline>>>>;
  /** The phones that are drawn in their steps; steps without one are left out. */
  export const drawings: Record<string, Partial<Record<Locale, Loader<import('./guide/drawn').Drawings>>>>;
}

declare module 'virtual:whole-guides' {
  type Loader<T> = () => Promise<{ default: T }>;
  type Locale = import('./guide/guide').Locale;
  /** The guides with all that they say, for whoever draws their pages: the build, and the app in development. */
  export const guides: Record<string, Partial<Record<Locale, Loader<import('./guide/guide').Guide>>>>;
}

declare module 'virtual:cards/vi' {
  /** What the home screen shows, in its order. */
  const cards: import('./guide/guide').Card[];
  export default cards;
}

declare module 'virtual:cards/en' {
  /** What the home screen shows, in its order. */
  const cards: import('./guide/guide').Card[];
  export default cards;
}

declare module 'virtual:step-places' {
  /** Where the steps of this build's guides are written. */
  const places: import('./report/to-mend').StepPlace[];
  export default places;
}

declare module 'virtual:spoken-words/vi' {
  /** How Vietnamese is said aloud. */
  const words: import('./guide/spoken-words').SpokenWords;
  export default words;
}

declare module 'virtual:spoken-words/en' {
  /** How English is said aloud. */
  const words: import('./guide/spoken-words').SpokenWords;
  export default words;
}

declare module 'virtual:problems' {
  /** While a guide is being written: what is wrong with all guides, each with the guide and step it stands in. */
  const problems: (import('./guide/problem').Problem & {
    guide?: { id: string; locale: import('./guide/guide').Locale };
    step?: string;
  })[];
  export default problems;
}

declare module 'virtual:examples' {
  /** In development: the examples of the guide format, compiled. */
  const examples: { name: string; text: string; guide: import('./guide/guide').Guide }[];
  export default examples;
}
