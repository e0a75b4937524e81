import type { FunctionComponent } from 'preact';

/**
 * What a guide says, in two parts that its page puts in their places. Nothing in it changes while somebody reads: it is drawn
 * once, by the build, and the app works on what stands in the page.
 */
export interface Content {
  Cover: Part;
  Steps: Part;
}

/** `useLife` is called once the part stands in the page: what it does there. */
export type Part = FunctionComponent<{ useLife(): void }>;
