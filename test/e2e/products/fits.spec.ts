/** By what a product is known wherever it is installed: each page fits its own profile, and no other. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Profile } from '@/lib/crm/profile.ts';
import { serveDemo } from '@/test/demo-crm/serve.ts';
import { Callmark } from '../harness/callmark.ts';
import { products } from './index.ts';
import { remotePhone } from './phone.ts';

const FOLDER = join(import.meta.dirname, '../../../lib/crm/profiles');
const asked = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.json'))
  .map((file) => JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as Profile)
  .flatMap(({ id, fits }) => (fits ? [{ id, fits }] : []));

test('the page of each product is known as this product’s alone', async () => {
  const demo = await serveDemo();
  const callmark = new Callmark();
  try {
    await callmark.start();
    await callmark.grant('http://127.0.0.1/*');
    for (const { id } of products) {
      const page = await callmark.open(`${demo.origin}/pages/products/${id}.html`);
      await remotePhone(page).ring({ from: '+15125550142', name: 'Maria Lopez' });
      // Some pages draw themselves a moment later.
      await expect.poll(() => fitting(callmark, page.url()), `what fits the page of ${id}`).toEqual([id]);
      await page.close();
    }
  } finally {
    await callmark.close();
    await demo.close();
  }
});

/** Asks the page as the popup does. */
async function fitting(callmark: Callmark, url: string): Promise<string[]> {
  return callmark.inExtension(
    async ([address, all]) => {
      const [tab] = (await chrome.tabs.query({})).filter((one) => one.url === address);
      const target = { tabId: tab?.id ?? -1 };
      await chrome.scripting.executeScript({ target, files: ['fits.js'] });
      const [answer] = await chrome.scripting.executeScript({
        target,
        args: [all],
        func: (of) =>
          (globalThis as { callmarkFits?: (asked: typeof of) => string[] }).callmarkFits?.(of) ?? [],
      });
      return answer?.result ?? [];
    },
    [url, asked] as const,
  );
}
