import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PhonePart } from '../../src/guide/phone-part';
import {
  isTyping,
  type TouchedScreen,
  touch,
  typeOn,
  untouched,
} from '../../src/screens/guide/touched-screen';
import { aGuide } from './a-guide';

/** What is drawn by these lines of a `screen` fence. */
function drawn(...lines: string[]): PhonePart[] {
  const [step] = aGuide(`Bìa.\n\n## Thử {#thu}\n\n\`\`\`screen\n${lines.join('\n')}\n\`\`\`\n`).steps;
  const [phone] = step.blocks;
  if (phone?.kind !== 'phone') throw new Error('no phone');
  return phone.parts;
}
const begin = (...lines: string[]) => untouched(drawn(...lines));
const typedOut = (screen: TouchedScreen): TouchedScreen =>
  isTyping(screen) ? typedOut(typeOn(screen, 'one')) : screen;

describe('the ringed part', () => {
  it.each([
    '*button: Gửi',
    '*link: Quên mật khẩu',
    '*item: Ví giấy tờ',
    '*store: VNeID | Bộ Công an | Cài đặt',
    '*notice: Tin nhắn | Mã OTP: ••••••',
    '*photo: Chụp món hàng',
    '*check: [ ] Tôi đồng ý',
    '*check: [x] Tôi đồng ý',
    '*switch: [x] NFC',
    '*choice: [ ] Nam',
  ])('is reached by one touch: %s', (line) => {
    expect(touch(begin(line), { part: 0 }).mood).toBe('reached');
  });

  it.each(['*field: Số | 09•• •••', '*password: Mật khẩu', '*otp: Mã', '*pin: Passcode', '*search: VNeID'])(
    'is filled by the phone first, letter by letter: %s',
    (line) => {
      const touched = touch(begin(line), { part: 0 });
      expect(touched).toMatchObject({ mood: 'filled', typed: [''], focus: 0 });
      expect(typeOn(touched, 'one').typed[0]).toHaveLength(1);
      expect(typedOut(touched).mood).toBe('reached');
      expect(typeOn(touched, 'all')).toEqual(typedOut(touched));
      expect(touch(touched, { part: 0 }).mood).toBe('reached');
    },
  );

  it('may be one of several icons, or one answer to a question', () => {
    const icons = begin('icons: Tin nhắn | *VNeID | Ảnh');
    expect(touch(icons, { part: 0, cell: 1 }).mood).toBe('reached');
    expect(touch(icons, { part: 0, cell: 0 }).mood).toBe('astray');
    const question = begin('dialog: Máy hỏi | Cho cài? | *Không cho | Cho');
    expect(touch(question, { part: 0, cell: 0 }).mood).toBe('reached');
    expect(touch(question, { part: 0, cell: 1 }).mood).toBe('astray');
  });

  it('begins off: nobody is told to tap what is on already', () => {
    const before = begin('*switch: [x] NFC');
    expect(before.parts[0]).not.toHaveProperty('on');
    expect(touch(before, { part: 0 }).parts[0]).toHaveProperty('on', true);
  });

  it('once reached nothing changes it, and what nobody has filled is filled', () => {
    const done = touch(begin('field: Số | 09••', 'password: Mật khẩu', '*button: Gửi'), { part: 2 });
    expect(done.typed).toEqual(['09••', '••••••••', undefined]);
    expect(touch(done, { part: 0 })).toBe(done);
    expect(touch(done, undefined)).toBe(done);
  });
});

describe('what is not ringed', () => {
  it('fields fill themselves, things are turned on and off, and none of it leads astray', () => {
    const before = begin(
      'field: Số | 09••',
      'check: [x] Tôi đồng ý',
      'choice: [x] Nam',
      'choice: [ ] Nữ',
      '*button: Gửi',
    );
    const filled = typedOut(touch(before, { part: 0 }));
    expect(filled).toMatchObject({ mood: 'filled', astray: 0 });
    expect(filled.typed[0]).toBe('09••');
    const off = touch(filled, { part: 1 });
    expect(off.parts[1]).not.toHaveProperty('on');
    expect(off).toMatchObject({ mood: 'changed', astray: 0 });
    expect(touch(off, { part: 1 }).parts[1]).toHaveProperty('on', true);
    const other = touch(touch(off, { part: 3 }), { part: 3 });
    expect(other.parts[2]).not.toHaveProperty('on');
    expect(other.parts[3]).toHaveProperty('on', true);
  });

  it('what was looked for before stays, and what a form says itself is not typed', () => {
    expect(begin('search: VNeID', '*store: VNeID | Bộ | Cài đặt').typed).toEqual([undefined, undefined]);
    const hints = ['-- Chọn lĩnh vực --', 'Nhập tên xã/phường để tìm kiếm...', 'để trống nếu không cần'];
    for (const hint of hints) expect(begin(`field: Ô | ${hint}`, '*button: Gửi').typed[0]).toBeUndefined();
    for (const sample of ['Thanh long ruột đỏ, thùng 5 kg', '080 0•• ••• •••', 'Trồng ở ấp ••, xã ••…'])
      expect(begin(`field: Ô | ${sample}`, '*button: Gửi').typed[0]).toBe('');
  });

  it('another touch says what to look for, the second points; each is news, and the right one still leads on', () => {
    const once = touch(begin('link: Quên mật khẩu', '*button: Gửi'), { part: 0 });
    const twice = touch(once, undefined);
    expect([once.mood, twice.mood, touch(twice, { part: 0 }).mood]).toEqual([
      'astray',
      'pointing',
      'pointing',
    ]);
    expect(twice.answers).toBeGreaterThan(once.answers);
    expect(touch(twice, { part: 1 }).mood).toBe('reached');
  });

  it('a screen without a ring is only to be seen, whatever is touched', () => {
    const before = begin('field: Số | 09••', 'check: [ ] Đồng ý', 'button: Gửi');
    for (const part of [0, 1, 2]) expect(touch(before, { part })).toMatchObject({ mood: 'look', astray: 0 });
    expect(touch(before, undefined)).toMatchObject({ mood: 'look', astray: 0 });
  });
});

it('whatever was touched before, two touches on the ringed part reach it', () => {
  const screen = ['field: Số | 09••', 'check: [ ] Đồng ý', 'choice: [ ] Nam', 'link: Khác', '*pin: Passcode'];
  const spot = fc.option(fc.record({ part: fc.integer({ min: 0, max: 5 }) }), { nil: undefined });
  fc.assert(
    fc.property(fc.array(spot, { maxLength: 20 }), (spots) => {
      const before = spots.reduce<TouchedScreen>(touch, begin(...screen));
      expect(touch(touch(before, { part: 4 }), { part: 4 }).mood).toBe('reached');
    }),
    { numRuns: 50 },
  );
});
