import { createHash } from 'node:crypto';
import { FORMAT, VERSION } from '../../src/tally/export';
import type { Counter } from './counters';
import type { FleetExport, FleetSheet } from './tablet';

/** An export file as the app writes it, letter by letter, for speed without its rows as objects. */
export function exportText(
  { place, exported, notCounted, sheets }: FleetExport,
  counters: Counter[],
): string {
  const texts = sheets.map((sheet) => sheetText(sheet, counters));
  const digest = createHash('sha256').update('[');
  for (const [i, { canonical }] of texts.entries()) digest.update(i === 0 ? canonical : `,${canonical}`);
  const total = texts.reduce((sum, text) => sum + text.outcomes, 0);
  const head = JSON.stringify({ format: FORMAT, version: VERSION, place, exported, notCounted, total });
  const json = texts.map((text) => text.json).join(',');
  return `${head.slice(0, -1)},"sheets":[${json}],"sha256":"${digest.update(']').digest('hex')}"}`;
}

function sheetText({ id, day, suspect, counts }: FleetSheet, counters: Counter[]) {
  let [json, canonical, outcomes] = ['', '', 0];
  for (const number of [...counts.keys()].sort((a, b) => a - b)) {
    const counter = counters[number] as Counter;
    const count = counts.get(number) as number;
    const comma = json === '' ? '' : ',';
    json += `${comma}${counter.json}${count}}`;
    canonical += `${comma}{"count":${count}${counter.canonical}`;
    if (counter.isOutcome) outcomes += count;
  }
  return {
    json: `{"id":"${id}","day":"${day}"${suspect ? ',"clock":"suspect"' : ''},"rows":[${json}]}`,
    canonical: `{${suspect ? '"clock":"suspect",' : ''}"day":"${day}","id":"${id}","rows":[${canonical}]}`,
    outcomes,
  };
}
