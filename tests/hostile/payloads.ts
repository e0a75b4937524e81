import { Random } from '../faults/random';
import { ADDRESSES, CARRIERS, CSS, FRAMES, OWN_SPACE } from './addresses';
import { BREAKOUTS, HANDLERS, MUTANTS, SCRIPTS } from './markup';
import type { Piece } from './piece';
import { CLOBBERS, ENCODINGS, MARKDOWN, POLYGLOTS, PROTOTYPES, TEMPLATES } from './texts';

/** Text made to run something. If it does, it calls `alert` with its number, or asks for something below CANARY. */
export interface Payload {
  id: number;
  kind: string;
  text: string;
}

/** A host that nothing of ours knows. */
export const CANARY = 'https://canary.example/';

const KINDS: Record<string, Piece[]> = {
  handler: HANDLERS,
  breakout: BREAKOUTS,
  script: SCRIPTS,
  mutant: MUTANTS,
  address: ADDRESSES.flatMap((address) =>
    CARRIERS.map(
      (carrier): Piece =>
        (call, canary) =>
          carrier(address(call, canary)),
    ),
  ),
  frame: FRAMES,
  css: CSS,
  markdown: MARKDOWN,
  template: TEMPLATES,
  encoding: ENCODINGS,
  polyglot: POLYGLOTS,
  clobber: CLOBBERS,
  prototype: PROTOTYPES,
};
const WOVEN = 150;

/**
 * Payloads of the kinds that public collections hold, made by combining their pieces; the same at each call. The last kind
 * is woven from all pieces by chance, after a seed.
 */
export function payloads(seed = 1): Payload[] {
  const random = new Random(seed);
  const plain = Object.entries(KINDS).flatMap(([kind, pieces]) => pieces.map((piece) => ({ kind, piece })));
  const pieces = plain.map(({ piece }) => piece);
  const woven = Array.from({ length: WOVEN }, () => ({ kind: 'woven', piece: weave(random, pieces) }));
  return [...plain, ...woven].map(({ kind, piece }, id) => ({
    id,
    kind,
    text: piece(`alert(${id})`, `${CANARY}${id}`),
  }));
}

/** The first ones of each kind, for places where each costs time. */
export function someOfEach(all: Payload[], most: number): Payload[] {
  const seen = new Map<string, number>();
  return all.filter(({ kind }) => {
    seen.set(kind, (seen.get(kind) ?? 0) + 1);
    return (seen.get(kind) ?? 0) <= most;
  });
}

/** Two pieces, one of them in disguise, behind something that may end what they stand in. */
function weave(random: Random, pieces: Piece[]): Piece {
  const one = <T>(list: readonly T[]): T => list[random.between(0, list.length - 1)] as T;
  const before = one(['"', "'", '`', '>', '"><', '-->', '</b>', '\\', '](', '}}', ' ', '*/', '%', '&']);
  const [first, second] = [one(pieces), one(pieces)];
  const [disguise, space] = [one(DISGUISES), one(OWN_SPACE)];
  return (call, canary) => before + disguise(first(call, canary)).replace(' ', space) + second(call, canary);
}

const DISGUISES: ((text: string) => string)[] = [
  (text) => text,
  (text) => text.replace(/<([a-z]+)/gi, (tag) => tag.toUpperCase()),
  (text) => text.replace(/<([a-z])/gi, (_, letter: string) => `<${letter.toUpperCase()}`),
  (text) => text.replaceAll('"', "'"),
  (text) => text.replaceAll(/["']/g, ''),
  (text) => text.replace(/>$/, ''),
  (text) => text.replaceAll('(', '&#40;').replaceAll(')', '&#41;'),
];
