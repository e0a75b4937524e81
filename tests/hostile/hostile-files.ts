import { exportFile } from '../../src/tally/export';
import { addRows, newSheet } from '../../src/tally/sheet';
import { counter } from '../unit/a-counter';
import type { Payload } from './payloads';

/** A file as it is chosen in the report, and whether it is a sound export: only its names are payloads. */
export interface HostileFile {
  name: string;
  mimeType: string;
  buffer: Buffer;
  taken: boolean;
}

const LONGEST_NAME = 120;

/**
 * Export files with payloads as the names of places, whole files that are nothing but a payload, and sound ones but for
 * one text in them: a guide, a step, a key. Each file is named by a payload too.
 */
export async function hostileFiles(all: Payload[]): Promise<HostileFile[]> {
  const files: HostileFile[] = [];
  for (const [i, { text }] of all.entries()) {
    const place = { province: 'Tây Ninh', commune: text, team: text, tablet: `${i}` };
    const sheet = addRows(newSheet(i.toString(16).padStart(32, '0'), '2026-11-24', 'ok'), [
      { ...counter, event: 'started', count: 20 },
      { ...counter, event: 'completed', minutes: '10-20', count: 12 },
    ]);
    const sound = JSON.stringify(
      await exportFile({ place, day: '2026-11-24', notCounted: 0, sheets: [sheet] }),
    );
    add(sound, text.length <= LONGEST_NAME);
    const quoted = JSON.stringify(text);
    const spoilt = [
      text,
      quoted,
      sound.replaceAll('"vneid"', () => quoted),
      sound.replaceAll('"step":""', () => `"step":${quoted}`),
      sound.replace('"format"', () => `${quoted}:1,"format"`),
    ];
    add(spoilt[i % spoilt.length] ?? '', false);

    function add(content: string, taken: boolean) {
      files.push({ name: `${text}.json`, mimeType: 'application/json', buffer: Buffer.from(content), taken });
    }
  }
  return files;
}
