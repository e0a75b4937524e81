import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type HeardFrom, notHeardFrom } from '../../src/report/heard-from';
import { readTeamsList } from '../../src/report/teams-list';

const heard = (commune: string, team: string): HeardFrom => ({
  place: { province: '', commune, team, tablet: '1' },
  exported: '2026-11-24',
  files: 1,
  notCounted: 0,
});

describe('a list of teams', () => {
  it.each([
    ['with commas', 'Xã,Tổ\nCần Đước,Ấp 1\n'],
    [
      'with semicolons, as a Vietnamese spreadsheet saves it',
      '\uFEFFSTT;Tên tổ;Xã, phường\r\n1;Ấp 1;Cần Đước\r\n',
    ],
    ['with tabs', 'team\tcommune\nẤp 1\tCần Đước'],
    ['with quotes', '"Xã","Tổ"\n"Cần Đước","Ấp 1"'],
    ['in decomposed letters', 'Xã,Tổ\nCần Đước,Ấp 1'.normalize('NFD')],
  ])('is read %s', (_how, text) => {
    expect(readTeamsList(text)).toEqual({ kind: 'list', teams: [{ commune: 'Cần Đước', team: 'Ấp 1' }] });
  });

  it('keeps what is quoted: separators, line ends and quotes', () => {
    expect(readTeamsList('xã;tổ\n"Cần; Đước";"Ấp ""1""\nBắc"\n')).toEqual({
      kind: 'list',
      teams: [{ commune: 'Cần; Đước', team: 'Ấp "1"\nBắc' }],
    });
  });

  it('says which column it lacks', () => {
    expect(readTeamsList('Tên,Tổ\na,b')).toEqual({ kind: 'no-column', column: 'commune' });
    expect(readTeamsList('Xã,Ấp\na,b')).toEqual({ kind: 'no-column', column: 'team' });
    expect(readTeamsList('')).toEqual({ kind: 'no-column', column: 'commune' });
  });

  it('is read or refused, whatever text it is', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('"', 'xã,tổ\n"', 'xã;tổ\n;')),
        (text) => {
          expect(['list', 'no-column']).toContain(readTeamsList(text).kind);
        },
      ),
    );
  });
});

describe('the teams not heard from', () => {
  it('are those of the list that no file came from, however their names are written', () => {
    const list = ['Ấp 1', 'Ấp 2', 'Ấp 3'].map((team) => ({ commune: 'Cần Đước', team }));
    const files = [heard('XÃ CẦN ĐƯỚC', 'ấp  1'), heard('Can Duoc', 'Ap 3'), heard('Tân An', 'Ấp 2')];
    expect(notHeardFrom(list, files)).toEqual([{ commune: 'Cần Đước', team: 'Ấp 2' }]);
  });
});
