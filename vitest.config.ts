import { defineConfig } from 'vitest/config';

const summary = process.env.TEST_SUMMARY;

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/global-setup.ts'],
    expect: { requireAssertions: true },
    sequence: { shuffle: true },
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 60_000,
    reporters: summary === undefined ? ['default'] : ['default', ['json', { outputFile: summary }]],
  },
});
