import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import writeXlsx from 'write-excel-file/node';
import { isDay } from '../src/guide/day';
import type { Day } from '../src/guide/guide';
import vi from '../src/i18n/vi.json';
import viStaff from '../src/i18n/vi.staff.json';
import { say } from '../src/i18n/words';
import { notHeardFrom } from '../src/report/heard-from';
import { publishedTables } from '../src/report/published-tables';
import { isRefusal, LARGEST_BYTES, readFile as readExport } from '../src/report/read-file';
import { type RefusedFile, type Report, reportOf } from '../src/report/report';
import { plainTable, type ReportTable } from '../src/report/table';
import { rawTables } from '../src/report/tables';
import { readTeamsList } from '../src/report/teams-list';
import { Union } from '../src/report/union';
import { workbookOf } from '../src/report/workbook';
import type { Period } from '../src/tally/export';
import { toCsv } from '../src/tally/table';
import { compileAll } from './compile-all';

const HELP = `npm run report -- <files or folders> [options]
  --out <folder>      write the tables there, as one workbook and as CSV files; without it they are printed
  --publish           the tables that may leave the office: small counts are hidden
  --from <day>        only sheets from this day on, as 2026-03-01
  --to <day>          … and up to this one
  --teams <file.csv>  a list of teams (columns "Xã" and "Tổ"), to name those not heard from`;

interface Options {
  inputs: string[];
  out?: string;
  publish: boolean;
  from?: Day;
  to?: Day;
  teams?: string;
}

/** `npm run report`: the report's tables from the shell. Answers the exit code: 1 where it was asked wrongly or had no sound file. */
export async function report(root: string, args: string[], cwd = process.cwd()): Promise<number> {
  const options = optionsOf(args);
  if (typeof options === 'string') {
    console.error(`${options}\n\n${HELP}`);
    return 1;
  }
  const missing = [...options.inputs, ...(options.teams ? [options.teams] : [])].find(
    (name) => !existsSync(path.resolve(cwd, name)),
  );
  if (missing !== undefined) {
    console.error(`${missing}: there is no such file or folder`);
    return 1;
  }
  const files = await jsonFiles(options.inputs.map((input) => path.resolve(cwd, input)));
  const union = new Union();
  const refused: RefusedFile[] = [];
  for (const file of files) await take(file, union, refused);
  const { guides, places } = await compileAll(root);
  const made = reportOf(union, refused, periodOf(options, union));
  const notHeard = options.teams && (await notHeardIn(path.resolve(cwd, options.teams), made));
  if (typeof notHeard === 'string') {
    console.error(notHeard);
    return 1;
  }
  const around = {
    say: say({ ...vi, ...viStaff }),
    guides: guides.filter(({ locale }) => locale === 'vi'),
    places,
    ...(notHeard && { notHeard }),
  };
  const tables = options.publish ? publishedTables(made, around) : rawTables(made, around);
  for (const { name, refusal } of refused) {
    console.error(
      `${name}: ${around.say(`refusal.${refusal.reason}`, { path: 'path' in refusal ? refusal.path : '' })}`,
    );
  }
  console.error(`${union.files} files read, ${refused.length} refused, ${union.sheets.length} sheets`);
  if (options.out === undefined) print(tables);
  else await write(path.resolve(cwd, options.out), tables, options.publish ? 'cong-bo' : 'bao-cao');
  return union.files > 0 ? 0 : 1;
}

async function take(file: string, union: Union, refused: RefusedFile[]): Promise<void> {
  const name = path.basename(file);
  const { size } = await stat(file);
  const result =
    size > LARGEST_BYTES
      ? ({ reason: 'too-large' } as const)
      : await readExport(await readFile(file), union.table);
  if (isRefusal(result)) refused.push({ name, refusal: result });
  else union.add(result);
}

/** The files named, and all `.json` files below the folders named. */
async function jsonFiles(inputs: string[]): Promise<string[]> {
  const found: string[] = [];
  for (const input of inputs) {
    if (!(await stat(input)).isDirectory()) {
      found.push(input);
      continue;
    }
    for (const entry of await readdir(input, { withFileTypes: true, recursive: true })) {
      if (entry.isFile() && entry.name.toLowerCase().endsWith('.json'))
        found.push(path.join(entry.parentPath, entry.name));
    }
  }
  return found.sort();
}

async function notHeardIn(file: string, { devices }: Report) {
  const list = readTeamsList(await readFile(file, 'utf8'));
  if (list.kind === 'list') return notHeardFrom(list.teams, devices);
  return `${file}: there is no column for the ${list.column}; the first line needs the columns "Xã" and "Tổ"`;
}

function print(tables: ReportTable[]): void {
  for (const table of tables) {
    if (table.rows.length === 0) continue;
    console.log(`\n## ${table.title}`);
    for (const row of plainTable(table)) console.log(row.join('\t'));
  }
}

async function write(folder: string, tables: ReportTable[], name: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeXlsx(workbookOf(tables)).toFile(path.join(folder, `tung-buoc-${name}.xlsx`));
  for (const table of tables) {
    const file = ['tung-buoc', name, table.id, table.guide].filter(Boolean).join('-');
    await writeFile(path.join(folder, `${file}.csv`), toCsv(plainTable(table)));
  }
  console.log(`${folder}: tung-buoc-${name}.xlsx and ${tables.length} CSV files`);
}

function optionsOf(args: string[]): Options | string {
  const options: Options = { inputs: [], publish: false };
  const rest = [...args];
  for (let arg = rest.shift(); arg !== undefined; arg = rest.shift()) {
    if (arg === '--publish') {
      options.publish = true;
      continue;
    }
    if (!arg.startsWith('--')) {
      options.inputs.push(arg);
      continue;
    }
    const value = rest.shift();
    if (value === undefined) return `${arg} needs a value`;
    if (arg === '--out') options.out = value;
    else if (arg === '--teams') options.teams = value;
    else if (arg === '--from' || arg === '--to') {
      if (!isDay(value)) return `${arg} ${value}: write a day as 2026-03-01`;
      options[arg === '--from' ? 'from' : 'to'] = value;
    } else return `${arg}: there is no such option`;
  }
  if (options.inputs.length === 0) return 'name the export files, or a folder of them';
  return options;
}

/** From the first day that was asked for to the last; where only one was, to the end of what there is. */
function periodOf({ from, to }: Options, union: Union): Period | undefined {
  if (from === undefined && to === undefined) return undefined;
  const { days } = reportOf(union, []);
  return { from: from ?? days?.from ?? '0000-01-01', to: to ?? days?.to ?? '9999-12-31' };
}
