import { isToggle, type PhonePart, tapped } from '../../guide/phone-part';
import type { Spot } from '../../ui/phone/live';
import { sampleOf } from './sample';

/** So many touches beside it, and the hand points more plainly. */
const PLAINLY = 2;

/** One drawn phone under somebody's fingers. Nothing of it is kept or counted when it is left. */
export interface TouchedScreen {
  /** As they look now: what is on or off changes. */
  parts: PhonePart[];
  /** What stands now in each part that is typed into; undefined in the others. */
  typed: (string | undefined)[];
  /** The part that was typed into last. */
  focus?: number;
  /** What there is to say now. */
  mood: Mood;
  /** Touches that led nowhere, so that the hand can help. */
  astray: number;
  /** How often it has answered: the same words said again are news. */
  answers: number;
}

type Mood =
  /** Nothing is to be tapped, only to be seen. */
  | 'look'
  | 'find'
  /** A sample fills the part that was touched. */
  | 'filled'
  /** Something was turned on or off. */
  | 'changed'
  | 'astray'
  | 'pointing'
  | 'reached';

/** A drawn phone that nobody has touched: what is typed is still empty, and what is to be tapped is off. */
export function untouched(parts: PhonePart[]): TouchedScreen {
  return {
    parts: parts.map((part) => (tapped(part) === undefined ? part : turned(part, false))),
    typed: parts.map((part) => (sampleOf(part) === undefined ? undefined : '')),
    mood: parts.some((part) => tapped(part) !== undefined) ? 'find' : 'look',
    astray: 0,
    answers: 0,
  };
}

/** The screen after a touch on a part, or beside all of them. Once the right one was reached nothing changes it. */
export function touch(before: TouchedScreen, spot: Spot | undefined): TouchedScreen {
  if (before.mood === 'reached') return before;
  const screen = { ...typeOn(before, 'all'), answers: before.answers + 1 };
  const part = spot && screen.parts[spot.part];
  if (screen.mood === 'reached' || !part) return part ? screen : astray(screen);
  if (part.kind === 'field' || sampleOf(part) !== undefined) {
    const focused = said({ ...screen, focus: spot.part }, 'filled');
    return !isTyping(focused) && isRinged(part, spot) ? reached(focused) : focused;
  }
  if (isToggle(part.kind)) {
    const changed = said({ ...screen, parts: toggled(screen.parts, part) }, 'changed');
    return isRinged(part, spot) ? reached(changed) : changed;
  }
  return isRinged(part, spot) ? reached(screen) : astray(screen);
}

/** Whether letters are still to come in the part that was touched. */
export function isTyping({ parts, typed, focus }: TouchedScreen): boolean {
  const part = focus === undefined ? undefined : parts[focus];
  const sample = part && sampleOf(part);
  return sample !== undefined && typed[focus ?? 0] !== sample;
}

/** One letter more in the part that was touched, or all that are missing; the last one reaches it if it is ringed. */
export function typeOn(screen: TouchedScreen, letters: 'one' | 'all'): TouchedScreen {
  const { focus, typed } = screen;
  const part = focus === undefined ? undefined : screen.parts[focus];
  if (focus === undefined || !part || !isTyping(screen)) return screen;
  const sample = [...(sampleOf(part) ?? '')];
  const there = [...(typed[focus] ?? '')].length;
  const text = sample.slice(0, letters === 'one' ? there + 1 : sample.length).join('');
  const next = { ...screen, typed: typed.map((now, i) => (i === focus ? text : now)) };
  return isRinged(part, { part: focus }) && !isTyping(next) ? reached(next) : next;
}

/** What nobody has filled by now fills itself: the right touch is never refused. */
function reached(screen: TouchedScreen): TouchedScreen {
  const typed = screen.parts.map((part) => sampleOf(part));
  return { ...screen, typed, mood: 'reached' };
}

/** Where nothing is to be tapped, nothing leads astray. */
function astray(screen: TouchedScreen): TouchedScreen {
  if (screen.mood === 'look') return screen;
  const times = screen.astray + 1;
  return { ...screen, astray: times, mood: times < PLAINLY ? 'astray' : 'pointing' };
}

function said(screen: TouchedScreen, mood: Mood): TouchedScreen {
  return screen.mood === 'look' ? screen : { ...screen, mood };
}

function isRinged(part: PhonePart, { cell }: Spot): boolean {
  return 'tap' in part && (part.tap === true || (cell !== undefined && part.tap === cell));
}

/** Of several round options one is on, and stays on when it is touched again. */
function toggled(parts: PhonePart[], one: PhonePart): PhonePart[] {
  if (one.kind !== 'choice') return parts.map((part) => (part === one ? turned(part, !isOn(part)) : part));
  return parts.map((part) => (part.kind === 'choice' ? turned(part, part === one) : part));
}

function isOn(part: PhonePart): boolean {
  return 'on' in part && part.on === true;
}

function turned(part: PhonePart, on: boolean): PhonePart {
  if (part.kind !== 'check' && part.kind !== 'switch' && part.kind !== 'choice') return part;
  const { on: _, ...off } = part;
  return on ? { ...off, on } : off;
}
