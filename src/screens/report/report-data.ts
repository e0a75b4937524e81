import { isRefusal, LARGEST_BYTES, type Refusal, readFile } from '../../report/read-file';
import { daysBefore } from '../../tally/day';
import { type Merged, merge, nothing } from '../../tally/merge';

/** What the report has taken in so far. */
export interface ReportData {
  files: number;
  merged: Merged;
  /** Walks not counted, by device: a later file of a device carries the larger figure. */
  notCounted: Map<string, number>;
  /** Sheets of a day after the day on which they were exported: some clock is not right. */
  ahead: Set<string>;
  refused: { name: string; refusal: Refusal }[];
}

export const emptyReport: ReportData = {
  files: 0,
  merged: nothing(),
  notCounted: new Map(),
  ahead: new Set(),
  refused: [],
};

/** The report with more files read; a refused one is named and changes nothing else. */
export async function readInto(report: ReportData, files: File[]): Promise<ReportData> {
  const notCounted = new Map(report.notCounted);
  const ahead = new Set(report.ahead);
  const refused = [...report.refused];
  let { merged, files: read } = report;
  for (const file of files) {
    const result =
      file.size > LARGEST_BYTES ? ({ reason: 'too-large' } as const) : await readFile(await file.text());
    if (isRefusal(result)) {
      refused.push({ name: file.name, refusal: result });
      continue;
    }
    merged = merge(merged, result.sheets);
    const tomorrow = daysBefore(result.exported, -1);
    for (const { id, day } of result.sheets) if (day > tomorrow) ahead.add(id);
    const { province, commune, team, tablet } = result.place;
    const device = JSON.stringify([province, commune, team, tablet]);
    notCounted.set(device, Math.max(notCounted.get(device) ?? 0, result.notCounted));
    read += 1;
  }
  return { files: read, merged, notCounted, ahead, refused };
}
