import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Example, readExamples } from './examples';

const PAGE = 'guides/README.md';
const PICTURES = '../docs/format';
const SECTION = (name: string) => new RegExp(`(<!-- ${name}: [^>]*-->\n)[\\s\\S]*?(<!-- /${name} -->)`);

/** The page that teaches the format, with the examples as they are now. */
export async function formatPage(root: string): Promise<string> {
  const { body, screen } = await readExamples(root);
  const page = await readFile(path.join(root, PAGE), 'utf8');
  return page
    .replace(SECTION('constructs'), (_, start, end) => `${start}\n${body.map(construct).join('\n')}\n${end}`)
    .replace(SECTION('kinds'), (_, start, end) => `${start}\n${table(screen)}\n\n${end}`);
}

/** `npm run docs`: writes it. */
export async function writeFormatPage(root: string): Promise<void> {
  await writeFile(path.join(root, PAGE), await formatPage(root));
}

function construct({ name, title, about, text }: Example): string {
  return [
    `### ${title.vi} · ${title.en}`,
    `${about.vi}\n<br>${about.en}`,
    `\`\`\`\`markdown\n${text.trimEnd()}\n\`\`\`\``,
    `<img src="${PICTURES}/${name}.png" alt="${title.vi} · ${title.en}" width="360">\n`,
  ].join('\n\n');
}

function table(kinds: Example[]): string {
  const rows = kinds.map(({ name, about, text }) => {
    const lines = text.split('\n').slice(1, -2);
    const own = lines.filter((line) => lines.length === 1 || line !== 'app: VNeID');
    const code = own.map((line) => `\`${line.replaceAll('|', '\\|')}\``).join('<br>');
    return `| ${code} | ${about.vi}<br>*${about.en}* | <img src="${PICTURES}/${name}.png" alt="${about.vi}" width="240"> |`;
  });
  return ['| Viết · Write | Là · Is | Hình · Picture |', '| --- | --- | --- |', ...rows].join('\n');
}
