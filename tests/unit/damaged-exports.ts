import { canonicalJson, sha256 } from '../../src/tally/canonical';
import type { ExportFile } from '../../src/tally/export';
import type { Sheet } from '../../src/tally/sheet';
import type { Written } from './written-exports';

/**
 * A sound file in every way that it can come to harm, and some that do none (`bom`, `spaces`, `escapes`, `team-120`);
 * it has a sheet with two rows.
 */
export async function damagedExports(file: ExportFile): Promise<Written> {
  const text = JSON.stringify(file);
  const sheet = file.sheets.find(({ rows }) => rows.length > 1) as Sheet;
  const files: Written = new Map();
  const put = (name: string, damage: string) => files.set(`damaged-${name}`, bytes(damage));
  /** With the right digest for what it says, so that nothing but the damage is wrong. */
  const sealed = async (name: string, sheets: unknown) =>
    put(name, JSON.stringify({ ...file, sheets, sha256: await sha256(canonicalJson(sheets)) }));
  const withRow = (name: string, change: object) =>
    sealed(name, [{ ...sheet, rows: [{ ...sheet.rows[0], ...change }] }]);

  put('bom', `\uFEFF${text}`);
  put('spaces', `\n ${JSON.stringify(file, null, 2)}\r\n`);
  put('escapes', text.replaceAll('vneid', '\\u0076neid').replaceAll('Tây', 'T\\u00e2y'));
  put('truncated', text.slice(0, 900));
  put('empty', '');
  put('comma', text.replace('],"sha256"', ',],"sha256"'));
  put('not-a-number', text.replace(/"count":\d+/, '"count":NaN'));
  put('after', `${text}x`);
  put('too-large', text + ' '.repeat(20_000_000));
  put('deep', '['.repeat(1_000_000));
  for (const foreign of [
    '[]',
    '5',
    'null',
    '"tung-buoc/counts"',
    '{"a":1}',
    '{"format":["tung-buoc/counts"]}',
  ])
    put(`foreign-${foreign.length}`, foreign);
  files.set('damaged-bytes', new Uint8Array([0x7b, 0xff, 0x7d]));
  put('count', text.replace(/"count":(\d+)/, '"count":1$1'));
  put('total', JSON.stringify({ ...file, total: file.total + 1 }));
  put('total-text', JSON.stringify({ ...file, total: `${file.total}` }));
  put('newer', JSON.stringify({ ...file, version: 2, more: 1 }));
  for (const version of [0, 1.5, '2', null]) put(`version-${version}`, JSON.stringify({ ...file, version }));
  put('unknown', JSON.stringify({ ...file, more: 1 }));
  put('unknown-place', JSON.stringify({ ...file, place: { ...file.place, name: '' } }));
  for (const [at, found] of Object.entries({
    file: '{"format"',
    place: '{"province"',
    sheet: '{"id"',
    row: '{"guide"',
  }))
    put(`proto-${at}`, text.replace(found, `{"__proto__":{},${found.slice(1)}`));
  for (const key of Object.keys(file)) put(`without-${key}`, JSON.stringify({ ...file, [key]: undefined }));
  for (const [i, team] of ['x'.repeat(121), '🙂'.repeat(61), 5, null].entries())
    put(`team-${i}`, JSON.stringify({ ...file, place: { ...file.place, team } }));
  put('team-120', JSON.stringify({ ...file, place: { ...file.place, team: '🙂'.repeat(60) } }));
  for (const [i, n] of [-1, 0.5, 2 ** 53, '0', true].entries())
    put(`not-counted-${i}`, JSON.stringify({ ...file, notCounted: n }));
  for (const exported of ['2026-02-29', '2026-1-01', '2026-13-01', '20261-01-01', 20260101])
    put(`exported-${exported}`, JSON.stringify({ ...file, exported }));
  for (const sheets of [5, {}, [5], [[]], [null], [{}]])
    await sealed(`sheets-${JSON.stringify(sheets)}`, sheets);
  for (const count of [-1, 0, 1.5, 1_000_001, '1', null, true, [1]])
    await withRow(`count-${count}`, { count });
  for (const guide of ['', 'x'.repeat(81), 'Vneid', 'a--b', 'a-', 'a"b', ['vneid'], 5]) {
    await withRow(`guide-${JSON.stringify(guide).slice(0, 9).replaceAll(/[^\w]/g, '_')}`, { guide });
  }
  await withRow('more', { more: 1 });
  await withRow('event', { event: 'toString' });
  await withRow('step', { step: null });
  await withRow('minutes', { minutes: '40' });
  await sealed('order', [{ ...sheet, rows: [...sheet.rows].reverse() }]);
  await sealed('repeated', [{ ...sheet, rows: [sheet.rows[0], sheet.rows[0]] }]);
  for (const one of [
    { day: '2026-02-30' },
    { id: sheet.id.toUpperCase() },
    { clock: 'ok' },
    { clock: null },
    { rows: {} },
    { rows: [[]] },
    { more: 1 },
  ])
    await sealed(`sheet-${Object.values(one).map(String).join().slice(0, 12)}`, [{ ...sheet, ...one }]);
  return files;
}

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
