import { isToggle, PHONE_KINDS, type PhoneKind, type PhonePart, tapped } from './phone-part';
import { report, type Text } from './text';

/** How each kind is written, for messages. */
const WRITTEN: Record<PhoneKind, string> = {
  app: 'app: VNeID',
  title: 'title: Đăng nhập',
  text: 'text: Một dòng chữ',
  field: 'field: Số điện thoại | 09•• ••• •••',
  password: 'password: Mật khẩu',
  otp: 'otp: Mã OTP | 48••••',
  pin: 'pin: Passcode',
  button: 'button: Gửi yêu cầu',
  link: 'link: Quên mật khẩu',
  check: 'check: [ ] Tôi đồng ý',
  switch: 'switch: [x] NFC',
  choice: 'choice: [x] Nam',
  item: 'item: Ví giấy tờ | dòng thứ hai',
  icons: 'icons: Tin nhắn | *VNeID | Ảnh',
  search: 'search: VNeID',
  store: 'store: VNeID | nơi làm ra | Cài đặt',
  dialog: 'dialog: Tiêu đề | câu hỏi | Để sau | *Đồng ý',
  notice: 'notice: Tin nhắn | Mã OTP: ••••••',
  scan: 'scan: Mã QR',
  face: 'face: Nhìn thẳng vào máy',
  card: 'card: Mặt trước thẻ',
  nfc: 'nfc: Áp thẻ vào lưng máy',
  photo: 'photo: Chụp món hàng',
  price: 'price: 10.000 đ | Số tiền',
  space: 'space',
};

/** At least and at most so many cells, parted by bars. */
const CELLS: Record<PhoneKind, [least: number, most: number]> = {
  app: [1, 1],
  title: [1, 1],
  text: [1, 1],
  field: [1, 2],
  password: [1, 1],
  otp: [1, 2],
  pin: [1, 1],
  button: [1, 1],
  link: [1, 1],
  check: [1, 1],
  switch: [1, 1],
  choice: [1, 1],
  item: [1, 2],
  icons: [1, 8],
  search: [1, 1],
  store: [3, 3],
  dialog: [3, 5],
  notice: [1, 2],
  scan: [1, 1],
  face: [1, 1],
  card: [1, 1],
  nfc: [1, 1],
  photo: [1, 1],
  price: [1, 2],
  space: [0, 0],
};

const NEVER_TAPPED: readonly PhoneKind[] = ['app', 'title', 'text', 'price', 'space'];
const MOST_PARTS = 12;
const LONGEST_CELL = 160;
const LINE = /^(\s*)(\*?)\s*([^\s:*]+)\s*(?::(.*))?$/;

/** One line of a fence, taken apart. */
interface Line {
  source: Text;
  kind: PhoneKind;
  cells: string[];
  star: boolean;
  /** Where the kind stands. */
  at: number;
}

/** Reads a `screen` fence, one line a part; `at` is the offset of its first line. */
export function readPhone(source: Text, text: string, at: number): PhonePart[] {
  const parts: PhonePart[] = [];
  let offset = at;
  for (const written of text.split('\n')) {
    const line = takeApart(source, written, offset);
    const part = line && readPart(line);
    if (part?.kind === 'app' && parts.length > 0) {
      report(source, offset, "the app's bar is at the top; write the line “app:” first, and only once");
    }
    if (part && tapped(part) !== undefined && parts.some((other) => tapped(other) !== undefined)) {
      report(
        source,
        offset,
        'only one thing on a screen can be what to tap now; keep one "*" and draw a second screen',
      );
    }
    if (part) parts.push(part);
    offset += written.length + 1;
  }
  if (text.trim() === '') report(source, at, `the screen is empty; write lines such as "${WRITTEN.button}"`);
  if (parts.length > MOST_PARTS) {
    report(
      source,
      at,
      `${parts.length} things on one screen; at most ${MOST_PARTS}: leave out what is not needed`,
    );
  }
  return parts;
}

function takeApart(source: Text, written: string, offset: number): Line | undefined {
  if (written.trim() === '') return undefined;
  const [, indent = '', star = '', name = '', text = ''] = LINE.exec(written) ?? [];
  const at = offset + indent.length;
  if (name === '') {
    report(
      source,
      offset,
      `"${written.trim()}" is not a part of a screen; write "kind: text", as in "${WRITTEN.button}"`,
    );
    return undefined;
  }
  const kind = PHONE_KINDS.find((known) => known === name);
  if (!kind) {
    report(source, at, `unknown screen kind "${name}"; known kinds are ${PHONE_KINDS.join(', ')}`);
    return undefined;
  }
  const line = { source, kind, cells: text.split('|').map((cell) => cell.trim()), star: star !== '', at };
  return isSound(line) ? line : undefined;
}

function isSound({ source, kind, cells, star, at }: Line): boolean {
  const problem = (message: string) => report(source, at, `${message}; write "${WRITTEN[kind]}"`);
  const [least, most] = CELLS[kind];
  if (kind === 'space') {
    if (cells.join('') !== '') problem('"space" has no text');
    else if (star) problem('empty space cannot be tapped');
    return cells.join('') === '' && !star;
  }
  if (cells.some((cell) => cell === '' || cell === '*'))
    problem(`"${kind}" has no text, or an empty place between bars`);
  else if (cells.length < least) problem(`"${kind}" has ${cells.length} of the ${least} things it needs`);
  else if (cells.length > most) problem(`"${kind}" has ${cells.length} things; at most ${most}`);
  else if (cells.some((cell) => cell.length > LONGEST_CELL))
    problem(`the text is too long for a phone's screen`);
  else if (star && NEVER_TAPPED.includes(kind))
    problem(`"${kind}" cannot be tapped; put the "*" before what is`);
  else if (star && kind === 'icons') problem('put the "*" before the name of the app to tap');
  else return true;
  return false;
}

function readPart(line: Line): PhonePart | undefined {
  const { kind, cells, star } = line;
  const [text = '', second, third = ''] = cells;
  const tap = star && { tap: true as const };
  switch (kind) {
    case 'space':
      return { kind };
    case 'price':
      return { kind, text, ...(second && { label: second }) };
    case 'field':
      return { kind, text, ...(second && { value: second }), ...tap };
    case 'item':
      return { kind, text, ...(second && { more: second }), ...tap };
    case 'otp':
      return readOtp(line, text, second);
    case 'store':
      return { kind, text, publisher: second ?? '', button: third, ...tap };
    case 'notice':
      return second ? { kind, from: text, text: second, ...tap } : { kind, text, ...tap };
    case 'icons': {
      const { words, ...place } = readCells(line, cells);
      return { kind, names: words, ...place };
    }
    case 'dialog': {
      const { words, ...place } = readCells(line, cells.slice(2));
      // A star before the whole line means the button that goes on, which is the last.
      const last = star && place.tap === undefined && { tap: words.length - 1 };
      return { kind, title: text, text: second ?? '', buttons: words, ...place, ...last };
    }
    default:
      return isToggle(kind) ? readToggle(line, kind, text) : { kind, text, ...tap };
  }
}

const STATE = /^\[([ xX])\]\s*(.+)$/;

function readToggle(
  { source, star, at }: Line,
  kind: 'check' | 'switch' | 'choice',
  text: string,
): PhonePart {
  const [, state = '', words = text] = STATE.exec(text) ?? [];
  if (/^\[[^\]]*\]/.test(words)) {
    report(source, at, `"[ ]" is empty and "[x]" is ticked; write "${WRITTEN[kind]}"`);
  }
  return {
    kind,
    text: words,
    ...(/x/i.test(state) && { on: true as const }),
    ...(star && { tap: true as const }),
  };
}

/** Codes have four to eight digits; six empty boxes where nothing is said. */
function readOtp({ source, star, at }: Line, text: string, digits = ' '.repeat(6)): PhonePart {
  const boxes = digits.trim() === '' ? digits : digits.replaceAll(' ', '');
  if (boxes.length < 4 || boxes.length > 8) {
    report(source, at, `a code has 4 to 8 boxes, not ${boxes.length}; write "${WRITTEN.otp}"`);
  }
  return { kind: 'otp', text, digits: boxes, ...(star && { tap: true as const }) };
}

/** Cells of which one may carry the star itself; `tap` is its place. */
function readCells({ source, at, kind }: Line, cells: string[]): { words: string[]; tap?: number } {
  const stars = cells.flatMap((cell, i) => (cell.startsWith('*') ? [i] : []));
  if (stars.length > 1)
    report(source, at, `only one thing can be tapped now; keep one "*", as in "${WRITTEN[kind]}"`);
  const [tap] = stars;
  return { words: cells.map((cell) => cell.replace(/^\*\s*/, '')), ...(tap !== undefined && { tap }) };
}
