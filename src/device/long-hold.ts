/** A finger that is held still moves by no more than this (px). */
const STILL = 24;

/** Calls back when one finger has rested on what `selector` names for `ms`; answers how to stop. */
export function whenHeld(selector: string, ms: number, callback: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let from = { x: 0, y: 0 };
  const end = () => clearTimeout(timer);
  const down = ({ isPrimary, target, clientX, clientY }: PointerEvent) => {
    end();
    if (!isPrimary || !(target instanceof Element) || !target.closest(selector)) return;
    from = { x: clientX, y: clientY };
    timer = setTimeout(callback, ms);
  };
  const move = ({ clientX, clientY }: PointerEvent) => {
    if (Math.hypot(clientX - from.x, clientY - from.y) > STILL) end();
  };
  addEventListener('pointerdown', down);
  addEventListener('pointermove', move);
  for (const type of ['pointerup', 'pointercancel']) addEventListener(type, end);
  return () => {
    end();
    removeEventListener('pointerdown', down);
    removeEventListener('pointermove', move);
    for (const type of ['pointerup', 'pointercancel']) removeEventListener(type, end);
  };
}
