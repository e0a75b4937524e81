import { describe, expect, it } from 'vitest';
import { checkGuide } from '../../src/guide/check';
import { compileGuide } from '../../src/guide/compile';
import { freshness } from '../../src/guide/freshness';
import { guideText } from './a-guide';

const around = { today: '2026-11-24', words: { OTP: 'mã dùng một lần', app: 'ứng dụng', PIN: 'mã bí mật' } };
/** The front matter of the fixture takes eight lines: the body begins on line 9. */
const warnings = (
  body: string,
  { locale = 'vi' as 'vi' | 'en', head = undefined as string | undefined } = {},
) => {
  const compiled = compileGuide('vi.md', 'thu', locale, guideText(body, head));
  checkGuide(compiled, locale, around);
  return compiled.problems
    .filter(({ rule }) => rule !== 'freshness')
    .map(({ line, severity, message }) => `${line} ${severity}: ${message}`);
};
const words = (count: number) => `${Array.from({ length: count }, (_, i) => `chữ${i}`).join(' ')}.`;

describe('what makes a step hard to follow', () => {
  it('more than five actions: at the sixth', () => {
    const actions = Array.from({ length: 6 }, (_, i) => `${i + 1}. Làm việc ${i}.`).join('\n');
    const screen = '```screen\nbutton: A\n```\n';
    expect(warnings(`## A {#a}\n\n${actions}\n\n${screen}`)).toEqual([
      expect.stringMatching(/^16 warning: 6 actions on one step; at most 5/),
    ]);
    expect(warnings(`## A {#a}\n\n${actions.slice(0, -15)}\n\n${screen}`)).toEqual([]);
  });

  it('more than 70 words, notes and trouble not counted', () => {
    const twenty = `${words(20)} `;
    expect(warnings(`## A {#a}\n\n${twenty.repeat(4)}`)).toEqual([
      expect.stringMatching(/^9 warning: 80 words on one step; at most 70/),
    ]);
    expect(
      warnings(
        `## A {#a}\n\n${twenty}\n\n> [!NOTE]\n> ${twenty.repeat(4)}\n\n### Nếu\n\n${twenty.repeat(4)}`,
      ),
    ).toEqual([]);
  });

  it('a sentence of more than 25 words, wherever it stands: there', () => {
    expect(warnings(`Bìa.\n\n## A {#a}\n\nNgắn.\n\n- một\n- ${words(26)}\n`)).toEqual([
      expect.stringMatching(/^16 warning: a sentence of 26 words; at most 25/),
    ]);
    expect(warnings(`## A {#a}\n\n### Nếu\n\n> [!CAUTION]\n> ${words(26)}\n`)).toHaveLength(1);
    expect(warnings(`${words(26)}\n\n## A {#a}\n`)).toHaveLength(1);
    expect(warnings(`## A {#a}\n\n${words(25)}\n`)).toEqual([]);
  });

  it('something done on the phone that no picture shows; not a question, nor a list of what to bring', () => {
    expect(warnings('## A {#a}\n\n1. Chạm.\n')).toEqual([
      expect.stringMatching(/^9 warning: something is done here/),
    ]);
    expect(warnings('## A {#a}\n\nChạm `Gửi`.\n')).toHaveLength(1);
    expect(warnings('## A {#a}\n\n- [ ] Thẻ\n')).toEqual([]);
    expect(warnings('## A {#a}\n\nMáy nào?\n\n- [Một](#b)\n- [Hai](#end)\n\n## B {#b}\n')).toEqual([]);
    expect(warnings('## A {#a}\n\n1. Chạm.\n\n![Hình](a.webp)\n')).toEqual([]);
  });
});

describe('foreign words', () => {
  it('are to be explained where they first come, each said once', () => {
    expect(warnings('## A {#a}\n\nGõ mã OTP.\n\nGõ OTP nữa.\n')).toEqual([
      '11 warning: "OTP" is not explained where it first comes; write "OTP (mã dùng một lần)", or a Vietnamese word',
    ]);
  });

  it.each([
    ['in brackets after it', 'Gõ mã OTP (mã dùng một lần).'],
    ['as the word in brackets', 'Gõ mã dùng một lần (OTP).'],
    ['with “là”', 'OTP là mã dùng một lần.'],
    ['with “tức là”', 'Gõ mã OTP, tức là mã dùng một lần.'],
    ['later in the same step', 'Gõ mã OTP.\n\nOTP là mã dùng một lần.'],
    ['as a label of the app', 'Gõ vào ô `OTP`.\n\n```screen\notp: OTP\n```'],
    ['in somebody’s words', 'Ai nói “đọc mã OTP” thì cúp máy.'],
    ['in a note to the volunteer', '> [!NOTE]\n> Đừng cầm OTP.'],
  ])('need none: %s', (_name, text) => {
    expect(warnings(`## A {#a}\n\n${text}\n`)).toEqual([]);
  });

  it('once explained, may be used in later steps; a trouble entry explains only for itself', () => {
    expect(warnings('## A {#a}\n\nMã OTP (mã dùng một lần).\n\n## B {#b}\n\nGõ OTP.\n')).toEqual([]);
    expect(warnings('## A {#a}\n\nA.\n\n### Nếu\n\nOTP (mã).\n\n## B {#b}\n\nGõ OTP.\n')).toHaveLength(1);
  });

  it('are whole words; an abbreviation is one in capitals only', () => {
    expect(warnings('## A {#a}\n\nPin còn nhiều. Happy.\n')).toEqual([]);
    expect(warnings('## A {#a}\n\nMở App lên.\n')).toHaveLength(1);
  });

  it('are a matter of Vietnamese guides alone', () => {
    expect(warnings('## A {#a}\n\nType the OTP.\n', { locale: 'en' })).toEqual([]);
  });
});

describe('the reader is "bác"', () => {
  it.each([
    'Bạn gõ số.',
    '- [ ] Thẻ của bạn',
    '> [!TIP]\n> Bạn chọn số.',
    'Bác.\n\n### Nếu bạn quên\n\nBác thử lại.',
  ])('%s', (text) => {
    expect(warnings(`## A {#a}\n\n${text}\n`)).toEqual([expect.stringMatching(/the reader is "bác"/)]);
  });

  it.each([
    '> [!NOTE]\n> Bạn quay mặt đi.',
    'Hỏi bạn bè, bạn hàng.',
    'Ai đòi kết bạn thì thôi.',
    'Máy ghi “Tài khoản của bạn”.',
  ])('but not: %s', (text) => {
    expect(warnings(`## A {#a}\n\n${text}\n`)).toEqual([]);
  });

  it('also in the title', () => {
    const head = '---\ntitle: Giúp bạn\nsummary: Một\nminutes: 1\norder: 1\nsources: []\n---\n';
    expect(warnings('## A {#a}\n', { head })).toEqual([expect.stringMatching(/^2 warning: the reader/)]);
  });
});

describe('freshness', () => {
  it('a guide is due 91 days after it was followed, and where it never was', () => {
    expect(freshness('2026-08-26', '2026-11-24')).toBe('fresh');
    expect(freshness('2026-08-25', '2026-11-24')).toBe('old');
    expect(freshness(undefined, '2026-11-24')).toBe('never');
  });

  it('is a warning, at its line', () => {
    const head = (verified: string) =>
      `---\ntitle: A\nsummary: B\nminutes: 1\norder: 1\n${verified}sources: []\n---\n`;
    const due = (verified: string) => {
      const compiled = compileGuide('vi.md', 'thu', 'vi', guideText('## A {#a}\n', head(verified)));
      checkGuide(compiled, 'vi', around);
      return compiled.problems.map(({ line, rule, message }) => `${line} ${rule}: ${message.slice(0, 30)}`);
    };
    expect(due('')).toEqual(['1 freshness: nobody has followed this guide']);
    expect(due('verified: "2026-01-02"\n')).toEqual(['6 freshness: last followed against the real']);
    expect(due('verified: "2026-11-02"\n')).toEqual([]);
  });
});
