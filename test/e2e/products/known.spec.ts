/** What each product's page is taken for, wherever it is installed, before anybody called. */
import type { Asked, Asking } from '@/lib/crm/fitting.ts';
import { expect, test } from '../harness/test.ts';
import { builtIn } from './built-in.ts';
import { products } from './index.ts';

test('each product is known by its page alone, and is taken for no other', async ({ callmark, demo }) => {
  await callmark.grant('http://127.0.0.1/*');
  const asked = products.flatMap(({ id }): Asked[] => {
    const { fits } = builtIn(id);
    return fits ? [{ id, fits }] : [];
  });
  const known: Record<string, string[]> = {};
  for (const { id } of products) {
    const url = `${demo.origin}/pages/products/${id}.html`;
    const page = await callmark.open(url);
    known[id] = await callmark.inExtension(askPage, { url, asked });
    await page.close();
  }
  expect(known).toEqual(Object.fromEntries(products.map(({ id }) => [id, [id]])));
});

/** Runs in the extension, with its rights: asks as the popup does. */
async function askPage({ url, asked }: { url: string; asked: Asked[] }): Promise<string[]> {
  const [tab] = await chrome.tabs.query({ url });
  const target = { tabId: tab?.id ?? -1 };
  await chrome.scripting.executeScript({ target, files: ['fits.js'] });
  const [answer] = await chrome.scripting.executeScript({
    target,
    func: (all: Asked[]) => (globalThis as Asking).callmarkFits?.(all) ?? [],
    args: [asked],
  });
  return answer?.result ?? [];
}
