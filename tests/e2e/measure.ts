import type { Page } from '@playwright/test';

/** Smallest sizes and distances, in CSS pixels. */
export interface Limits {
  target: number;
  gap: number;
  /** Of any words. */
  type: number;
  /** Of what a step says. */
  body: number;
  liveRegions: number;
}

/** What is measured wherever a person looks, beside what axe finds; each finding is a line of text. */
export async function measure(page: Page, limits: Limits): Promise<string[]> {
  return page.evaluate(measureInPage, limits);
}

/** Runs in the page, so it can know nothing but what stands in it. Half a pixel is rounding. */
function measureInPage(limits: Limits): string[] {
  const found: string[] = [];
  const say = (what: string, element: Element) =>
    found.push(`${what}: ${element.outerHTML.replace(/\s+/g, ' ').slice(0, 110)}`);
  const page = document.documentElement;
  // Behind an open dialog nothing can be touched or read.
  const root = document.querySelector('dialog[open], [role="dialog"]') ?? document.body;
  const seen = (element: Element) =>
    element.getClientRects().length > 0 && getComputedStyle(element).visibility !== 'hidden';
  const onlyHeard = (element: Element) => {
    const { width, height } = element.getBoundingClientRect();
    return width <= 1 && height <= 1;
  };
  const all = Array.from(root.querySelectorAll('*')).filter(
    (element) => seen(element) && !element.closest('svg') && !onlyHeard(element),
  );

  // Nothing is cut, nothing reaches beyond the screen.
  if (page.scrollWidth > page.clientWidth) {
    found.push(`the page is ${page.scrollWidth - page.clientWidth} wider than the screen`);
  }
  for (const element of all) {
    if (element.closest('.wide, .where, .phone, [role="img"], [type="file"]')) continue;
    const style = getComputedStyle(element);
    const hides = (overflow: string) => overflow === 'hidden' || overflow === 'clip';
    if (hides(style.overflowX) && element.scrollWidth > element.clientWidth + 1)
      say('cut at the side', element);
    if (hides(style.overflowY) && element.scrollHeight > element.clientHeight + 1) say('cut below', element);
    if (element.matches('.button, .round') && element.scrollWidth > element.clientWidth + 1) {
      say('words reach out of', element);
    }
    const { left, right } = element.getBoundingClientRect();
    if (right > page.clientWidth + 1 || left < -1) say('beyond the screen', element);
  }

  // Targets are large and apart. Those in different layers pass below each other as the page scrolls.
  const targets = all.filter(
    (element) =>
      element.matches('a[href], button, summary, label, select, input, textarea') &&
      !element.matches('label input, .file input') &&
      !(element.matches('label') && (element as HTMLLabelElement).htmlFor) &&
      !element.closest('.phone'),
  );
  const layer = (element: Element | null): Element | null => {
    if (!element || element === root) return root;
    return /fixed|sticky/.test(getComputedStyle(element).position) ? element : layer(element.parentElement);
  };
  // What a scrolled box within the page lets see of it, from top to bottom.
  const bare = (element: Element) => {
    const { left, right, top: first, bottom: last } = element.getBoundingClientRect();
    let [top, bottom] = [first, last];
    for (let box = element.parentElement; box && box !== root; box = box.parentElement) {
      if (!/auto|scroll/.test(getComputedStyle(box).overflowY)) continue;
      const frame = box.getBoundingClientRect();
      top = Math.max(top, frame.top);
      bottom = Math.min(bottom, frame.bottom);
    }
    return { left, right, top, bottom };
  };
  const boxes = targets.map((element) => ({ element, layer: layer(element), box: bare(element) }));
  boxes.forEach(({ element, box, layer: own }, i) => {
    const { width, height } = element.getBoundingClientRect();
    if (width < limits.target - 0.5 || height < limits.target - 0.5) {
      say(`only ${Math.round(width)}×${Math.round(height)}`, element);
    }
    if (box.top >= box.bottom) return;
    for (const other of boxes.slice(i + 1)) {
      if (other.layer !== own || element.contains(other.element) || other.element.contains(element)) continue;
      if (other.box.top >= other.box.bottom) continue;
      const across = Math.max(box.left - other.box.right, other.box.left - box.right);
      const down = Math.max(box.top - other.box.bottom, other.box.top - box.bottom);
      if (Math.max(across, down) < limits.gap - 0.5) {
        say(`only ${Math.round(Math.max(across, down))} to "${other.element.textContent}"`, element);
      }
    }
  });

  // Type is large.
  for (const element of all) {
    const words = Array.from(element.childNodes).some(
      (node) => node.nodeType === 3 && node.textContent?.trim(),
    );
    if (!words || element.closest('.phone')) continue;
    const size = Number.parseFloat(getComputedStyle(element).fontSize);
    const least = element.closest('.words, .panel > section, .finish > p, .choices')
      ? limits.body
      : limits.type;
    if (size < least - 0.1) say(`type of ${size}`, element);
  }

  // The page goes on below the dock until all of it has come out from behind.
  const dock = all.find(
    (element) => element.matches('.dock') && getComputedStyle(element).position === 'fixed',
  );
  // An open panel covers it, and is closed again by the same control.
  if (dock && root === document.body && !dock.querySelector('details[open]')) {
    const before = page.scrollTop;
    page.scrollTop = page.scrollHeight;
    const covered = dock.getBoundingClientRect().top;
    for (const last of dock.parentElement?.children ?? []) {
      if (last !== dock && last.getBoundingClientRect().bottom > covered + 1)
        say('stays behind the dock', last);
    }
    page.scrollTop = before;
  }

  // What changes by itself is told in one place.
  const live = Array.from(
    root.querySelectorAll('[aria-live], [role="status"], [role="alert"], [role="log"], output'),
  );
  const told = live.filter((element) => seen(element) && element.getAttribute('aria-live') !== 'off');
  if (told.length > limits.liveRegions) for (const element of told) say('one more live region', element);
  return found;
}
