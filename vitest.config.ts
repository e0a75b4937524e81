import { defineConfig } from 'vitest/config';

export default defineConfig({
  define: { __BUILT__: '"2026-01-01"', __VERSION__: '"0.0.0"', __SITE_URL__: '""' },
  test: {
    include: ['tests/unit/**/*.test.ts'],
    environment: 'node',
    // A busy machine is slow, not wrong: this only ends what would never end.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
