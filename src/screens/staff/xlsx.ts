import writeXlsxFile from 'write-excel-file/browser';
import type { Cell } from '../../tally/table';

/** A table as an Excel workbook: text stays text and never starts a formula, counts are numbers, the head is frozen. */
export async function toXlsx([head = [], ...rows]: Cell[][]): Promise<Blob> {
  const bold = head.map((value) => ({ value: String(value), type: String, fontWeight: 'bold' as const }));
  const body = rows.map((row) =>
    row.map((value) => (typeof value === 'number' ? { value, type: Number } : { value, type: String })),
  );
  return writeXlsxFile([bold, ...body], { stickyRowsCount: 1 }).toBlob();
}
