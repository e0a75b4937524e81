import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { compileAll } from '../../build/compile-all';
import vi from '../../src/i18n/vi.json';
import viStaff from '../../src/i18n/vi.staff.json';
import { say } from '../../src/i18n/words';
import type { Around } from '../../src/report/around';
import { publishedTables } from '../../src/report/published-tables';
import { reportOf } from '../../src/report/report';
import type { ReportTable } from '../../src/report/table';
import { rawTables } from '../../src/report/tables';
import { Union } from '../../src/report/union';
import { workbookOf } from '../../src/report/workbook';
import type { Row } from '../../src/tally/row';
import { type Sheet, sumRows } from '../../src/tally/sheet';
import { counter } from './a-counter';
import { asRead } from './a-union';

const { guides, places } = await compileAll(path.join(import.meta.dirname, '../..'));
const around: Around = {
  say: say({ ...vi, ...viStaff }),
  guides: guides.filter(({ locale }) => locale === 'vi'),
  places,
};
const vneid = guides.find(({ id, locale }) => id === 'vneid' && locale === 'vi');
const [first, second] = vneid?.steps ?? [];
const at = { guide: 'vneid', revision: vneid?.revision ?? '', locale: 'vi', mode: 'helped' } as const;
const place = (team: string) => ({ province: 'Tây Ninh', commune: 'Xã 1', team, tablet: '1' });

function sheet(id: string, day: string, rows: Partial<Row>[]): Sheet {
  return { id, day, rows: sumRows(rows.map((row) => ({ ...counter, ...at, count: 1, ...row }) as Row)) };
}

/** Two teams: one with 40 turns, six of them stopped at the second step; one with 5 turns. */
function aReport(period?: { from: string; to: string }) {
  const union = new Union();
  const walks = (completed: number, stopped: number): Partial<Row>[] => [
    { event: 'started', count: completed + stopped },
    { event: 'completed', minutes: '5-10', count: completed },
    { event: 'reached', step: first?.id ?? '', count: completed + stopped },
    { event: 'reached', step: second?.id ?? '', count: completed + stopped },
    ...(stopped
      ? [{ event: 'stopped', step: second?.id ?? '', reason: 'phone', count: stopped } as const]
      : []),
  ];
  union.add(asRead(union, [sheet('a', '2026-11-03', walks(34, 6))], { place: place('Tổ 1') }));
  union.add(asRead(union, [sheet('b', '2026-11-17', walks(5, 0))], { place: place('Tổ 2') }));
  return reportOf(union, [], period);
}

const cells = (tables: ReportTable[], id: string) => tables.find((table) => table.id === id)?.rows;

describe('the report’s tables', () => {
  const tables = rawTables(aReport(), around);

  it('count turns by team and by week, with the weeks without any', () => {
    expect(cells(tables, 'teams')).toEqual([
      ['Tây Ninh', 'Xã 1', 'Tổ 1', 40, 34, 6, 0, 40, 0],
      ['Tây Ninh', 'Xã 1', 'Tổ 2', 5, 5, 0, 0, 5, 0],
    ]);
    expect(cells(tables, 'weeks')?.map(([week, turns]) => [week, turns])).toEqual([
      ['2026-11-02', 40],
      ['2026-11-09', 0],
      ['2026-11-16', 5],
    ]);
  });

  it('say where the step is written that loses most people', () => {
    const [row] = cells(tables, 'to-mend') ?? [];
    const written = places.find((one) => one.revision === at.revision && one.step === second?.id);
    expect(row).toEqual([
      vneid?.title,
      second?.title,
      6,
      45,
      6 / 45,
      0,
      `${vi['reason.phone']} 6`,
      `${written?.file}:${written?.line}`,
    ]);
    expect(written?.file).toBe('guides/vneid/vi.md');
  });

  it('follow a guide’s own order of steps: reached = went on + stopped + left', () => {
    const rows = cells(tables, 'steps') ?? [];
    expect(rows.map(([number]) => number)).toEqual(vneid?.steps.map((_, i) => i + 1));
    expect(rows.slice(0, 2).map((row) => row.slice(2, 6))).toEqual([
      [45, 45, 0, 0],
      [45, 39, 6, 0],
    ]);
  });

  it('are about the days of the period only', () => {
    const some = rawTables(aReport({ from: '2026-11-17', to: '2026-11-17' }), around);
    expect(cells(some, 'teams')).toEqual([['Tây Ninh', 'Xã 1', 'Tổ 2', 5, 5, 0, 0, 5, 0]]);
  });

  it('become sheets of one workbook: names that spreadsheet programs take, heads frozen, figures as numbers', () => {
    const sheets = workbookOf([...tables, ...tables]);
    expect(new Set(sheets.map((one) => one.sheet.toLowerCase())).size).toBe(sheets.length);
    for (const { sheet: name, data, stickyRowsCount } of sheets) {
      expect(name).toMatch(/^[^[\]:*?/\\]{1,31}$/);
      expect(stickyRowsCount).toBe(1);
      for (const cell of data.flat()) {
        const type = cell.type === Number ? 'number' : cell.type === String ? 'string' : 'object';
        expect(typeof cell.value).toBe(type);
      }
    }
  });
});

describe('the published tables', () => {
  it('hide what is small, and the team from which it could be worked out', () => {
    const tables = publishedTables(aReport(), around);
    const hidden = viStaff['report.hidden'];
    expect(cells(tables, 'teams')?.map((row) => row.slice(2))).toEqual([
      ['Tổ 1', hidden, hidden, hidden, hidden, hidden],
      ['Tổ 2', hidden, hidden, hidden, hidden, hidden],
    ]);
    expect(cells(tables, 'communes')?.map((row) => row.slice(2))).toEqual([[45, hidden, hidden, 45, 0]]);
    for (const table of tables) {
      const counts = table.rows.flat().filter((cell) => typeof cell === 'number');
      if (table.id === 'steps' || table.id === 'summary') continue;
      expect(
        counts.filter((count) => count > 0 && count < 10),
        table.id,
      ).toEqual([]);
    }
  });

  it('name no device, no file and no revision', () => {
    const ids = publishedTables(aReport(), around).map(({ id }) => id);
    expect(ids).not.toContain('devices');
    expect(ids).not.toContain('refused');
    expect(ids).not.toContain('revisions');
  });
});
