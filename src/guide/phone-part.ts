/** Camera frames and the like: a drawing with a caption. */
const FRAMES = ['scan', 'face', 'card', 'nfc', 'photo'] as const;
/** Things that are on or off: a tick box, a switch, one of several round options. */
const TOGGLES = ['check', 'switch', 'choice'] as const;
/** Things that are one text. */
const TEXTS = ['app', 'title', 'text', 'button', 'link', 'search', 'password', 'pin', ...FRAMES] as const;

export const PHONE_KINDS = [
  ...TEXTS,
  ...TOGGLES,
  'field',
  'otp',
  'item',
  'icons',
  'store',
  'dialog',
  'notice',
  'price',
  'space',
] as const;
export type PhoneKind = (typeof PHONE_KINDS)[number];
export type Toggle = (typeof TOGGLES)[number];

/** What the person must tap now, where it is the whole part. */
interface Tappable {
  tap?: true;
}

/** One thing on the drawn phone's screen, from top to bottom. */
export type PhonePart =
  | ({ kind: (typeof TEXTS)[number]; text: string } & Tappable)
  | ({ kind: Toggle; text: string; on?: true } & Tappable)
  /** `value` is what stands in it. */
  | ({ kind: 'field'; text: string; value?: string } & Tappable)
  /** One box a character of `digits`; a space is an empty box. */
  | ({ kind: 'otp'; text: string; digits: string } & Tappable)
  /** A row of a list; `more` is its second line. */
  | ({ kind: 'item'; text: string; more?: string } & Tappable)
  /** An app's page in the store. The tap is on its button. */
  | ({ kind: 'store'; text: string; publisher: string; button: string } & Tappable)
  | ({ kind: 'notice'; from?: string; text: string } & Tappable)
  | { kind: 'price'; text: string; label?: string }
  | { kind: 'space' }
  /** App icons on the phone's home screen; `tap` is the place of the one to tap. */
  | { kind: 'icons'; names: string[]; tap?: number }
  /** A pop-up over what is above it; `tap` is the place of the button to tap. */
  | { kind: 'dialog'; title: string; text: string; buttons: string[]; tap?: number };

/** The words of what must be tapped in a part, or undefined where nothing is to be tapped. */
export function tapped(part: PhonePart): string | undefined {
  switch (part.kind) {
    case 'icons':
      return part.tap === undefined ? undefined : part.names[part.tap];
    case 'dialog':
      return part.tap === undefined ? undefined : part.buttons[part.tap];
    case 'store':
      return part.tap && part.button;
    case 'price':
    case 'space':
      return undefined;
    default:
      return part.tap && part.text;
  }
}

/** Whether a kind of part is on or off. */
export function isToggle(kind: PhoneKind): kind is Toggle {
  return TOGGLES.some((toggle) => toggle === kind);
}
