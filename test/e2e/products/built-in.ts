/** A product's page read by its built-in profile, here where the page is not at the product's own address. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Profile } from '@/lib/crm/profile.ts';
import { DEFAULT_SETTINGS } from '@/lib/store/config.ts';
import { serveDemo } from '@/test/demo-crm/serve.ts';
import { Callmark } from '../harness/callmark.ts';
import { send } from '../people/steps.ts';
import type { Product } from './product.ts';
import { THRESHOLD_MS } from './scenarios.ts';
import { Shift } from './shift.ts';

/** A built-in profile, as its file has it. */
export function builtIn(id: string): Profile {
  const file = join(import.meta.dirname, `../../../lib/crm/profiles/${id}.json`);
  return JSON.parse(readFileSync(file, 'utf8')) as Profile;
}

/** Where product pages are served here; a phone in a frame is at the other name of the same server. */
const SITES = ['http://127.0.0.1/*', 'http://localhost/*'];

/** Has the built-in profile read the product's page here, as on a site that a person gave it. */
export async function readByBuiltIn(callmark: Callmark, { id }: Product): Promise<void> {
  const rules = builtIn(id);
  // A phone's messages count only from where the product's own phone is: a copy takes them from the one here.
  const messages = rules.messages?.map((rule) => ({ ...rule, origin: 'http://localhost/*' }));
  if (messages) await send(callmark, 'saveProfile', { ...rules, messages });
  await callmark.inExtension(
    ([profile, sites]) =>
      chrome.storage.local.set({
        sites: { [profile]: sites },
        // Left by the CSR where the product has nothing to click, also while no call shows to step aside for.
        places: { [profile]: { corner: 'bottom-left', dx: 20, dy: 20, collapsed: false } },
      }),
    [id, SITES] as const,
  );
  await callmark.grant(...SITES);
}

/** Plays something on a product's page, in a browser of its own and under the threshold of the scenarios. */
export async function playOn(product: Product, play: (shift: Shift) => Promise<void>): Promise<void> {
  const demo = await serveDemo();
  const callmark = new Callmark();
  try {
    await callmark.start();
    await readByBuiltIn(callmark, product);
    await send(callmark, 'saveSettings', { ...DEFAULT_SETTINGS, thresholdMs: THRESHOLD_MS });
    const url = `${demo.origin}/pages/products/${product.id}.html`;
    const shift = await Shift.begin(callmark, product, url);
    await play(shift);
    await shift.close();
  } finally {
    await callmark.close();
    await demo.close();
  }
}
