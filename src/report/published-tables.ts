import type { Cell } from '../tally/table';
import { REASONS } from '../walk/walk';
import { inOrder, titleOf } from './around';
import { dropOff } from './drop-off';
import type { Line, Team } from './figures';
import type { ColumnName, GuideNames, Say } from './names';
import type { Report } from './report';
import {
  type PublishedMeasure,
  type PublishedTurns,
  publishCount,
  publishLines,
  publishTotal,
} from './suppress';
import { type ReportTable, table } from './table';

const MEASURES = [
  'turns',
  'completed',
  'unfinished',
  'helped',
  'alone',
] as const satisfies PublishedMeasure[];
/** From so many turns on, five in a hundred are ten. */
const ENOUGH_FOR_SHARES = 200;
/** Lower ends of the bands in which a step's share is told, in a hundred. */
const BANDS = [20, 10, 5] as const;

interface Around {
  say: Say;
  guides: GuideNames[];
}

/** The tables that may leave the office: no count of 1 to 9 is in them, nor can one be worked out from them. */
export function publishedTables(report: Report, around: Around): ReportTable[] {
  const { say } = around;
  const { figures } = report;
  const total = publishTotal(figures.total);
  const communes = publishLines(figures.byCommune, total);
  const guides = publishLines(inOrder(figures.byGuide, around), total);
  const made = (
    id: 'communes' | 'teams' | 'guides' | 'weeks',
    columns: ColumnName[],
    rows: Cell[][],
  ): ReportTable =>
    table(say, id, [...columns, ...MEASURES], rows, {
      notes: [say('report.hidden.note')],
      total: [say('report.total'), ...Array<Cell>(columns.length - 1).fill(''), ...cells(total, say)],
    });
  return [
    summary(report, total, say),
    made(
      'communes',
      ['province', 'commune'],
      communes.map(({ of, turns }) => [of.province, of.commune, ...cells(turns, say)]),
    ),
    made(
      'teams',
      ['province', 'commune', 'team'],
      communes
        .flatMap((commune) => publishLines(teamsOf(figures.byTeam, commune.of), commune.turns))
        .map(({ of, turns }) => [of.province, of.commune, of.team, ...cells(turns, say)]),
    ),
    made(
      'guides',
      ['guide'],
      guides.map(({ of, turns }) => [titleOf(of, around), ...cells(turns, say)]),
    ),
    made(
      'weeks',
      ['week'],
      publishLines(figures.byWeek, total).map(({ of, turns }) => [of, ...cells(turns, say)]),
    ),
    ...guides.flatMap(({ of, turns }) =>
      (turns.turns ?? 0) < ENOUGH_FOR_SHARES ? [] : [steps(report, of, turns.turns ?? 0, around)],
    ),
    reasons(report, say),
  ];
}

function summary({ figures, days, period }: Report, total: PublishedTurns, say: Say): ReportTable {
  const shown = period ?? days;
  return table(
    say,
    'summary',
    ['what', 'number'],
    [
      [say('report.summary.from'), shown?.from ?? ''],
      [say('report.summary.to'), shown?.to ?? ''],
      ...MEASURES.map((measure): Cell[] => [
        say(`report.column.${measure}`),
        total[measure] ?? say('report.hidden'),
      ]),
      [say('report.summary.communes'), figures.active.communes],
      [say('report.summary.teams'), figures.active.teams],
    ],
    { notes: [say('report.persons'), say('report.hidden.note')] },
  );
}

/**
 * Where people stop, told in shares only. Counts of steps that follow each other can be subtracted; a band that is at
 * least ten turns wide cannot tell a small one.
 */
function steps({ figures }: Report, guide: string, turns: number, { say, guides }: Around): ReportTable {
  const names = guides.find(({ id }) => id === guide)?.steps ?? [];
  const rows = figures.counters.filter((row) => row.guide === guide);
  const known = dropOff(
    rows,
    names.map(({ id }) => id),
  );
  const made = table(
    say,
    'steps',
    ['number', 'step', 'lost-band'],
    known.map(({ step, stopped, left }, i) => [
      i + 1,
      names.find(({ id }) => id === step)?.title ?? step,
      bandOf((100 * (stopped + left)) / turns, say),
    ]),
    { notes: [say('report.bands.note')], guide },
  );
  return { ...made, title: `${made.title}: ${titleOf(guide, { guides })}` };
}

function bandOf(share: number, say: Say): string {
  return say(`report.band.${BANDS.find((band) => share >= band) ?? 0}`);
}

/** Without a total: with one, a single hidden reason could be worked out. */
function reasons({ figures }: Report, say: Say): ReportTable {
  return table(
    say,
    'reasons',
    ['reason', 'number'],
    REASONS.map((reason) => {
      const count = figures.counters.reduce(
        (sum, row) => sum + (row.event === 'stopped' && row.reason === reason ? row.count : 0),
        0,
      );
      return [say(`reason.${reason}`), publishCount(count) ?? say('report.hidden')];
    }),
    { notes: [say('report.hidden.note')] },
  );
}

function teamsOf(teams: Line<Team>[], { province, commune }: Omit<Team, 'team'>): Line<Team>[] {
  return teams.filter(({ of }) => of.province === province && of.commune === commune);
}

function cells(turns: PublishedTurns, say: Say): Cell[] {
  return MEASURES.map((measure) => turns[measure] ?? say('report.hidden'));
}
