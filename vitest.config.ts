import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Unit and component tests; what needs a browser is in `test/e2e` and run by Playwright. */
export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '') } },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    include: ['test/{lib,components,demo-crm,lint,run,bench,e2e}/**/*.test.{ts,tsx}'],
    setupFiles: ['test/set-up.ts'],
    environment: 'node',
  },
});
