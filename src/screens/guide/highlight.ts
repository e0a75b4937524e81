import type { Stretch, Utterance } from '../../guide/spoken';
import type { Shown } from './on-screen';

const SENTENCE = 'read-sentence';
const WORD = 'read-word';

/**
 * Shows what is being read, and keeps it in sight: its block by an attribute, the sentence and the word where the
 * browser can mark text (Chromium 105, Safari 17.2). The page's text itself is never touched.
 */
export function showReading(passages: Shown[], utterance: Utterance, word?: Stretch): void {
  const passage = passages[utterance.passage];
  if (!passage) return;
  const { element } = passage;
  if (!('beingRead' in element.dataset)) {
    clearBlock();
    element.dataset.beingRead = '';
    keepInSight(element);
  }
  if (!canMarkText()) return;
  mark(SENTENCE, rangeOf(passage, utterance));
  mark(WORD, word && rangeOf(passage, word));
}

/** Takes all marks away. */
export function clearReading(): void {
  clearBlock();
  if (!canMarkText()) return;
  CSS.highlights.delete(SENTENCE);
  CSS.highlights.delete(WORD);
}

function clearBlock(): void {
  for (const element of document.querySelectorAll<HTMLElement>('[data-being-read]'))
    delete element.dataset.beingRead;
}

function canMarkText(): boolean {
  return typeof Highlight === 'function' && 'highlights' in CSS;
}

function mark(name: string, range: Range | undefined): void {
  if (range) CSS.highlights.set(name, new Highlight(range));
  else CSS.highlights.delete(name);
}

function rangeOf({ nodes }: Shown, { from, to }: { from: number; to: number }): Range | undefined {
  const holding = (place: number) =>
    nodes.find(({ node, at }) => at <= place && place <= at + node.data.length);
  // The first letter is inside its node, the end may be where the node ends.
  const first = nodes.find(({ node, at }) => at <= from && from < at + node.data.length);
  const last = holding(to);
  if (!first || !last) return undefined;
  const range = document.createRange();
  range.setStart(first.node, from - first.at);
  range.setEnd(last.node, to - last.at);
  return range;
}

/** Between the two bars that lie over the page. */
function keepInSight(element: HTMLElement): void {
  const { top, bottom } = element.getBoundingClientRect();
  const above = document.querySelector('.top-bar')?.getBoundingClientRect().bottom ?? 0;
  const below = lowerEdge();
  if (element.closest('.where') || (top >= above && bottom <= below)) return;
  // In the middle of what is free; of a tall one its beginning.
  const free = below - above;
  const by = bottom - top > free ? top - above - 12 : (top + bottom) / 2 - (above + below) / 2;
  const smooth = !matchMedia('(prefers-reduced-motion: reduce)').matches;
  scrollBy({ top: by, behavior: smooth ? 'smooth' : 'auto' });
}

/** Where the page goes on under the bars at the bottom. */
function lowerEdge(): number {
  const edges = Array.from(document.querySelectorAll('.dock, .reading-bar'), (bar) =>
    bar.getBoundingClientRect(),
  )
    .filter(({ height }) => height > 0)
    .map(({ top }) => top);
  return Math.min(innerHeight, ...edges);
}
