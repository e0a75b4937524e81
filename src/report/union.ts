import type { Day } from '../guide/guide';
import type { TeamPlace } from '../tally/export';
import { Column } from './column';
import { numberOfDay } from './day-number';
import { KeyTable } from './key-table';
import type { ReadExport } from './read-file';
import type { ReadSheet } from './read-sheets';

/** What is known of a device that was heard from. */
export interface Device {
  place: TeamPlace;
  /** The latest day on which it exported. */
  exported: Day;
  /** Walks it could not count; a later file carries the larger figure. */
  notCounted: number;
  files: number;
}

/** A sheet without its rows. `from` and `to` are where they lie in the union's `keys` and `counts`. */
export interface SheetEntry {
  id: string;
  /** Days since 1970. */
  day: number;
  /** Which device's: an index into `devices`. */
  device: number;
  /** It says itself that its day is not to be trusted. */
  suspect: boolean;
  /** It was exported more than a day before its own day. */
  ahead: boolean;
  /** It came in two versions. */
  conflict: boolean;
  /** The day of the earliest export that carried it, as days since 1970. */
  exported: number;
  from: number;
  to: number;
}

/**
 * The union of the sheets of many exports, by sheet id: in any order, with repeats and gaps, it comes to the same. Of
 * two different contents under one id the larger count of each counter is kept, and the sheet is marked. A row takes
 * eight bytes, so that a province's year (six million rows) has room in a browser and any range of days is one pass.
 */
export class Union {
  readonly table = new KeyTable();
  readonly devices: Device[] = [];
  readonly sheets: SheetEntry[] = [];
  /** The rows of all sheets: the number of each one's key in `table`, and its count. */
  readonly keys = new Column();
  readonly counts = new Column();
  files = 0;
  private readonly deviceOf = new Map<string, number>();
  private readonly sheetOf = new Map<string, number>();

  /** Takes in the content of one file that was read with this union's `table`. */
  add(file: ReadExport): void {
    const device = this.device(file);
    const exported = numberOfDay(file.exported);
    for (const sheet of file.sheets) this.sheet(sheet, device, exported);
    this.files += 1;
  }

  private device({ place, exported, notCounted }: ReadExport): number {
    const text = placeText(place);
    const known = this.deviceOf.get(text);
    const before = known === undefined ? undefined : this.devices[known];
    if (known !== undefined && before) {
      before.exported = exported > before.exported ? exported : before.exported;
      before.notCounted = Math.max(before.notCounted, notCounted);
      before.files += 1;
      return known;
    }
    this.deviceOf.set(text, this.devices.length);
    this.devices.push({ place, exported, notCounted, files: 1 });
    return this.devices.length - 1;
  }

  private sheet(sheet: ReadSheet, device: number, exported: number): void {
    const { id, clock, keys, counts } = sheet;
    const day = numberOfDay(sheet.day);
    const suspect = clock === 'suspect';
    const ahead = day > exported + 1;
    const known = this.sheetOf.get(id);
    const entry = known === undefined ? undefined : this.sheets[known];
    if (!entry) {
      this.sheetOf.set(id, this.sheets.length);
      const rows = this.append(keys, counts);
      this.sheets.push({ id, day, device, suspect, ahead, conflict: false, exported, ...rows });
      return;
    }
    // The earliest export that carried a sheet knows best where its work was done: a tablet may move later.
    if (exported < entry.exported || (exported === entry.exported && this.isBefore(device, entry.device))) {
      entry.device = device;
      entry.exported = exported;
    }
    entry.ahead ||= ahead;
    if (entry.day === day && entry.suspect === suspect && this.hasRows(entry, keys, counts)) return;
    entry.conflict = true;
    entry.suspect ||= suspect;
    entry.day = Math.min(entry.day, day);
    this.enlarge(entry, keys, counts);
  }

  private isBefore(device: number, other: number): boolean {
    const [a, b] = [this.devices[device], this.devices[other]];
    return a !== undefined && b !== undefined && placeText(a.place) < placeText(b.place);
  }

  private append(keys: Uint32Array, counts: Uint32Array): { from: number; to: number } {
    const from = this.keys.length;
    this.keys.append(keys);
    this.counts.append(counts);
    return { from, to: this.keys.length };
  }

  private hasRows({ from, to }: SheetEntry, keys: Uint32Array, counts: Uint32Array): boolean {
    return (
      to - from === keys.length &&
      keys.every((key, i) => this.keys.at(from + i) === key && this.counts.at(from + i) === counts[i])
    );
  }

  /** Keeps the larger count of each counter. Where there are new counters, the rows move to the end. */
  private enlarge(entry: SheetEntry, keys: Uint32Array, counts: Uint32Array): void {
    const largest = new Map<number, number>();
    for (let i = entry.from; i < entry.to; i += 1) largest.set(this.keys.at(i), this.counts.at(i));
    for (const [i, key] of keys.entries()) {
      largest.set(key, Math.max(largest.get(key) ?? 0, counts[i] ?? 0));
    }
    if (largest.size === entry.to - entry.from) {
      for (let i = entry.from; i < entry.to; i += 1) this.counts.set(i, largest.get(this.keys.at(i)) ?? 0);
      return;
    }
    Object.assign(entry, this.append(Uint32Array.from(largest.keys()), Uint32Array.from(largest.values())));
  }
}

/** A place as one text, equal for equal places; orders places too. */
function placeText({ province, commune, team, tablet }: TeamPlace): string {
  return JSON.stringify([province, commune, team, tablet]);
}
