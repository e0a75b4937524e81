/** What was measured in some rounds: the middle one, and the two at the ends. */
export interface Figure {
  median: number;
  least: number;
  most: number;
}

/** The figure of at least one value. */
export function figureOf(values: number[]): Figure {
  const sorted = [...values].sort((a, b) => a - b);
  return { median: quantile(sorted, 0.5), least: sorted[0] ?? Number.NaN, most: sorted.at(-1) ?? Number.NaN };
}

/** The value below which `share` (0 to 1) of the sorted values lie; NaN for none. */
export function quantile(sorted: number[], share: number): number {
  const place = Math.min(sorted.length - 1, Math.max(0, Math.ceil(sorted.length * share) - 1));
  return sorted[place] ?? Number.NaN;
}
