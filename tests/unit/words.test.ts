import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import en from '../../src/i18n/en.json';
import enKiosk from '../../src/i18n/en.kiosk.json';
import enStaff from '../../src/i18n/en.staff.json';
import vi from '../../src/i18n/vi.json';
import viKiosk from '../../src/i18n/vi.kiosk.json';
import viStaff from '../../src/i18n/vi.staff.json';

const words = { vi: { ...vi, ...viStaff, ...viKiosk }, en: { ...en, ...enStaff, ...enKiosk } };
const holes = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();

it('each word is there in both languages, with the same holes to fill', () => {
  expect(Object.keys(words.en)).toEqual(Object.keys(words.vi));
  for (const key of Object.keys(words.vi) as (keyof typeof words.vi)[]) {
    expect(holes(words.en[key]), key).toEqual(holes(words.vi[key]));
  }
});

it('words are composed (NFC), and speak to the reader as "bác"', () => {
  for (const text of Object.values(words.vi)) expect(text).toBe(text.normalize('NFC'));
  for (const text of Object.values({ ...vi, ...viKiosk })) expect(text).not.toMatch(/\bbạn\b/i);
});

it('no word is left over', () => {
  const src = path.join(import.meta.dirname, '../../src');
  const code = readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => readFileSync(path.join(src, file), 'utf8'))
    .join('\n');
  const families = [...code.matchAll(/\b(?:t|say)\(`([^`$]*)\$\{/g)].map(([, start = '']) => start);
  const used = (key: string) =>
    code.includes(`'${key}'`) ||
    families.some((start) => start !== '' && key.startsWith(start)) ||
    /^(done|stopped)\./.test(key);
  expect(Object.keys(words.vi).filter((key) => !used(key))).toEqual([]);
});
