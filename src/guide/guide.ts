import type { PhonePart } from './phone-part';

/** A guide's address and folder name: `vneid`. */
export type GuideId = string;
/** A step's address, stable for ever, the same in every locale: `enter-otp`. */
export type StepId = string;
/** How guides and steps are named: small letters a-z, digits and hyphens. */
export const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;
/** A calendar day as `YYYY-MM-DD`. */
export type Day = string;

export const LOCALES = ['vi', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

/** The pictures a guide's card may carry on the home screen. */
export const GUIDE_ICONS = ['id-card', 'money', 'megaphone', 'wallet', 'shop', 'shield', 'camera'] as const;
export type GuideIcon = (typeof GUIDE_ICONS)[number];

/** Where a claim of the guide comes from; `date` is `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
export interface Source {
  url: string;
  date: string;
  what: string;
}

/** What the home screen needs to know of a guide. */
export interface Card {
  id: GuideId;
  locale: Locale;
  title: string;
  summary: string;
  minutes: number;
  order: number;
  icon: GuideIcon;
  /** The app that it teaches: on a card only its name, in the guide with version and state of the sources. */
  app?: string;
  /** The day on which someone last followed it against the real app; absent = never. */
  verified?: Day;
}

/** A guide without what its steps say: all that a walk needs, and small enough to come with the page's script. */
export interface Outline {
  id: GuideId;
  locale: Locale;
  title: string;
  /** Eight hexadecimal digits over the body; changes whenever a step's text changes. */
  revision: string;
  steps: [OutlineStep, ...OutlineStep[]];
  /** Steps read by a person: files below the guide's folder, put in by the build. */
  recordings?: Record<StepId, string>;
}

export interface OutlineStep {
  id: StepId;
  title: string;
  next: Next;
}

/** A compiled guide in one locale. */
export interface Guide extends Card, Outline {
  sources: Source[];
  /** The service's own helpline, as people write it: `1900 0368`. */
  hotline?: string;
  cover: Block[];
  steps: [Step, ...Step[]];
}

/** A step with what is drawn in it: all that practising needs. */
export interface DrawnStep extends OutlineStep {
  blocks: Block[];
}

export interface Step extends DrawnStep {
  trouble: Trouble[];
}

/** An entry of a step's "it looks different / it does not work" panel. */
export interface Trouble {
  title: string;
  blocks: Block[];
}

export type Next = { kind: 'to'; step: StepId } | { kind: 'choice'; options: Option[] } | { kind: 'end' };

export interface Option {
  label: string;
  step: StepId | typeof END;
}

/** The link target that ends a guide. */
export const END = 'end';

export type Block =
  | { kind: 'paragraph'; text: Inline[] }
  | { kind: 'actions'; items: Inline[][] }
  | { kind: 'list'; items: Inline[][] }
  | { kind: 'checklist'; items: Inline[][] }
  | { kind: 'callout'; tone: Tone; blocks: Block[] }
  | { kind: 'phone'; parts: PhonePart[] }
  | { kind: 'picture'; file: string; alt: string }
  | LinkBlock
  | { kind: 'table'; head: Inline[][]; rows: Inline[][][] };

/** A telephone number or web address shown by itself, large. */
export interface LinkBlock {
  kind: 'link';
  href: string;
  text: string;
  /** The address as a QR code, put in by the build; numbers have none. */
  qr?: QrCode;
}

/** `size` modules a side; `bits` is base64 of the modules row by row, high bit first. */
export interface QrCode {
  size: number;
  bits: string;
}

/** `note` is for the volunteer and only shown in a helped walk. */
export const TONES = ['note', 'tip', 'important', 'warning', 'caution'] as const;
export type Tone = (typeof TONES)[number];

/** Running text. Plain text is a plain string, which keeps a compiled guide small. */
export type Inline =
  | string
  | { kind: 'strong'; text: Inline[] }
  | { kind: 'em'; text: Inline[] }
  /** The exact words on a button or field of the phone. */
  | { kind: 'label'; text: string }
  | { kind: 'link'; href: string; text: Inline[] }
  | { kind: 'break' };

/** The step with this id, if the guide has one. */
export function findStep<T extends OutlineStep>(guide: { steps: T[] }, id: StepId): T | undefined {
  return guide.steps.find((step) => step.id === id);
}

/** Every place a step can lead to, `end` among them. */
export function ways(next: Next): (StepId | typeof END)[] {
  switch (next.kind) {
    case 'to':
      return [next.step];
    case 'choice':
      return next.options.map((option) => option.step);
    case 'end':
      return [END];
    default:
      return next satisfies never;
  }
}
