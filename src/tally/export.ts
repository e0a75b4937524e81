import type { Day } from '../guide/guide';
import { canonicalJson, sha256 } from './canonical';
import { plainLetters } from './plain-letters';
import { countOutcomes, type Sheet } from './sheet';

/** Where a tablet stands; typed by staff once, names a team and never a person. */
export interface TeamPlace {
  province: string;
  commune: string;
  team: string;
  tablet: string;
}

/** The last hand-over of a file, and every sheet that was ever handed over and is still here. */
export interface HandedOver {
  day: Day;
  /** The file's name. */
  name: string;
  /** Walks that ended, in that file. */
  total: number;
  /** Ids of sheets. */
  sheets: string[];
}

/** The sheets of which days; both ends are days of it. Absent = all. */
export interface Period {
  from: Day;
  to: Day;
}

export const FORMAT = 'tung-buoc/counts';
export const VERSION = 1;

/** The export file, `tung-buoc-<place>-<day>.json`; its JSON Schema is `schema/counts-1.schema.json`. */
export interface ExportFile {
  format: typeof FORMAT;
  version: typeof VERSION;
  place: TeamPlace;
  exported: Day;
  /** Walks that this device could not count, since it was set up. */
  notCounted: number;
  /** Outcomes in the file, for a person to compare. */
  total: number;
  sheets: Sheet[];
  /** Hexadecimal SHA-256 of `sheets` in canonical JSON (RFC 8785) as UTF-8. */
  sha256: string;
}

/** What an export is made of. */
export interface ExportContent {
  place: TeamPlace;
  day: Day;
  notCounted: number;
  sheets: Sheet[];
}

/** The export file for these sealed sheets; undefined where the page cannot compute its digest (plain http). */
export async function exportFile(content: ExportContent): Promise<ExportFile | undefined> {
  const sheets = [...content.sheets].sort((a, b) => (a.day + a.id < b.day + b.id ? -1 : 1));
  const digest = await sha256(canonicalJson(sheets));
  if (digest === undefined) return undefined;
  return {
    format: FORMAT,
    version: VERSION,
    place: content.place,
    exported: content.day,
    notCounted: content.notCounted,
    total: countOutcomes(sheets.flatMap((sheet) => sheet.rows)),
    sheets,
    sha256: digest,
  };
}

/** `tung-buoc-<place>-<day>.<ending>`, the place in letters that every file system takes. */
export function exportName({ place, day }: ExportContent, ending: string): string {
  const parts = [place.commune, place.team, place.tablet].map((part) => plainLetters(part).slice(0, 40));
  const name = parts.filter(Boolean).join('-');
  return `${['tung-buoc', name, day].filter(Boolean).join('-')}.${ending}`;
}
