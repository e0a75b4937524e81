import { type PhonePart, tapped } from '../../guide/phone-part';
import type { Say } from '../../i18n/words';

/**
 * The drawn phone in words, as somebody beside it would read it out: whose screen it is, what is on it from top to
 * bottom, and last what to tap. "Màn hình ứng dụng VNeID. Ô Số điện thoại. Nút Gửi yêu cầu. Bấm: Gửi yêu cầu."
 */
export function describePhone(parts: PhonePart[], t: Say): string {
  const app = parts.find((part) => part.kind === 'app') as { text: string } | undefined;
  const tap = parts.map(tapped).find((words) => words !== undefined);
  return [
    app ? t('phone.of', { app: app.text }) : t('phone'),
    ...parts.map((part) => describePart(part, t)),
    tap === undefined ? '' : t('phone.tap', { text: tap }),
  ]
    .map((sentence) => sentence.replace(/[.…\s]+$/, ''))
    .filter((sentence) => sentence !== '')
    .map((sentence) => `${sentence}.`)
    .join(' ');
}

/** What is to be tapped, in the middle of a sentence: "nút “Gửi yêu cầu”"; undefined where nothing is. */
export function describeTapped(parts: PhonePart[], t: Say): string | undefined {
  const part = parts.find((one) => tapped(one) !== undefined);
  const text = part && tapped(part);
  if (!part || text === undefined) return undefined;
  switch (part.kind) {
    case 'store':
    case 'dialog':
      return t('tapped.button', { text });
    case 'field':
    case 'password':
      return t('tapped.field', { text });
    case 'choice':
    case 'item':
      return t('tapped.item', { text });
    case 'scan':
    case 'face':
    case 'card':
    case 'nfc':
    case 'photo':
      return t('tapped.frame', { text });
    default:
      return t(`tapped.${part.kind as 'button'}`, { text });
  }
}

/**
 * What a part is called while it is practised on, by those who hear it: with what stands in it now (`typed`). Undefined
 * where its own words say it.
 */
export function nameInUse(part: PhonePart, typed: string | undefined, t: Say): string | undefined {
  switch (part.kind) {
    case 'field':
    case 'password':
    case 'otp':
    case 'pin':
      return withState(
        t(`phone.${part.kind}`, { text: part.text }),
        typed ?? ('value' in part ? part.value : ''),
        t,
      );
    case 'search':
      return typed === undefined ? describePart(part, t) : withState(t('phone.search-box'), typed, t);
    case 'item':
    case 'notice':
      return describePart(part, t);
    default:
      return undefined;
  }
}

function withState(name: string, typed = '', t: Say): string {
  return `${name}, ${readable(typed) || t(typed ? 'phone.sample' : 'phone.empty')}`;
}

function describePart(part: PhonePart, t: Say): string {
  switch (part.kind) {
    case 'app':
    case 'space':
      return '';
    case 'title':
    case 'text':
      return part.text;
    case 'field': {
      const value = readable(part.value);
      return t('phone.field', { text: part.text }) + (value && `: ${value}`);
    }
    case 'item':
      return [part.text, part.more].filter(Boolean).join(', ');
    case 'price':
      return [part.label, readable(part.text)].filter(Boolean).join(': ');
    case 'icons':
      return t('phone.icons', { text: part.names.join(', ') });
    case 'store':
      return `${part.text}, ${part.publisher}. ${t('phone.button', { text: part.button })}`;
    case 'dialog': {
      const buttons = part.buttons.map((button) => t('phone.button', { text: button }));
      return t('phone.dialog', { text: [part.title, part.text, ...buttons].join('. ') });
    }
    case 'notice':
      return t('phone.notice', { text: [part.from, part.text].filter(Boolean).join(': ') });
    case 'check':
    case 'switch':
    case 'choice':
      return t(`phone.${part.kind}`, { text: part.text }) + (part.on ? `, ${t('phone.on')}` : '');
    case 'scan':
    case 'face':
    case 'card':
    case 'nfc':
    case 'photo':
      return t('phone.frame', { text: part.text });
    default:
      return t(`phone.${part.kind}`, { text: part.text });
  }
}

/** Hidden digits are for the eye. */
function readable(text = ''): string {
  return text.includes('•') ? '' : text;
}
