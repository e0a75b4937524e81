import type { Cell } from '../tally/table';
import { type Around, inOrder, titleOf } from './around';
import type { Line } from './figures';
import { fileTables } from './file-tables';
import type { ColumnName, Say } from './names';
import type { Report } from './report';
import { revisionsTable, stepsTable, toMendTable } from './step-tables';
import { type ReportTable, table } from './table';
import { MEASURES } from './turns';

/** Every table of a report with all its figures: for the team and its coordinators, not for publishing. */
export function rawTables(report: Report, around: Around): ReportTable[] {
  const { say } = around;
  const { figures } = report;
  const turns = ({ turns: of }: Line<unknown>): Cell[] => MEASURES.map((measure) => of[measure]);
  const total = (texts: number): Cell[] => [
    say('report.total'),
    ...Array<Cell>(texts - 1).fill(''),
    ...MEASURES.map((measure) => figures.total[measure]),
  ];
  const bars: ColumnName[] = ['completed', 'stopped', 'left'];
  return [
    summary(report, say),
    table(
      say,
      'guides',
      ['guide', ...MEASURES],
      inOrder(figures.byGuide, around).map((line) => [titleOf(line.of, around), ...turns(line)]),
      { total: total(1), bars },
    ),
    table(
      say,
      'communes',
      ['province', 'commune', ...MEASURES],
      figures.byCommune.map((line) => [line.of.province, line.of.commune, ...turns(line)]),
      { total: total(2), bars },
    ),
    table(
      say,
      'teams',
      ['province', 'commune', 'team', ...MEASURES],
      figures.byTeam.map((line) => [line.of.province, line.of.commune, line.of.team, ...turns(line)]),
      { total: total(3), bars },
    ),
    table(
      say,
      'communes-guides',
      ['province', 'commune', 'guide', ...MEASURES],
      figures.byCommuneAndGuide.map((line) => [
        line.of.province,
        line.of.commune,
        titleOf(line.of.guide, around),
        ...turns(line),
      ]),
      { total: total(3) },
    ),
    table(
      say,
      'weeks',
      ['week', ...MEASURES],
      figures.byWeek.map((line) => [line.of, ...turns(line)]),
      {
        total: total(1),
        bars,
      },
    ),
    toMendTable(report, around),
    ...inOrder(figures.byGuide, around).map(({ of }) => stepsTable(report, of, around)),
    ...inOrder(figures.byGuide, around).flatMap(({ of }) => revisionsTable(report, of, around)),
    ...fileTables(report, around),
  ];
}

function summary({ figures, devices, days, period }: Report, say: Say): ReportTable {
  const { total, started, active } = figures;
  const shown = period ?? days;
  const rows: Cell[][] = [
    [say('report.summary.from'), shown?.from ?? ''],
    [say('report.summary.to'), shown?.to ?? ''],
    [say('report.column.turns'), total.turns],
    [say('report.column.completed'), total.completed],
    [say('report.column.stopped'), total.stopped],
    [say('report.column.left'), total.left],
    [say('report.column.helped'), total.helped],
    [say('report.column.alone'), total.alone],
    [say('report.summary.started'), started],
    [say('report.summary.communes'), active.communes],
    [say('report.summary.teams'), active.teams],
    [say('report.summary.tablets'), active.tablets],
    [say('report.column.not-counted'), devices.reduce((sum, { notCounted }) => sum + notCounted, 0)],
  ];
  return table(say, 'summary', ['what', 'number'], rows, { notes: [say('report.persons')] });
}
