/** Whether to try as often as the quality list asks for, or only as often as `npm test` has time for. */
export const FULL = process.env.FAULTS === 'full';

// Drawn by the process that starts the others; they inherit it.
process.env.SEED ??= String(Date.now() % 1_000_000);
/** What a trial draws by; set it to repeat one that failed. */
export const SEED = Number(process.env.SEED);

/** A figure of a trial, in full and in short. */
export function inFull(full: number, short: number): number {
  return FULL ? full : short;
}

/** The closing line of a trial. */
export function say(trial: string, figures: Record<string, number>): void {
  const list = Object.entries(figures).map(([name, figure]) => `${figure} ${name}`);
  console.log(`${trial}: ${list.join(', ')}`);
}
