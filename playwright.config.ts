import { defineConfig } from '@playwright/test';

/**
 * End-to-end tests: the built extension in a real Chromium (`CHROME_PATH`, else the system's). Nothing is tried
 * twice: a test that passes only sometimes is a failure.
 */
export default defineConfig({
  testDir: 'test/e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results/e2e',
  retries: 0,
  workers: 2,
  fullyParallel: true,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  forbidOnly: true,
  reporter: [
    ['list'],
    ['json', { outputFile: process.env.CALLMARK_E2E_RESULTS ?? 'test-results/e2e.json' }],
    ['./test/e2e/products/reporter.ts'],
  ],
});
