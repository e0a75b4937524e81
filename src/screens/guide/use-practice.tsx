import type { ComponentChild } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { type DrawnStep, findStep, type StepId } from '../../guide/guide';
import type { Practice } from './Practice';

interface Shown {
  View: typeof Practice;
  steps: DrawnStep[];
  scope: 'step' | 'guide';
  /** What it was opened with. */
  opener: HTMLElement;
}

/**
 * Practising on the drawn phones of a step or of the whole guide; its screen is loaded when first asked for. Nothing of it
 * touches the walk. `begin` is called when somebody wants to do it for real.
 */
export function usePractice(
  drawn: () => Promise<DrawnStep[]>,
  begin: () => void,
): {
  view: ComponentChild;
  open(control: Element, step: StepId | undefined): Promise<void>;
} {
  const [shown, setShown] = useState<Shown>();
  const loading = useRef(false);

  const open = async (control: Element, id: StepId | undefined) => {
    const opener = control.closest<HTMLElement>('[data-action]');
    const action = opener?.dataset.action;
    if (!opener || (action !== 'practise' && action !== 'rehearse') || loading.current) return;
    loading.current = true;
    const loaded = await Promise.all([import('./Practice'), drawn()]).catch(() => undefined);
    loading.current = false;
    // On a line that has just gone, the button can be pressed again.
    if (!loaded) return;
    const [{ Practice: View }, steps] = loaded;
    if (action === 'rehearse') setShown({ View, steps, scope: 'guide', opener });
    const step = id === undefined ? undefined : findStep<DrawnStep>({ steps }, id);
    if (action === 'practise' && step) setShown({ View, steps: [step], scope: 'step', opener });
  };

  const close = (wish: 'leave' | 'begin') => {
    setShown(undefined);
    if (wish === 'begin') begin();
    // The dialog gives the focus back by itself, and going back in the history takes it away again.
    else shown?.opener.focus({ preventScroll: true });
  };
  return {
    view: shown && <shown.View steps={shown.steps} scope={shown.scope} onClose={close} />,
    open,
  };
}
