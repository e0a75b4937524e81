import { plainLetters } from '../tally/plain-letters';
import type { ListedTeam } from './heard-from';

/** A list of teams, or why it cannot be used. */
export type TeamsList =
  | { kind: 'list'; teams: ListedTeam[] }
  | { kind: 'no-column'; column: 'commune' | 'team' };

/** How offices head these columns, in plain letters. */
const HEADS = {
  commune: /^(xa|phuong|xa-phuong|phuong-xa|don-vi|commune)(-|$)/,
  team: /^(to|ten-to|doi|team)(-|$)/,
};

/**
 * Reads a list of the teams that should report: CSV with a head, of which one column names the commune (`xã`, `phường`,
 * `commune`) and one the team (`tổ`, `đội`, `team`), in any order, split by `,` `;` or tabs, as spreadsheets save it.
 */
export function readTeamsList(text: string): TeamsList {
  const [head = [], ...rows] = readCsv(text);
  const names = head.map(plainLetters);
  const at = { commune: names.findIndex((name) => HEADS.commune.test(name)), team: -1 };
  at.team = names.findIndex((name, i) => i !== at.commune && HEADS.team.test(name));
  if (at.commune < 0) return { kind: 'no-column', column: 'commune' };
  if (at.team < 0) return { kind: 'no-column', column: 'team' };
  const teams = rows
    .map((row) => ({ commune: row[at.commune]?.trim() ?? '', team: row[at.team]?.trim() ?? '' }))
    .filter(({ commune, team }) => commune !== '' || team !== '');
  return { kind: 'list', teams };
}

/** Cells after RFC 4180, split by whatever its first line is split by. */
function readCsv(text: string): string[][] {
  const plain = text.replace(/^\uFEFF/, '').normalize('NFC');
  const firstLine = plain.split(/[\r\n]/, 1)[0] ?? '';
  const [separator = ','] = [';', '\t', ','].filter((one) => firstLine.includes(one));
  const rows: string[][] = [[]];
  // A quoted cell, or one up to the next separator; then what ends it.
  const cell = new RegExp(
    `(?:"((?:[^"]|"")*)"|([^${separator}\\r\\n]*))(${separator}|\\r\\n|\\r|\\n|$)`,
    'y',
  );
  while (cell.lastIndex < plain.length) {
    const match = cell.exec(plain);
    // A quote in the middle of nowhere: the rest of the cell is taken as it is.
    if (!match) break;
    rows.at(-1)?.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    if (match[3] !== separator && match[3] !== '') rows.push([]);
  }
  return rows.filter((row) => row.some((one) => one.trim() !== ''));
}
