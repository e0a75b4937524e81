import type { Cell } from '../tally/table';
import type { Around } from './around';
import type { Report } from './report';
import { type ReportTable, table } from './table';

/** Who was heard from, who was not, and what has to be asked about. */
export function fileTables({ devices, unusual, refused }: Report, { say, notHeard }: Around): ReportTable[] {
  const placeCells = ({ province, commune, team, tablet }: Report['devices'][number]['place']): Cell[] => [
    province,
    commune,
    team,
    tablet,
  ];
  const where = ['province', 'commune', 'team', 'tablet'] as const;
  return [
    table(
      say,
      'devices',
      [...where, 'exported', 'last-day', 'files', 'not-counted'],
      devices.map(({ place, exported, last, files, notCounted }) => [
        ...placeCells(place),
        exported,
        last ?? '',
        files,
        notCounted,
      ]),
    ),
    ...(notHeard
      ? [
          table(
            say,
            'not-heard',
            ['commune', 'team'],
            notHeard.map(({ commune, team }) => [commune, team]),
          ),
        ]
      : []),
    table(
      say,
      'unusual',
      [...where, 'day', 'why'],
      [
        ...unusual.conflicts.map(({ place, day }) => [
          ...placeCells(place),
          day,
          say('report.unusual.conflict'),
        ]),
        ...unusual.suspect.map(({ place, day }) => [...placeCells(place), day, say('report.unusual.clock')]),
        ...unusual.busy.map(({ place, day, turns }) => [
          ...placeCells(place),
          day,
          say('report.unusual.busy', { count: turns }),
        ]),
      ],
    ),
    table(
      say,
      'refused',
      ['file', 'why'],
      refused.map(({ name, refusal }) => [
        name,
        say(`refusal.${refusal.reason}`, { path: refusal.reason === 'invalid' ? refusal.path : '' }),
      ]),
    ),
  ];
}
