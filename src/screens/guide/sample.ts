import type { PhonePart } from '../../guide/phone-part';

const PASSWORD = '•'.repeat(8);
const PIN = '•'.repeat(6);
const UNKNOWN = '•••';

/**
 * What the phone fills into a part by itself while somebody practises, so that nobody types anything, a secret least of
 * all; undefined where nothing is typed.
 */
export function sampleOf(part: PhonePart): string | undefined {
  switch (part.kind) {
    case 'field':
      return isHint(part.value) ? undefined : (part.value ?? UNKNOWN);
    case 'password':
      return PASSWORD;
    case 'pin':
      return PIN;
    case 'otp':
      return part.digits.replaceAll(' ', '•');
    case 'search':
      // What was looked for before stays: what was found stands below it.
      return part.tap && part.text;
    default:
      return undefined;
  }
}

/** What the form itself says in an empty field ("-- Chọn --", "Nhập tên xã...") is not what people type. */
function isHint(value = ''): boolean {
  return value !== '' && !value.includes('•') && /^[-\p{Ll}]|(?:\.\.\.|…)$/u.test(value);
}
