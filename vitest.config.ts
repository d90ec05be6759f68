import { defineConfig } from 'vitest/config';

const unit = ['shared/**/*.test.ts', 'electron/**/*.test.ts', 'renderer/**/*.test.{ts,tsx}', 'tests/unit/**/*.test.ts'];

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', include: unit, testTimeout: 60_000 } },
      { test: { name: 'api', include: ['tests/api/**/*.test.ts'], testTimeout: 60_000 } },
      { test: { name: 'cases', include: ['tests/{cases,variation}/**/*.test.ts'], testTimeout: 60_000 } },
      {
        test: { name: 'corpus', include: ['tests/corpus/**/*.test.ts'], testTimeout: 900_000, fileParallelism: false },
      },
      { test: { name: 'security', include: ['tests/security/**/*.test.ts'], testTimeout: 60_000 } },
    ],
  },
});
