import type { Passage } from '../../guide/spoken';

/** A passage where it stands in the page. */
export interface Shown extends Passage {
  element: HTMLElement;
  /** The pieces of its text, with where each begins in it; none where it is said for a picture. */
  nodes: { node: Text; at: number }[];
}

/** What a person beside the reader would read out: what is to be done and seen, and the ways on to choose from. */
const READ = [
  '.step h1 .where b',
  ':is(h1, h2, p, li, th, td)',
  '.tone',
  '.link-card strong',
  '.choices, .stack .button',
  '.phone[role="img"], img[alt]',
].join();
/** The volunteer reads notes without help, and nobody wants to hear sources and side doors. */
const SKIP = '.note, .about, .asides, .counted, .choose';

/**
 * The passages in sight, from top to bottom: of the help panel where it is open, else of the section that the address
 * names. What is hidden is not read.
 */
export function passagesInSight(): Shown[] {
  const section = document.querySelector('section:target') ?? document.querySelector('.cover');
  const root = section?.querySelector('details.help[open] .panel') ?? section;
  if (!root) return [];
  const taken = new Set<Element>();
  const passages: Shown[] = [];
  for (const element of root.querySelectorAll<HTMLElement>(READ)) {
    if (element.closest(SKIP) || isInside(element, taken) || !isVisible(element)) continue;
    const passage = element.matches('[role="img"], img, nav') ? pictured(element) : written(element);
    if (passage.text.trim() === '') continue;
    // Its choices are passages of their own.
    if (!element.matches('nav')) taken.add(element);
    passages.push(passage);
  }
  // The step's number stands inside its title, and is said first.
  const [title, number] = passages;
  return title?.element.matches('h1') && number && title.element.contains(number.element)
    ? [number, title, ...passages.slice(2)]
    : passages;
}

function isInside(element: Element, taken: Set<Element>): boolean {
  if (element.matches('.where b')) return false;
  for (let above = element.parentElement; above; above = above.parentElement)
    if (taken.has(above)) return true;
  return false;
}

function isVisible(element: HTMLElement): boolean {
  return element.getClientRects().length > 0;
}

function pictured(element: HTMLElement): Shown {
  return {
    text: element.getAttribute('aria-label') ?? element.getAttribute('alt') ?? '',
    element,
    nodes: [],
  };
}

/** The text of an element, of the same length as its text nodes together, but for line breaks. */
function written(element: HTMLElement): Shown {
  const nodes: Shown['nodes'] = [];
  let text = '';
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.nodeName === 'BR') text += '\n';
    if (!(node instanceof Text) || !isRead(node, element)) continue;
    nodes.push({ node, at: text.length });
    text += node.data.replace(/\s/g, ' ');
  }
  const number = numberOf(element);
  return { text, element, nodes, ...(number !== undefined && { before: number }) };
}

/** Of a title the line above it, which stands in the top bar, is no part. */
function isRead(node: Text, element: HTMLElement): boolean {
  const where = node.parentElement?.closest('.where');
  return !where || where.contains(element);
}

/** An action is called by the number that is drawn beside it, where there are several. */
function numberOf(element: HTMLElement): string | undefined {
  const list = element.matches('ol > li') ? element.parentElement : null;
  if (!list || list.children.length < 2) return undefined;
  return String(Array.from(list.children).indexOf(element) + 1);
}
