import { describe, expect, it } from 'vitest';
import type { PhonePart } from '../../src/guide/phone-part';
import en from '../../src/i18n/en.json';
import vi from '../../src/i18n/vi.json';
import { say } from '../../src/i18n/words';
import { describePhone } from '../../src/ui/phone/describe';
import { aGuide, compileBody } from './a-guide';

const parts = (lines: string): PhonePart[] => {
  const [block] = aGuide(`## Một {#one}\n\n\`\`\`screen\n${lines}\n\`\`\`\n`).steps[0].blocks;
  return block?.kind === 'phone' ? block.parts : [];
};

describe('a line becomes a part', () => {
  it.each<[string, PhonePart]>([
    ['button: Gửi', { kind: 'button', text: 'Gửi' }],
    ['* button : Gửi', { kind: 'button', text: 'Gửi', tap: true }],
    ['  field: Số | 08', { kind: 'field', text: 'Số', value: '08' }],
    ['field: Số', { kind: 'field', text: 'Số' }],
    ['check: Đồng ý', { kind: 'check', text: 'Đồng ý' }],
    ['switch: [X] NFC', { kind: 'switch', text: 'NFC', on: true }],
    ['otp: Mã', { kind: 'otp', text: 'Mã', digits: '      ' }],
    ['otp: Mã | 48 ••', { kind: 'otp', text: 'Mã', digits: '48••' }],
    ['notice: Tin', { kind: 'notice', text: 'Tin' }],
    ['text: 12:30: Tới giờ', { kind: 'text', text: '12:30: Tới giờ' }],
    ['icons: A | *B', { kind: 'icons', names: ['A', 'B'], tap: 1 }],
    [
      '*dialog: A | B? | Không | Có',
      { kind: 'dialog', title: 'A', text: 'B?', buttons: ['Không', 'Có'], tap: 1 },
    ],
    [
      'dialog: A | B? | *Không | Có',
      { kind: 'dialog', title: 'A', text: 'B?', buttons: ['Không', 'Có'], tap: 0 },
    ],
    ['space', { kind: 'space' }],
  ])('%s', (line, part) => {
    expect(parts(line)).toEqual([part]);
  });

  it('the star of one line and the star of a cell together are two', () => {
    const { problems } = compileBody('## A {#a}\n\n```screen\n*button: X\nicons: A | *B\n```\n');
    expect(problems.map(({ line, message }) => `${line} ${message}`)).toEqual([
      expect.stringMatching(/^13 only one thing on a screen can be what to tap/),
    ]);
  });

  it('a bar in the middle of a screen, and a screen that is too full, are said', () => {
    const message = (lines: string) =>
      compileBody(`## A {#a}\n\n\`\`\`screen\n${lines}\n\`\`\`\n`).problems[0]?.message;
    expect(message('text: A\napp: B')).toMatch(/the app's bar is at the top/);
    expect(message('text: A\n'.repeat(13))).toMatch(/13 things on one screen/);
  });
});

describe('the picture in words', () => {
  it('says whose screen it is, what is on it in order, and last what to tap', () => {
    const screen = parts(
      'app: VNeID\ntitle: Đăng nhập\nfield: Số định danh | 080 0••\npassword: Mật khẩu\ncheck: [x] Ghi nhớ\n*button: Đăng nhập\nlink: Quên mật khẩu',
    );
    expect(describePhone(screen, say(vi))).toBe(
      'Màn hình ứng dụng VNeID. Đăng nhập. Ô Số định danh. Ô Mật khẩu. Ô đánh dấu Ghi nhớ, đang bật. Nút Đăng nhập. Dòng chữ bấm được Quên mật khẩu. Bấm: Đăng nhập.',
    );
    expect(describePhone(screen, say(en))).toMatch(/^Screen of the app VNeID\. .* Tap: Đăng nhập\.$/);
  });

  it('leaves nothing of any kind unsaid, but for room and hidden digits', () => {
    const screen = parts(
      'icons: Ảnh | *VNeID\nstore: A | B | Cài\ndialog: C | D? | Không | Có\nnotice: E | F\nprice: 5 đ | Tiền\nitem: G | H\nscan: I\nspace',
    );
    const said = describePhone(screen, say(vi));
    for (const word of [
      'Ảnh',
      'VNeID',
      'A, B',
      'Cài',
      'C',
      'D?',
      'Không',
      'Có',
      'E: F',
      'Tiền: 5 đ',
      'G, H',
      'I',
    ])
      expect(said).toContain(word);
    expect(said).toMatch(/Bấm: VNeID\.$/);
  });
});
