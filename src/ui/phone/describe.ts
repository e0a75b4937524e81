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
