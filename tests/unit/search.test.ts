import path from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { cardsOf, compileAll } from '../../build/compile-all';
import type { Card } from '../../src/guide/guide';
import { searchCards } from '../../src/screens/home/search';

let cards: Card[];
beforeAll(async () => {
  cards = cardsOf((await compileAll(path.join(import.meta.dirname, '../..'))).guides, 'vi');
});

const found = (typed: string) => searchCards(cards, typed).map(({ id }) => id);

describe('the guides of the repository', () => {
  it.each([
    ['vi dien tu', ['vi-dien-tu']],
    ['Ví Điện Tử', ['vi-dien-tu']],
    ['tu dien vi', ['vi-dien-tu']],
    ['VI ĐIỆN TỬ', ['vi-dien-tu']],
    ['momo', ['vi-dien-tu']],
    ['lua dao', ['tranh-lua-dao']],
    ['postm', ['voso-postmart']],
    ['long an', ['long-an-so']],
    ['nong san', ['voso-postmart', 'chup-anh-ban-hang']],
    ['vneid', ['vneid', 'an-sinh-xa-hoi']],
    ['vneid tien', ['an-sinh-xa-hoi']],
  ])('"%s" finds %j', (typed, ids) => expect(found(typed)).toEqual(ids));

  it('a word is found from its beginning, not from its middle', () => {
    expect(found('dien thoai')).toContain('vneid');
    expect(found('ien')).toEqual([]);
  });

  it('nothing typed, and signs alone, leave all in their order', () => {
    for (const typed of ['', '   ', '?!', '“”']) expect(searchCards(cards, typed)).toEqual(cards);
  });

  it('what no guide holds finds none', () => expect(found('vi dien tu xyz')).toEqual([]));

  it('versions and sources beside an app’s name are not searched', () => {
    expect(found('nguon')).toEqual([]);
    expect(found('2024')).toEqual([]);
  });
});

const aCard = (title: string): Card => ({
  id: 'a',
  locale: 'vi',
  title,
  summary: '',
  minutes: 5,
  order: 1,
  icon: 'shop',
});
const word = fc.string({
  unit: fc.constantFrom(...'aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạấếớứĐƠ'),
  minLength: 1,
  maxLength: 6,
});

it('a title is found by its words in any order, cut short, with or without marks, however marks are composed', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(word, fc.nat(5)), { minLength: 1, maxLength: 5 }),
      fc.constantFrom('NFC', 'NFD'),
      fc.boolean(),
      fc.boolean(),
      (words, form, bare, turned) => {
        const title = words.map(([one]) => one).join(' ');
        const cut = words.map(([one, length]) => one.slice(0, length + 1));
        const typed = (turned ? cut.reverse() : cut).join('  ').normalize(form);
        const plain = typed.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll(/[đĐ]/g, 'd');
        expect(searchCards([aCard(title)], bare ? plain.toUpperCase() : typed)).toHaveLength(1);
      },
    ),
  );
});

it('adding a word never finds more', () => {
  fc.assert(
    fc.property(fc.array(word, { maxLength: 8 }), word, word, (titles, first, second) => {
      const list = titles.map(aCard);
      const few = searchCards(list, `${first} ${second}`);
      const more = searchCards(list, first);
      expect(few.filter((card) => !more.includes(card))).toEqual([]);
    }),
  );
});
