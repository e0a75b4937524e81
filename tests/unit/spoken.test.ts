import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { compileAll } from '../../build/compile-all';
import { readSpokenWords } from '../../build/spoken-words';
import type { Locale } from '../../src/guide/guide';
import { passagesOf } from '../../src/guide/passages';
import { stretchAt, utterancesOf } from '../../src/guide/spoken';
import { textOf } from '../../src/guide/text';

const repository = path.join(import.meta.dirname, '../..');
const { languages, problems } = await readSpokenWords(repository);
const { guides } = await compileAll(repository);

function spoken(text: string, locale: Locale = 'vi') {
  const language = languages[locale];
  if (!language) throw new Error(`spoken-words.yaml has no ${locale}`);
  return utterancesOf([{ text }], language);
}
const said = (text: string, locale?: Locale) => spoken(text, locale).map((one) => one.said);

it('the dictionary beside the guides has no mistake', () => {
  expect(problems).toEqual([]);
});

describe('in Vietnamese', () => {
  it.each([
    ['Mở VNeID.', 'Mở vi en i ai đi.'],
    ['Nhập mã OTP', 'Nhập mã ô tê pê'],
    ['Thẻ CCCD, mã QR', 'Thẻ căn cước công dân, mã kiu a'],
    ['Gọi 1900…', 'Gọi một chín không không…'],
    ['1900 0368', 'một chín không không, không ba sáu tám'],
    ['1900.0368', 'một chín không không, không ba sáu tám'],
    ['1900 54 54 41', 'một chín không không, năm bốn, năm bốn, bốn một'],
    ['18001091', 'một tám không không, một không chín một'],
    ['0901 234 567', 'không chín không một, hai ba bốn, năm sáu bảy'],
    ['0901234567', 'không chín không một, hai ba bốn, năm sáu bảy'],
    ['Gọi 1022, hoặc 156', 'Gọi một không hai hai, hoặc một năm sáu'],
    ['Tin SMS, Wi-Fi, URL', 'Tin ét em ét, oai phai, u rờ lờ'],
    ['SIM, mã PIN, pin yếu', 'sim, mã pin, pin yếu'],
    ['MoMo, VNPT Money', 'mô mô, vê en pê tê ma ni'],
    ['Cài đặt → Mật khẩu', 'Cài đặt, rồi Mật khẩu'],
    ['Bước 1 / 3', 'Bước 1 trên 3'],
    ['1/3', '1 trên 3'],
    ['Từ ngày 15/4/2026', 'Từ ngày 15 tháng 4 năm 2026'],
    ['Từ 1-7-2026', 'Từ ngày mùng 1 tháng 7 năm 2026'],
    ['Cuối tháng 8/2025', 'Cuối tháng 8 năm 2025'],
    ['Ngày 2-9', 'ngày mùng 2 tháng 9'],
    ['400.000 đồng', '400000 đồng'],
    ['8–20 ký tự', '8 đến 20 ký tự'],
    ['Mã 123456', 'Mã một hai ba, bốn năm sáu'],
    ['Số 09•• ••• •••', 'số đã che'],
    ['vneid.gov.vn', 'vi en i ai đi chấm góp chấm vi en'],
    ['bản 2.2.6', 'bản 2 chấm 2 chấm 6'],
    ['Trực 24h', 'Trực 24 giờ'],
    ['Quận/Huyện', 'Quận hoặc Huyện'],
  ])('%s: %s', (written, expected) => {
    expect(said(written)).toEqual([expected]);
  });

  it('years, counts, and words that only begin like one of the list stay as they are', () => {
    for (const text of ['Năm 2026', '6 số', 'SIMBA', 'pin']) expect(said(text)).toEqual([text]);
  });
});

describe('in English', () => {
  it.each([
    ['Open VNeID', 'Open V N e I D'],
    ['Call 1900 0368', 'Call one nine zero zero, zero three six eight'],
    ['Since 15/4/2026', 'Since April 15, 2026'],
    ['Step 1 / 3', 'Step 1 of 3'],
    ['Settings → Password', 'Settings, then Password'],
    ['400,000 dong', '400000 dong'],
    ['6-digit', '6-digit'],
  ])('%s: %s', (written, expected) => {
    const [only] = said(written, 'en');
    expect(only?.toLowerCase()).toBe(expected.toLowerCase());
  });
});

describe('sentences', () => {
  it('are one utterance each; a mark inside a number or an abbreviation ends none', () => {
    expect(said('Bác gọi 1900.0368. Ở TP. HCM cũng được! “Xong chưa?” Rồi…')).toEqual([
      'Bác gọi một chín không không, không ba sáu tám.',
      'Ở thành phố Hồ Chí Minh cũng được!',
      '“Xong chưa?”',
      'Rồi…',
    ]);
    expect(said('một\nhai')).toEqual(['một', 'hai']);
  });

  it('that are long are parted, at a comma where there is one: engines cut off after about 14 seconds', () => {
    const long = `${'bác chạm vào đây '.repeat(6)}, ${'rồi đợi một lát '.repeat(4)}.`;
    const parts = said(long);
    expect(parts).toHaveLength(2);
    expect(parts[0]).toMatch(/,$/);
    for (const part of said('chữ '.repeat(200))) expect(part.length).toBeLessThanOrEqual(165);
  });

  it('of marks alone are not said; the number of an action is said before it', () => {
    expect(said('— … !')).toEqual([]);
    const language = languages.vi;
    if (!language) throw new Error('no Vietnamese');
    expect(utterancesOf([{ text: 'Mở máy.', before: '2' }], language)[0]?.said).toBe('2: Mở máy.');
  });
});

describe('where each word stands', () => {
  it('what the voice reports leads to the word as it is written, or to the whole of what was said for one', () => {
    const text = 'Mở VNeID, gọi 1900 0368 nhé.';
    const [utterance] = spoken(text);
    if (!utterance) throw new Error('nothing said');
    const at = (word: string) => {
      const stretch = stretchAt(utterance, utterance.said.indexOf(word));
      return stretch && text.slice(stretch.from, stretch.to);
    };
    expect(['Mở', 'vi', 'ai đi', 'gọi', 'không ba', 'nhé'].map(at)).toEqual([
      'Mở',
      'VNeID',
      'VNeID',
      'gọi',
      '1900 0368',
      'nhé.',
    ]);
  });
});

describe('all guides', () => {
  it.each(guides.map((guide) => [`${guide.id}/${guide.locale}`, guide] as const))('%s', (_name, guide) => {
    const source = textOf('', '');
    for (const step of guide.steps) {
      for (const { text } of passagesOf(source, step)) {
        const all = spoken(text, guide.locale);
        // Nothing is left out, nothing said twice, and each stretch is where it says.
        const stretches = all.flatMap((one) => one.stretches);
        let before = 0;
        for (const { from, to } of stretches) {
          expect(text.slice(before, from).trim()).toBe('');
          expect(to).toBeGreaterThan(from);
          before = to;
        }
        for (const { said: one } of all) {
          expect(one, text).not.toMatch(/[•→]|\d{5,}(?!\d| (đồng|dong|VND))|\d\/\d/);
          expect(one.length, text).toBeLessThanOrEqual(260);
        }
      }
    }
  });
});
