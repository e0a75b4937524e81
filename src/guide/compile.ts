import { lexer, type TokensList } from 'marked';
import { type Placed, placed, readBlock } from './blocks';
import { checkCharacters } from './characters';
import { readFrontMatter } from './front-matter';
import { circles, finishing, reachable } from './graph';
import { END, type Guide, type GuideId, type Locale, type Next, type Step, type StepId, ways } from './guide';
import { isReadable } from './limits';
import type { Problem } from './problem';
import { type DraftStep, readStep } from './steps';
import { report, type Text, textOf } from './text';

/** What came of compiling one file. */
export interface Compiled {
  /** Absent when there was an error. */
  guide?: Guide;
  /**
   * As much of the guide as could be read, errors or not, so that it can be looked at while it is being written.
   * Each step has an id of its own, and leads to a step that exists. Absent when there is no step.
   */
  draft?: Guide;
  problems: Problem[];
  /** For checks of what the guide says: they report here. */
  source: Text;
  /** Where each step's heading stands. */
  headings: Map<StepId, number>;
}

/**
 * Compiles one guide. All problems are collected, so that a guide with several mistakes names all of them in
 * one run; no text makes it throw or hang. `file` is the name that problems carry.
 */
export function compileGuide(file: string, id: GuideId, locale: Locale, raw: string): Compiled {
  const source = textOf(file, raw);
  checkCharacters(source);
  const { head, body } = readFrontMatter(source);
  const { cover, drafts } = split(source, placed(source, tokensOf(source, body), body));
  const named = withOwnIds(source, drafts);
  const steps = named.map((draft, i) => linked(draft, named[i + 1]));
  checkLinks(source, named, steps);
  checkPaths(source, named, steps);

  const [first, ...rest] = steps;
  if (!first)
    report(source, source.text.length, 'the guide has no steps; a step begins with "## Title {#step-id}"');
  const failed = source.problems.some((problem) => problem.severity === 'error');
  const revision = fnv1a(source.text.slice(body));
  const whole = first && { id, locale, revision, ...head, cover, steps: [first, ...rest] as Guide['steps'] };
  return {
    ...(whole && { draft: failed ? sound(whole) : whole }),
    ...(whole && !failed && { guide: whole }),
    problems: source.problems,
    source,
    headings: new Map(named.map((draft) => [draft.id, draft.at])),
  };
}

function tokensOf(source: Text, body: number): TokensList | [] {
  if (!isReadable(source, body)) return [];
  try {
    return lexer(source.text.slice(body));
  } catch (error) {
    // The lexer is not ours: what it cannot read is a problem of the file, not a crash of the checker.
    report(source, body, `the Markdown could not be read (${(error as Error).message}); make it simpler`);
    return [];
  }
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

/** Reports ids that are used twice; a step without a good one is known by its number, for the draft. */
function withOwnIds(source: Text, drafts: DraftStep[]): DraftStep[] {
  const seen = new Set<string>();
  return drafts.map((draft, i) => {
    const { id, at } = draft;
    if (id !== '' && seen.has(id)) report(source, at, `the id "${id}" is used twice; each step has its own`);
    const own = id === '' || seen.has(id) ? `step-${i + 1}` : id;
    seen.add(own);
    return { ...draft, id: own };
  });
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
  const circling = circles(graph);
  for (const { id, at, nextAt } of drafts) {
    const circle = circling.find((ids) => ids.includes(id));
    if (!reached.has(id)) report(source, at, `nothing leads to the step "${id}"; link to it, or take it out`);
    else if (ending.has(id)) continue;
    else if (!circle)
      report(source, nextAt, `from "${id}" no way leads to the end; give it one, such as (#end)`);
    else if (circle[0] === id) {
      const round = [...circle, id].join(' → ');
      report(
        source,
        nextAt,
        `the steps go round without a way to the end: ${round}; give one of them a way out`,
      );
    }
  }
}

/** A guide that can be walked, whatever is wrong with it: what leads nowhere ends it. */
function sound(guide: Guide): Guide {
  const ids = new Set(guide.steps.map((step) => step.id));
  const known = (id: StepId) => (ids.has(id) ? id : END);
  const mended = (next: Next): Next => {
    if (next.kind === 'to' && !ids.has(next.step)) return { kind: 'end' };
    if (next.kind !== 'choice') return next;
    return { kind: 'choice', options: next.options.map(({ label, step }) => ({ label, step: known(step) })) };
  };
  const [first, ...rest] = guide.steps.map((step) => ({ ...step, next: mended(step.next) }));
  return first ? { ...guide, steps: [first, ...rest] } : guide;
}

/** FNV-1a, 32 bits, as eight hexadecimal digits: http://www.isthe.com/chongo/tech/comp/fnv/ */
function fnv1a(text: string): string {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
