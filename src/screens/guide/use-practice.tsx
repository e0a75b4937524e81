import type { ComponentChild } from 'preact';
import { useState } from 'preact/hooks';
import type { PhonePart, Step } from '../../guide/guide';
import type { Practice } from './Practice';

/** Practising on a step's drawn phone; its screen is loaded when first asked for. */
export function usePractice(): { view: ComponentChild; open(control: Element, step: Step | undefined): void } {
  const [shown, setShown] = useState<{ View: typeof Practice; parts: PhonePart[] }>();

  const open = (control: Element, step: Step | undefined) => {
    const parts = control.closest('[data-action="practise"]') && step && partsOf(step, control);
    if (parts) void import('./Practice').then(({ Practice: View }) => setShown({ View, parts }));
  };

  return { view: shown && <shown.View parts={shown.parts} onClose={() => setShown(undefined)} />, open };
}

/** The drawn phone that a control belongs to, by its order among the step's phones. */
function partsOf(step: Step, control: Element): PhonePart[] | undefined {
  const figures = Array.from(control.closest('.drawn')?.querySelectorAll('.phone') ?? []);
  const index = figures.findIndex((figure) => figure.contains(control));
  return step.blocks.filter((block) => block.kind === 'phone')[index]?.parts;
}
