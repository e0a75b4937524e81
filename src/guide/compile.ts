import { lexer } from 'marked';
import { type Placed, placed, readBlock } from './blocks';
import { readFrontMatter } from './front-matter';
import { finishing, reachable } from './graph';
import { END, type Guide, type GuideId, type Locale, type Step, ways } from './guide';
import type { Problem } from './problem';
import { type DraftStep, readStep } from './steps';
import { normalise, report, type Text } from './text';

/** What came of compiling one file. `guide` is absent when there was an error. */
export interface Compiled {
  guide?: Guide;
  problems: Problem[];
  /** Where each step's heading stands, for messages of later checks. */
  lines: Map<string, number>;
}

/**
 * Compiles one guide. All problems are collected, so that a guide with several mistakes names all of them in
 * one run. `file` is the name that problems carry.
 */
export function compileGuide(file: string, id: GuideId, locale: Locale, raw: string): Compiled {
  const source: Text = { file, text: normalise(raw), problems: [] };
  const { head, body } = readFrontMatter(source);
  const tokens = placed(source, lexer(source.text.slice(body)), body);

  const { cover, drafts } = split(source, tokens);
  checkIds(source, drafts);
  const steps = drafts.map((draft, i) => linked(draft, drafts[i + 1]));
  checkLinks(source, drafts, steps);
  checkPaths(source, drafts, steps);

  const [first, ...rest] = steps;
  if (!first)
    report(source, source.text.length, 'the guide has no steps; a step begins with "## Title {#step-id}"');
  const failed = source.problems.some((problem) => problem.severity === 'error');
  const revision = fnv1a(source.text.slice(body));
  return {
    ...(first && !failed && { guide: { id, locale, revision, ...head, cover, steps: [first, ...rest] } }),
    problems: source.problems,
    lines: new Map(drafts.map((draft) => [draft.id, source.text.slice(0, draft.at).split('\n').length])),
  };
}

function split(source: Text, tokens: Placed[]): { cover: Guide['cover']; drafts: DraftStep[] } {
  const starts = tokens.flatMap(({ token }, i) => (token.type === 'heading' && token.depth === 2 ? [i] : []));
  const cover = tokens.slice(0, starts[0] ?? tokens.length).flatMap((item) => readBlock(source, item));
  const drafts = starts.flatMap((start, i) => {
    const heading = tokens[start];
    return heading ? [readStep(source, heading, tokens.slice(start + 1, starts[i + 1]))] : [];
  });
  return { cover, drafts };
}

function linked({ id, title, blocks, trouble, next }: DraftStep, following: DraftStep | undefined): Step {
  const byOrder = following ? ({ kind: 'to', step: following.id } as const) : ({ kind: 'end' } as const);
  return { id, title, blocks, trouble, next: next ?? byOrder };
}

function checkIds(source: Text, drafts: DraftStep[]): void {
  const seen = new Set<string>();
  for (const { id, at } of drafts) {
    if (id !== '' && seen.has(id)) report(source, at, `the id "${id}" is used twice; each step has its own`);
    seen.add(id);
  }
}

function checkLinks(source: Text, drafts: DraftStep[], steps: Step[]): void {
  const ids = new Set<string>([END, ...steps.map((step) => step.id)]);
  for (const [i, step] of steps.entries()) {
    for (const target of ways(step.next)) {
      if (ids.has(target)) continue;
      report(
        source,
        drafts[i]?.nextAt ?? 0,
        `no step has the id "${target}"; write one of this guide's, or "#end"`,
      );
    }
  }
}

function checkPaths(source: Text, drafts: DraftStep[], steps: Step[]): void {
  const [first, ...rest] = steps;
  if (!first) return;
  const graph: Pick<Guide, 'steps'> = { steps: [first, ...rest] };
  const reached = reachable(graph);
  const ending = finishing(graph);
  for (const { id, at, nextAt } of drafts) {
    if (!reached.has(id)) report(source, at, `nothing leads to the step "${id}"; link to it, or take it out`);
    else if (!ending.has(id))
      report(source, nextAt, `from "${id}" no way leads to the end; give it one, such as (#end)`);
  }
}

/** FNV-1a, 32 bits, as eight hexadecimal digits: http://www.isthe.com/chongo/tech/comp/fnv/ */
function fnv1a(text: string): string {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
