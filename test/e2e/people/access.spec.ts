/** What axe-core finds in the things people look at, in light and dark: nothing serious, nothing critical. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Frame, Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';
import { bubble, MARIA, ring, STRANGER, setThreshold } from '../desk.ts';
import { openLive } from '../harness/live.ts';
import { markup } from '../harness/overlay.ts';
import { expect, overlay, test } from '../harness/test.ts';
import { kept, past, setOfficeZone, startWithReasons, talking } from './steps.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Serious and critical findings, each with what it was found on. */
async function findings(page: Page | Frame): Promise<string[]> {
  // Evaluated and not added as a script: the extension's own pages run no script that is not theirs.
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
  );
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary}`),
    );
}

async function inBothSchemes(page: Page, part: Page | Frame = page): Promise<string[]> {
  const found: string[] = [];
  await page.bringToFront();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    // Between the schemes colours fade, and are nobody's choice.
    await part.evaluate(async () => {
      const fading = document.getAnimations().filter((one) => one instanceof CSSTransition);
      await Promise.allSettled(fading.map(({ finished }) => finished));
    });
    found.push(...(await findings(part)).map((one) => `${colorScheme} ${one}`));
  }
  return found;
}

test('popup and options, empty and full', async ({ callmark, crm, demo }) => {
  const options = await callmark.options('reasons');
  await expect(options.getByRole('button', { name: 'Start with a set for home services' })).toBeVisible();
  expect(await inBothSchemes(options)).toEqual([]);
  await setOfficeZone(callmark);
  const at = Date.now() - 3_600_000;
  await past(callmark, crm, [
    { id: 'P-1', from: STRANGER, at, endedAt: at + 20_000 },
    {
      id: 'P-2',
      from: '+447700900123',
      name: 'A caller with a very long name indeed',
      at: at + 1,
      endedAt: at + 9_000,
    },
    {
      id: 'P-3',
      from: '+18305550167',
      at: at + 2,
      answeredAt: at + 3_000,
      job: '48213',
      endedAt: at + 40_000,
    },
    { id: 'P-4', from: '+12105550140', at: at + 3, answeredAt: at + 3_000, endedAt: at + 90_000 },
  ]);
  await talking(callmark, crm, demo, MARIA);
  const popup = await callmark.popup();
  await popup.getByText('Export calls').click();
  await expect(popup.getByRole('button', { name: 'Download CSV' })).toBeEnabled();
  await popup.getByRole('button', { name: 'Dismiss' }).first().click();
  expect(await inBothSchemes(popup)).toEqual([]);

  await startWithReasons(callmark);
  await options.getByText('Add a CRM by its profile').click();
  await options.getByLabel('Profile', { exact: true }).fill('{');
  await options.getByRole('button', { name: 'Add this CRM' }).click();
  await expect(options.getByText('This is not JSON')).toBeVisible();
  await options.getByText(/^More CRMs that Callmark knows/).click();
  await options.getByRole('heading', { name: 'ERPNext' }).click();
  await options.getByRole('button', { name: 'Edit' }).first().click();
  await expect(options.getByRole('button', { name: 'Save this profile' })).toBeVisible();
  expect(await inBothSchemes(options)).toEqual([]);
});

test('the overlay, with calls in all their states', async ({ callmark, crm, demo }) => {
  const shown = async () => {
    const { html, css } = await markup(crm);
    const page = await callmark.open('about:blank');
    // The overlay's own root is closed, so axe is given a copy of it that is open.
    await page.evaluate(
      ([inside, styles]) => {
        document.documentElement.lang = 'en';
        document.title = 'Overlay';
        const host = document.createElement('callmark-overlay');
        const root = host.attachShadow({ mode: 'open' });
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(styles);
        root.adoptedStyleSheets = [sheet];
        root.setHTMLUnsafe(inside);
        const main = document.createElement('main');
        main.append(host);
        document.body.append(main);
      },
      [html, css] as const,
    );
    // Locators enter open roots: what axe is given is there.
    await expect(page.getByRole('article').first()).toBeVisible();
    const found = await inBothSchemes(page);
    await page.close();
    return found;
  };
  await crm.bringToFront();
  await setThreshold(callmark, 1);
  ring(demo, STRANGER);
  await overlay(crm).waitFor(/Ringing.*No call reasons set up/s);
  expect(await shown()).toEqual([]);

  await startWithReasons(callmark);
  await crm.bringToFront();
  const call = await talking(callmark, crm, demo, MARIA);
  await overlay(crm).waitFor('Ongoing');
  await bubble(crm, call).getByTestId('bubble-hang-up').click();
  await kept(callmark, call, { classification: 'unbooked' });
  await overlay(crm).waitFor('Why was no job booked?');
  expect(await shown()).toEqual([]);
});

test('the profile editor with problems in it', async ({ callmark }) => {
  const options = await callmark.options('crms');
  await options.getByText(/^More CRMs that Callmark knows/).click();
  await options.getByRole('heading', { name: 'ERPNext' }).click();
  const erpnext = options
    .getByRole('listitem')
    .filter({ has: options.getByRole('heading', { name: 'ERPNext' }) });
  await erpnext.getByRole('button', { name: 'Edit', exact: true }).click();
  const editor = options.getByRole('textbox', { name: 'Profile as JSON' });
  await editor.press('Control+Home');
  await options.keyboard.press('End');
  await options.keyboard.type(' "frame": "top", "schema": 1,');
  await expect(options.getByText('3 problems')).toBeVisible();
  await options.keyboard.press('Control+Space');
  await expect(options.getByRole('listbox', { name: 'What may stand here' })).toBeVisible();
  expect(await inBothSchemes(options)).toEqual([]);
});

test('the live view, with a call, a pick and a profile that is not valid', async ({
  callmark,
  crm,
  demo,
}) => {
  const call = ring(demo, MARIA);
  const panel = await openLive(callmark, crm, 'demo-crm');
  await expect(panel.getByRole('article', { name: 'Call 1' })).toBeVisible();
  await panel.getByText('Point at the page').click();
  expect(await inBothSchemes(crm, panel)).toEqual([]);

  await panel.getByRole('button', { name: 'Pick: The number' }).click();
  await expect(panel.getByText("Point at the caller's number")).toBeVisible();
  expect(await inBothSchemes(crm, panel)).toEqual([]);
  const number = await bubble(crm, call).getByTestId('caller-number').boundingBox();
  if (!number) throw new Error('the number is not on screen');
  await crm.mouse.move(number.x + 4, number.y + 4);
  await expect(panel.getByRole('status').filter({ visible: true })).toContainText('caller-number');
  await crm.mouse.click(number.x + 4, number.y + 4);
  await expect(panel.getByRole('group', { name: 'The number: found by' })).toBeVisible();
  await panel.getByRole('textbox', { name: 'Profile' }).click();
  await crm.keyboard.press('ControlOrMeta+End');
  await crm.keyboard.insertText('x');
  await expect(panel.getByText('Cannot be saved yet')).toBeVisible();
  expect(await inBothSchemes(crm, panel)).toEqual([]);
});
