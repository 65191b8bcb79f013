/**
 * The browser's own permission prompt, answered by keys as a person does: first no, then yes. It needs a display
 * and xdotool, so it is no part of the tests; run it by hand:
 *
 *     npm run build && xvfb-run -a npx node test/e2e/people/prompt.ts
 */
import { execFileSync } from 'node:child_process';
import { setTimeout } from 'node:timers/promises';
import { expect } from '@playwright/test';
import { serveDemo } from '../../demo-crm/serve.ts';
import { ring } from '../desk.ts';
import { Callmark } from '../harness/callmark.ts';
import { overlay } from '../harness/overlay.ts';

const keys = (...names: string[]) => execFileSync('xdotool', ['key', '--delay', '300', ...names]);

/** The browser draws its prompt inside its own window and tells nobody: there is nothing to wait for but time. */
const prompt = () => setTimeout(2_000);

const demo = await serveDemo();
const callmark = new Callmark({ window: true });
try {
  await callmark.start();
  const page = await callmark.open(demo.url);
  const options = await callmark.options('crms');
  const allow = options.getByRole('button', { name: 'Allow access' });

  await allow.click();
  await prompt();
  keys('Escape');
  await expect(options.getByText(/Access was not allowed/)).toBeVisible();
  expect(await page.locator('callmark-overlay').count()).toBe(0);
  console.log('Refused: the options page says so, and the CRM is not read.');

  await allow.click();
  await prompt();
  keys('Tab', 'Return');
  await expect(options.getByText('Access allowed')).toBeVisible();
  ring(demo);
  await overlay(page).waitFor('Ringing');
  console.log('Allowed: the open tab is read at once, without a reload.');
} finally {
  await callmark.close();
  await demo.close();
}
