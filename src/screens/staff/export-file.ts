import { handOver } from '../../device/hand-over';
import { dayOf } from '../../tally/day';
import { type ExportContent, type ExportFile, exportFile, exportName, type Period } from '../../tally/export';
import { countOutcomes } from '../../tally/sheet';
import { exportTable, toCsv } from '../../tally/table';
import { missed, settle, store } from '../counting';

export const FORMATS = ['xlsx', 'csv', 'json'] as const;
export type Format = (typeof FORMATS)[number];

/** How an export went. `insecure`: the page has no WebCrypto, so it cannot compute the file's digest. */
export type Exported =
  | { kind: 'done'; name: string; total: number }
  | { kind: 'cancelled' }
  | { kind: 'failed' }
  | { kind: 'insecure' };

const NOWHERE = { province: '', commune: '', team: '', tablet: '' };

/** Seals the sheet of today and hands a file over; only then notes that it was. Deletes nothing. */
export async function exportAs(format: Format, period: Period | undefined): Promise<Exported> {
  const content = await contentOf(period);
  if (!content) return { kind: 'failed' };
  const file = await fileOf(format, content);
  if (!file) return { kind: 'insecure' };
  const name = exportName(content, format);
  const outcome = await handOver(name, file);
  if (outcome !== 'handed-over') return { kind: outcome };
  const total = await noteHandOver(content, name);
  return { kind: 'done', name, total };
}

/** The same as a file in memory, to be shown as codes; undefined where it cannot be made. */
export async function exportForCodes(period: Period | undefined): Promise<ExportFile | undefined> {
  const content = await contentOf(period);
  return content && exportFile(content);
}

async function contentOf(period: Period | undefined): Promise<ExportContent | undefined> {
  await settle();
  const sheets = await store.sealForExport();
  return (
    sheets && {
      place: (await store.place()) ?? NOWHERE,
      day: dayOf(Date.now()),
      notCounted: missed(),
      sheets: sheets.filter(({ day }) => !period || (day >= period.from && day <= period.to)),
    }
  );
}

async function noteHandOver({ day, sheets }: ExportContent, name: string): Promise<number> {
  const total = countOutcomes(sheets.flatMap((sheet) => sheet.rows));
  await store.handOver({ day, name, total, sheets: sheets.map(({ id }) => id) });
  return total;
}

/** The file's content; undefined where its digest cannot be computed. */
async function fileOf(format: Format, content: ExportContent): Promise<Blob | undefined> {
  switch (format) {
    case 'csv':
      return new Blob([toCsv(exportTable(content))], { type: 'text/csv;charset=utf-8' });
    case 'json': {
      const file = await exportFile(content);
      return file && new Blob([JSON.stringify(file)], { type: 'application/json' });
    }
    case 'xlsx': {
      const { toXlsx } = await import('./xlsx');
      return toXlsx(exportTable(content));
    }
    default:
      return format satisfies never;
  }
}
