import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';
import { compileGuide } from '../src/guide/compile';
import type { Guide } from '../src/guide/guide';
import { addQrCodes } from './compile-all';

type InBoth = { vi: string; en: string };

/** One construct of the format, with text that compiles and text that does not. */
export interface Example {
  name: string;
  title: InBoth;
  about: InBoth;
  /** As an author writes it. */
  text: string;
  bad: { text: string; says: string; at?: string }[];
}

/** What the examples become, for the gallery. */
export interface ShownExample {
  name: string;
  text: string;
  guide: Guide;
}

const FOLDER = 'src/guide/examples';

/** The constructs of a guide's text, and the kinds of the drawn phone, as `screen-<kind>`. */
export async function readExamples(root: string): Promise<{ body: Example[]; screen: Example[] }> {
  const read = async (name: string): Promise<unknown> =>
    parse(await readFile(path.join(root, FOLDER, `${name}.yaml`), 'utf8'));
  const body = (await read('body')) as (Omit<Example, 'text'> & { good: string })[];
  const screen = (await read('screen')) as ScreenExample[];
  return { body: body.map(({ good, ...rest }) => ({ ...rest, text: good })), screen: screen.map(ofScreen) };
}

/** A whole guide around an example, so that it can be compiled. Line 1 of the example is line `before` + 1 of it. */
export function guideAround(text: string): { source: string; before: number } {
  const head = HEAD + (/^## /m.test(text) ? '' : '## Một {#one}\n\n');
  return { source: `${head}${text}`, before: head.split('\n').length - 1 };
}

/** The examples compiled. Throws where one has a problem: they are ours. */
export async function shownExamples(root: string): Promise<ShownExample[]> {
  const { body, screen } = await readExamples(root);
  return [...body, ...screen].map(({ name, text }) => {
    const { guide, problems } = compileGuide(`${name}.md`, 'example', 'vi', guideAround(text).source);
    if (!guide) throw new Error(`the example "${name}" does not compile: ${JSON.stringify(problems)}`);
    addQrCodes(guide);
    return { name, text, guide };
  });
}

interface ScreenExample {
  name: string;
  about: InBoth;
  good: string;
  bad: { line: string; says: string };
}

function ofScreen({ name, about, good, bad }: ScreenExample): Example {
  const app = name === 'app' || name === 'icons' ? '' : 'app: VNeID\n';
  return {
    name: `screen-${name}`,
    title: { vi: name, en: name },
    about,
    text: fence(app + good),
    bad: [{ text: fence(bad.line), says: bad.says, at: '2:1' }],
  };
}

function fence(lines: string): string {
  return `\`\`\`screen\n${lines}\n\`\`\`\n`;
}

const HEAD = `---
title: Ví dụ
summary: Để xem
minutes: 1
order: 1
icon: shield
sources:
  - { url: "https://example.org/", date: "2026", what: "ví dụ" }
---
`;
