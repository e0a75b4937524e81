import type { Random } from '../faults/random';

/** A seed from words and numbers: near ones give seeds that have nothing to do with each other (FNV-1a). */
export function seedOf(...parts: (string | number)[]): number {
  let hash = 0x811c9dc5;
  for (const letter of parts.join(' ')) {
    hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  }
  return hash >>> 0;
}

/** Whether something comes about that does so in this share of all cases. */
export function happens(random: Random, share: number): boolean {
  return random.between(0, FINE - 1) < share * FINE;
}

/** An index into a list of weights, each as often as its weight says. */
export function weighted(random: Random, weights: readonly number[]): number {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  let left = (random.between(0, FINE - 1) / FINE) * sum;
  for (const [i, weight] of weights.entries()) {
    left -= weight;
    if (left < 0) return i;
  }
  return weights.length - 1;
}

/** How often something happens that does so `mean` times on average, each time by itself (Poisson). */
export function often(random: Random, mean: number): number {
  const enough = Math.exp(-mean);
  let times = -1;
  for (let product = 1; product > enough; times += 1) product *= random.between(1, FINE) / FINE;
  return times;
}

/** The list in another order. */
export function shuffled<T>(random: Random, list: readonly T[]): T[] {
  const rest = [...list];
  return list.flatMap(() => rest.splice(random.between(0, rest.length - 1), 1));
}

const FINE = 1_000_000;
