import type { MarkedToken, Tokens } from 'marked';
import { type Placed, placed, readBlock } from './blocks';
import { END, ID, type Next, type Option, type Step, type StepId, type Trouble } from './guide';
import { plainText, readInline } from './inline';
import { report, type Text } from './text';

/** Addresses that the app itself uses on a guide's page. */
const RESERVED_IDS = [END, 'cover', 'why', 'done', 'stopped', 'app', 'main'];

/** A step on its way, with the places that later checks speak of. */
export interface DraftStep extends Omit<Step, 'next'> {
  at: number;
  /** Undefined until linked: the next heading, or the guide's end. */
  next: Next | undefined;
  /** Where each way out is written, for messages. */
  nextAt: number;
}

const HEADING = /^(.*?)\s*\{#([^}]*)\}\s*$/;

/** Reads one step: its heading, then all tokens up to the next heading of depth two. */
export function readStep(source: Text, heading: Placed, body: Placed[]): DraftStep {
  const { title, id } = readHeading(source, heading);
  const step: DraftStep = {
    id,
    title,
    blocks: [],
    trouble: [],
    at: heading.at,
    next: undefined,
    nextAt: heading.at,
  };
  let entry: Trouble | undefined;
  for (const item of body) {
    const { token, at } = item;
    if (token.type === 'heading' && token.depth === 3) {
      entry = { title: plainText(readInline(source, token.tokens, at)), blocks: [] };
      step.trouble.push(entry);
      continue;
    }
    const next = readNext(source, item);
    if (next) setNext(source, step, next, at);
    else (entry ?? step).blocks.push(...readBlock(source, item));
  }
  return step;
}

function readHeading(source: Text, { token, at }: Placed): { title: string; id: StepId } {
  const text = token.type === 'heading' ? plainText(readInline(source, token.tokens, at)) : '';
  const match = HEADING.exec(text);
  const title = match?.[1] ?? text;
  const id = match?.[2] ?? '';
  if (title === '') report(source, at, 'the step has no title; write "## Title {#step-id}"');
  if (!match) report(source, at, `the step has no id; write "## ${title} {#step-id}"`);
  else if (!ID.test(id))
    report(source, at, `"${id}" is not a step id; use small letters a-z, digits and "-"`);
  else if (RESERVED_IDS.includes(id))
    report(source, at, `"${id}" is an address of the app itself; choose another id`);
  return { title, id };
}

function setNext(source: Text, step: DraftStep, next: Next, at: number): void {
  if (step.next)
    report(source, at, 'a step has one way on: a list of choices, or one link that stands alone');
  step.next = next;
  step.nextAt = at;
}

/** The step's way on, where a token is one: a lone link to a step, or a list holding only such links. */
function readNext(source: Text, { token, at }: Placed): Next | undefined {
  if (token.type === 'paragraph') {
    const option = loneStepLink(source, token.tokens, at);
    if (!option) return undefined;
    return option.step === END ? { kind: 'end' } : { kind: 'to', step: option.step };
  }
  if (token.type !== 'list' || token.ordered) return undefined;
  const options = placed(source, token.items, at).map(({ token: item, at: place }) => {
    const [content, extra] = (item as MarkedToken as Tokens.ListItem).tokens as MarkedToken[];
    if (extra || (content?.type !== 'text' && content?.type !== 'paragraph')) return undefined;
    return loneStepLink(source, content.tokens ?? [], place);
  });
  return options.every((option) => option !== undefined) ? { kind: 'choice', options } : undefined;
}

function loneStepLink(source: Text, tokens: Tokens.Generic[], at: number): Option | undefined {
  const [only, extra] = (tokens as MarkedToken[]).filter((part) => part.raw.trim() !== '');
  if (!only || extra || only.type !== 'link' || !only.href.startsWith('#')) return undefined;
  return { label: plainText(readInline(source, only.tokens, at)), step: only.href.slice(1) };
}
