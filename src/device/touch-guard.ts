import { type SteadyTouch, steadyTouch } from './steady-touch';

const CONTROLS = 'a, button, summary, label';
/** A finger that comes down again lands so near (px); so does a press that was meant to stay where it was. */
const SAME_PLACE = 64;
/** So long after a finger was lifted (ms) the browser has made its click, if it makes one. */
const CLICK_COMES = 80;

/** One finger, from coming down to what came of it. */
interface Touch {
  at: number;
  x: number;
  y: number;
  control: Element | null;
  finger: boolean;
  /** Another finger, or the ball of the thumb, came down while this one was there. */
  palm: boolean;
  /** Whether it may do something; not known before its click. */
  accepted?: boolean;
}

/**
 * Stands between trembling hands and the page, for all of its life, wherever `active` says so.
 *
 * Of a finger or a pen, at most one thing comes:
 * - nothing, if it came down within 400 ms of a new page, step or dialog: it was aimed at what was there before;
 * - nothing, if the same control was used within 700 ms before, or the one that has come to stand in its place;
 * - nothing, if several fingers touch at once;
 * - one click, if it was held for long or slid on the control, where the browser by itself would make none. What slides on to a
 *   control, or from it to another, does nothing.
 *
 * A mouse is steadier, and programs that try the page walk fast with one: only what the system itself calls the second half
 * of a double click does nothing. Keys, screen readers, switches and scripts (no pointer, `detail` 0) are never stopped.
 */
export function guardTouches(active: () => boolean): void {
  let state: SteadyTouch = { screen: Number.NEGATIVE_INFINITY };
  let touch: Touch | undefined;
  let used: Touch | undefined;

  const screenCame = () => {
    const came = () => {
      state = steadyTouch(state, { kind: 'screen', at: performance.now() }).state;
    };
    came();
    // It is in sight a frame later; on an old device that is a while.
    requestAnimationFrame(came);
  };
  addEventListener('hashchange', screenCame);
  new MutationObserver((changes) => {
    // What lay under a dialog is new to the hand, too.
    const changed = changes.flatMap(({ addedNodes, removedNodes }) => [...addedNodes, ...removedNodes]);
    if (changed.some((node) => node instanceof Element && node.matches('main, dialog'))) screenCame();
  }).observe(document.body, { childList: true, subtree: true });

  /** Answers whether the touch may act on the control; asked again, the same. */
  const accept = (one: Touch, control: Element): boolean => {
    if (one.accepted !== undefined) return one.accepted;
    // After a new step another control may stand where the last one was: to the hand it is the same.
    const replaced = used !== undefined && used.at < state.screen && isNear(one, used);
    const on = replaced ? state.touch?.on : control;
    const next = steadyTouch(state, { kind: 'touch', at: one.at, on });
    one.accepted = next.accepted && !one.palm;
    if (one.accepted) {
      state = { ...next.state, touch: { at: performance.now(), on } };
      used = one;
    }
    return one.accepted;
  };

  const click = (event: MouseEvent) => {
    const control = controlOf(event.target);
    if (!control || !touch || !event.isTrusted || event.detail === 0 || !active()) return;
    if (touch.finger ? accept(touch, control) : event.detail === 1) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };

  const down = (event: PointerEvent) => {
    if (!event.isPrimary) {
      if (touch) touch.palm = true;
      return;
    }
    const { timeStamp: at, clientX: x, clientY: y, pointerType, target } = event;
    touch = { at, x, y, control: controlOf(target), finger: pointerType !== 'mouse', palm: false };
  };

  /** Held for long, or slid a little: the browser calls it no click, the one whose finger it is does. */
  const up = (event: PointerEvent) => {
    const one = touch;
    if (!one?.finger || !event.isPrimary || !active()) return;
    const { clientX: x, clientY: y } = event;
    const { control } = one;
    // Fingers are captured by what they came down on; where they are now is another question.
    if (!control || !isNear(one, { x, y }) || !control.contains(document.elementFromPoint(x, y))) return;
    setTimeout(() => {
      if (one !== touch || one.accepted !== undefined || !accept(one, control)) return;
      (control as HTMLElement).click();
      // Should the browser's own click come after all, it comes too late.
      one.accepted = false;
    }, CLICK_COMES);
  };

  /** It has become scrolling, or is no finger at all. */
  const cancel = () => {
    if (touch) touch.accepted = false;
  };

  /** No menu, no selection, no dragging of links under a finger that rests. */
  const hold = (event: Event) => {
    if (touch?.finger && controlOf(event.target) && active()) event.preventDefault();
  };

  addEventListener('click', click, { capture: true });
  addEventListener('pointerdown', down, { capture: true, passive: true });
  addEventListener('pointerup', up, { capture: true, passive: true });
  addEventListener('pointercancel', cancel, { capture: true, passive: true });
  for (const type of ['contextmenu', 'dragstart']) addEventListener(type, hold, { capture: true });
}

function controlOf(target: EventTarget | null): Element | null {
  return target instanceof Element ? target.closest(CONTROLS) : null;
}

function isNear(a: { x: number; y: number }, b: { x: number; y: number }): boolean {
  return Math.hypot(a.x - b.x, a.y - b.y) <= SAME_PLACE;
}
