import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { compileAll } from '../../build/compile-all';
import { report } from '../../build/report';
import { type FleetTruth, makeFleet } from '../fleet/fleet';

const root = path.join(import.meta.dirname, '../..');
let folder: string;
let made: FleetTruth;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'tung-buoc-command-'));
  mkdirSync(path.join(folder, 'exports/Xã 1'), { recursive: true });
  const { guides } = await compileAll(root);
  made = await makeFleet({ tablets: 40, days: 20, seed: 3, until: '2026-11-24' }, guides, (name, text) =>
    writeFileSync(path.join(folder, 'exports/Xã 1', name), text),
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
afterEach(() => vi.restoreAllMocks());

/** Runs the command in the folder; answers its exit code and what it printed. */
async function run(...args: string[]) {
  const said: string[] = [];
  for (const to of ['log', 'error'] as const)
    vi.spyOn(console, to).mockImplementation((text: string) => void said.push(text));
  return { code: await report(root, args, folder), said: said.join('\n') };
}

describe('npm run report', () => {
  it('prints the tables of a folder, and each refused file with its reason', async () => {
    const { code, said } = await run('exports');
    expect(code).toBe(0);
    const { turns, completed, stopped, left, helped, alone } = made.truth.total;
    expect(said).toContain(['Tổng cộng', turns, completed, stopped, left, helped, alone].join('\t'));
    for (const { name } of made.files.refused) expect(said).toContain(`${name}: `);
    expect(said).toContain(`${made.files.sound} files read, ${made.files.refused.length} refused`);
  });

  it('writes a workbook and a CSV file a table', async () => {
    expect((await run('exports', '--out', 'out')).code).toBe(0);
    const written = readdirSync(path.join(folder, 'out'));
    expect(readFileSync(path.join(folder, 'out/tung-buoc-bao-cao.xlsx')).subarray(0, 2).toString()).toBe(
      'PK',
    );
    expect(written).toContain('tung-buoc-bao-cao-teams.csv');
    expect(written).toContain('tung-buoc-bao-cao-steps-vneid.csv');
  });

  it('publishes without small counts', async () => {
    await run('exports', '--publish', '--out', 'public', '--from', '2026-11-20');
    const teams = readFileSync(path.join(folder, 'public/tung-buoc-cong-bo-teams.csv'), 'utf8');
    expect(teams).toContain('(ẩn)');
    expect(teams.split(/[,\r\n]/).filter((cell) => /^[1-9]$/.test(cell))).toEqual([]);
  });

  it('names the teams of a list that it has not heard from', async () => {
    writeFileSync(path.join(folder, 'to.csv'), 'Xã;Tổ\nXã vắng;Tổ vắng\n');
    expect((await run('exports', '--teams', 'to.csv')).said).toContain('Xã vắng\tTổ vắng');
  });

  it.each([
    [[], 'name the export files'],
    [['exports', '--out'], '--out needs a value'],
    [['exports', '--from', '2026-02-30'], 'write a day as'],
    [['exports', '--colour', 'red'], 'there is no such option'],
    [['nowhere'], 'nowhere: there is no such file or folder'],
    [['exports', '--teams', 'nowhere.csv'], 'nowhere.csv: there is no such file'],
  ])('says what is wrong with %j, and how it is called', async (args, what) => {
    const { code, said } = await run(...args);
    expect(code).toBe(1);
    expect(said).toContain(what);
  });
});
