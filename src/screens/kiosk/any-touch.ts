/** So long after a finger was lifted (ms) its click has come, if it comes: one that rests or slides makes none. */
const CLICK_COMES = 150;

/** For an element of which any touch, wherever it lands, does one and the same thing; until then what lies below stays covered. */
export function anyTouch(act: () => void) {
  const lifted = () => void setTimeout(act, CLICK_COMES);
  return { onClick: act, onPointerUp: lifted, onPointerCancel: lifted };
}
