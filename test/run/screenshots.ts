/** Takes the README's pictures of the built extension at work on the demo CRM: `npm run screenshots`. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect as impatient, type Page } from '@playwright/test';
import { serveDemo } from '../demo-crm/serve.ts';
import { answer, book, MARIA, ring, setThreshold } from '../e2e/desk.ts';
import { Callmark } from '../e2e/harness/callmark.ts';
import { openLive } from '../e2e/harness/live.ts';
import { overlay } from '../e2e/harness/overlay.ts';

const expect = impatient.configure({ timeout: 15_000 });
const FOLDER = join(import.meta.dirname, '../../docs');
mkdirSync(FOLDER, { recursive: true });

const demo = await serveDemo();
const callmark = new Callmark();
await callmark.start();
await callmark.grant('http://127.0.0.1/*');

const options = await callmark.options('reasons');
await options.setViewportSize({ width: 1000, height: 760 });
await options.getByRole('button', { name: 'Start with a set for home services' }).click();
await shoot(options, 'options');

const crm = await callmark.open(`${demo.url}?panel=0`);
await crm.setViewportSize({ width: 1280, height: 800 });
await setThreshold(callmark, 2);
for (const from of ['+17375550119', '+18305550167']) {
  const lost = ring(demo, from);
  await overlay(crm).waitFor('Ringing');
  demo.act({ do: 'hangUp', call: lost });
  await became(lost, 'abandoned');
}
for (const from of ['+15125550184', '+15125550117']) {
  const call = ring(demo, from);
  await answer(crm, call);
  await overlay(crm).waitFor('Ongoing');
  if (from.endsWith('184')) {
    await overlay(crm).click('button', 'Give a reason');
    await overlay(crm).click('radio', /Price shopping/);
  } else await book(crm, call);
  demo.act({ do: 'hangUp', call });
  await became(call, from.endsWith('184') ? 'unbooked' : 'booked');
  demo.act({ do: 'close', call });
}
await setThreshold(callmark, 60);

const call = ring(demo, MARIA);
await answer(crm, call);
const job = await book(crm, call);
await overlay(crm).waitFor(job);
// The pointer keeps what it is over from going.
await crm.mouse.move(600, 780);
await expect.poll(() => overlay(crm).text(), { timeout: 60_000 }).toMatch(/0:3\d/);
await shoot(crm, 'overlay');
const live = await openLive(callmark, crm, 'demo-crm');
await expect(live.getByText('calls[0].state[2]')).toBeVisible();
await shoot(crm, 'live');
await live.getByRole('button', { name: 'Close the live view' }).click();
const popup = await callmark.popup();
await popup.setViewportSize({ width: 380, height: 580 });
await expect(popup.getByText('Maria Alvarez').first()).toBeVisible();
await shoot(popup, 'popup');

await callmark.close();
await demo.close();

async function became(call: string, classification: string): Promise<void> {
  const id = `${demo.origin}#${call}`;
  const find = async () => (await callmark.calls()).find((c) => c.id === id)?.classification;
  await expect.poll(find).toBe(classification);
}

async function shoot(page: Page, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const file = colorScheme === 'light' ? `${name}.png` : `${name}-dark.png`;
    await page.screenshot({ path: join(FOLDER, file) });
  }
  await page.emulateMedia({ colorScheme: 'light' });
}
