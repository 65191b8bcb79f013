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

/** The built-in profile's own rules, at the addresses of the product's page and of a phone in it, here. */
export async function readByBuiltIn(callmark: Callmark, { id }: Product): Promise<void> {
  const file = join(import.meta.dirname, `../../../lib/crm/profiles/${id}.json`);
  const rules = JSON.parse(readFileSync(file, 'utf8')) as Profile;
  const matches = ['127.0.0.1', 'localhost'].map((host) => `http://${host}/pages/products/${id}*`);
  const messages = rules.messages?.map((rule) => ({ ...rule, origin: 'http://localhost/*' }));
  await send(callmark, 'saveProfile', { ...rules, matches, ...(messages && { messages }) });
  // Left by the CSR where the product has nothing to click, also while no call shows that it would step aside for.
  const places = { [id]: { corner: 'bottom-left', dx: 20, dy: 20, collapsed: false } };
  await callmark.inExtension((left) => chrome.storage.local.set({ places: left }), places);
}

/** Plays something on a product's page, in a browser of its own and under the threshold of the scenarios. */
export async function playOn(product: Product, play: (shift: Shift) => Promise<void>): Promise<void> {
  const demo = await serveDemo();
  const callmark = new Callmark();
  try {
    await callmark.start();
    await readByBuiltIn(callmark, product);
    await callmark.grant('http://127.0.0.1/*', 'http://localhost/*');
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
