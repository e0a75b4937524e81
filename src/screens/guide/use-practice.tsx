import type { ComponentChild } from 'preact';
import { useState } from 'preact/hooks';
import { findStep, type Guide, type StepId } from '../../guide/guide';
import type { PhonePart } from '../../guide/phone-part';
import type { Content } from './content';
import type { Practice } from './Practice';

/** Practising on a step's drawn phone; its screen is loaded when first asked for. */
export function usePractice(content: Content): {
  view: ComponentChild;
  open(control: Element, step: StepId | undefined): void;
} {
  const [shown, setShown] = useState<{ View: typeof Practice; parts: PhonePart[] }>();

  const open = async (control: Element, step: StepId | undefined) => {
    if (step === undefined || !control.closest('[data-action="practise"]')) return;
    const [{ Practice: View }, guide] = await Promise.all([import('./Practice'), content.guide()]);
    const parts = partsOf(guide, step, control);
    if (parts) setShown({ View, parts });
  };

  return { view: shown && <shown.View parts={shown.parts} onClose={() => setShown(undefined)} />, open };
}

/** The drawn phone that a control belongs to, by its order among the step's phones. */
function partsOf(guide: Guide, step: StepId, control: Element): PhonePart[] | undefined {
  const figures = Array.from(control.closest('.drawn')?.querySelectorAll('.phone-picture') ?? []);
  const index = figures.findIndex((figure) => figure.contains(control));
  return findStep<Guide['steps'][number]>(guide, step)?.blocks.filter((block) => block.kind === 'phone')[
    index
  ]?.parts;
}
