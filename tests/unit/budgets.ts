/**
 * What the built site may weigh, in bytes as hosts send them (brotli). Bytes are exact, so they can be a test; times are
 * measured by `npm run bench`. Where `quality.md` wants less than there is, its goal stands beside.
 */
export const BUDGETS = {
  /** A guide's page until it answers: its script, and the page itself with its style inside. */
  guide: { script: 28_000, page: 20_000, together: 43_000 },
  home: { script: 32_000, page: 10_000 },
  staff: { script: 60_000, page: 10_000 },
  report: { script: 60_000, page: 10_000 },
  /** All that is fetched to work offline: two packs. Goal: 200,000. */
  offline: 226_000,
  /** What a guide in one language adds to that: its page without style, its outline and its drawings. Goal: 8,000. */
  eachGuide: 6_000,
} as const;
