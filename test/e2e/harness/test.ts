/** The `test` of all end-to-end tests: each gets its own Chromium with Callmark, and its own demo CRM. */
import { test as base, type Page } from '@playwright/test';
import { type Demo, serveDemo } from '../../demo-crm/serve.ts';
import { Callmark } from './callmark.ts';

export { expect } from '@playwright/test';
export { type Overlay, overlay } from './overlay.ts';

/** What a test may ask for. */
interface Fixtures {
  /** Callmark, freshly installed in a browser with an empty profile; no host is granted. */
  callmark: Callmark;
  /** The demo CRM at an origin of its own, with a telephone line of its own. */
  demo: Demo;
  /** The demo CRM's page, open in a tab, with Callmark granted on it and everything running. */
  crm: Page;
}

export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from this pattern that nothing is needed.
  callmark: async ({}, use) => {
    const callmark = new Callmark();
    try {
      await callmark.start();
      await use(callmark);
    } finally {
      await callmark.close();
    }
  },
  // biome-ignore lint/correctness/noEmptyPattern: as above.
  demo: async ({}, use) => {
    const demo = await serveDemo();
    await use(demo);
    await demo.close();
  },
  crm: async ({ callmark, demo }, use) => {
    await callmark.grant('http://127.0.0.1/*');
    await use(await callmark.open(demo.url));
  },
});
