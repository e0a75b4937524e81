import type { Way } from '../../walk/way';

/**
 * Makes the page ready whenever it is printed, by its own button or by the browser's: what is closed stands open, and
 * what is off the way is marked for the style sheet, but for its warnings of scams, which follow at the end. Afterwards
 * it is as before. Without a way, all of it is printed.
 */
export function readyForPaper(way: () => Way | undefined): () => void {
  let undo: (() => void)[] = [];
  const after = () => {
    for (const one of undo) one();
    undo = [];
  };
  const before = () => {
    after();
    for (const panel of document.querySelectorAll<HTMLDetailsElement>('main details:not([open])')) {
      panel.open = true;
      undo.push(() => {
        panel.open = false;
      });
    }
    const off = offThe(way());
    for (const element of off) {
      element.setAttribute('data-off-path', '');
      undo.push(() => element.removeAttribute('data-off-path'));
    }
    const warnings = warningsOf(off);
    document.querySelector('main')?.append(warnings);
    undo.push(() => warnings.remove());
  };
  addEventListener('beforeprint', before);
  addEventListener('afterprint', after);
  return () => {
    removeEventListener('beforeprint', before);
    removeEventListener('afterprint', after);
    after();
  };
}

/** Steps that were not come to, and the options that were not taken. */
function offThe(way: Way | undefined): Element[] {
  if (!way) return [];
  return [...document.querySelectorAll('.step')].flatMap((step) => {
    const taken = way.get(step.id);
    if (!taken) return [step];
    return [...step.querySelectorAll<HTMLElement>('[data-choice]')].filter(
      (option) => !taken.has(option.dataset.choice ?? ''),
    );
  });
}

/** Scams are tried on everybody: what those steps warn of holds whichever way was taken. */
function warningsOf(off: Element[]): Element {
  const all = document.createElement('div');
  for (const step of off) {
    for (const warning of step.querySelectorAll('.callout.caution')) all.append(warning.cloneNode(true));
  }
  return all;
}
