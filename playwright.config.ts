import { defineConfig } from '@playwright/test';

/** The stories: the same files run in a browser against the loopback host and in the Electron window. */
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results/e2e',
  workers: 1,
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  timeout: 120_000,
  reporter: [['list'], ['json']],
  projects: [
    { name: 'chromium', metadata: { door: 'web' } },
    { name: 'electron', metadata: { door: 'electron' } },
  ],
});
