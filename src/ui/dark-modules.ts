/** Modules of white around a code, as ISO 18004 asks for. */
export const QUIET_ZONE = 4;

/** The dark modules of a QR code as one path, a run of neighbours in a row at a time. */
export function darkModules(rows: boolean[][]): string {
  let path = '';
  for (const [y, row] of rows.entries()) {
    for (let x = 0; x < row.length; x += 1) {
      let run = 0;
      while (row[x + run]) run += 1;
      if (run > 0) path += `M${x} ${y}h${run}v1h-${run}z`;
      x += run;
    }
  }
  return path;
}
