/** The profile editor as people use it, in the live view: by keyboard, completed, with its problems in place. */
import type { Frame, Page } from '@playwright/test';
import type { Callmark } from '../harness/callmark.ts';
import { openLive } from '../harness/live.ts';
import { expect, test } from '../harness/test.ts';

async function openEditor(callmark: Callmark, crm: Page): Promise<Frame> {
  await crm.setViewportSize({ width: 1280, height: 900 });
  const panel = await openLive(callmark, crm, 'demo-crm');
  await expect(panel.getByRole('textbox', { name: 'Profile as JSON' })).toBeVisible();
  return panel;
}

/** Puts the cursor to the end of a line, counted from 1. */
async function goToLine(panel: Frame, crm: Page, line: number) {
  await panel.getByRole('textbox', { name: 'Profile as JSON' }).press('Control+Home');
  for (let i = 1; i < line; i++) await crm.keyboard.press('ArrowDown');
  await crm.keyboard.press('End');
}

test('it completes keys and the words that may stand behind them, from the keyboard alone', async ({
  callmark,
  crm,
}) => {
  const panel = await openEditor(callmark, crm);
  await goToLine(panel, crm, 1);
  await crm.keyboard.press('Enter');
  await crm.keyboard.press('Control+Space');
  const choices = panel.getByRole('listbox', { name: 'What may stand here' });
  await expect(choices.getByRole('option', { name: 'frames' })).toBeVisible();
  await crm.keyboard.type('"answ');
  await expect(choices.getByRole('option')).toHaveText(['answered']);
  await crm.keyboard.press('Enter');
  await expect(choices.getByRole('option')).toHaveText(['"claim"', '"connection"', '"both"']);
  await crm.keyboard.press('ArrowDown');
  await crm.keyboard.press('Enter');
  await expect(panel.locator('.cm-line').nth(1)).toHaveText('  "answered": "connection",');
  await expect(panel.getByText('No problem found')).toBeVisible();
});

test('what is wrong is marked at its place, told in words, and listed with a way there', async ({
  callmark,
  crm,
}) => {
  const panel = await openEditor(callmark, crm);
  await expect(panel.getByText('No problem found')).toBeVisible();
  await goToLine(panel, crm, 2);
  await crm.keyboard.press('Backspace');
  const problems = panel.getByRole('list', { name: 'Problems of the profile' }).getByRole('listitem');
  await expect(problems).toHaveText([
    /^Line 3, column 3\s*A comma, or a closing bracket, is missing before this\.$/,
  ]);
  await crm.keyboard.type(',');
  await crm.keyboard.press('Enter');
  await crm.keyboard.type('"frame": "top",');
  await expect(problems).toHaveText([/^Line 3, column 3\s*frame .*a typing error\?$/]);
  await expect(panel.locator('.cm-lintRange-error')).toHaveText('"frame"');

  await panel.getByRole('textbox', { name: 'Profile as JSON' }).press('Control+End');
  await problems.getByRole('button').click();
  await crm.keyboard.press('Delete');
  await crm.keyboard.press('Delete');
  await expect(panel.locator('.cm-line').nth(2)).toHaveText('  rame": "top",');
});

test('on the options page its code is loaded only when a profile is opened in it', async ({ callmark }) => {
  const options = await callmark.open('about:blank');
  const loaded: string[] = [];
  options.on('request', (request) => void loaded.push(new URL(request.url()).pathname));
  await options.goto(callmark.url('options.html#crms'));
  await options.getByText(/^More CRMs that Callmark knows/).click();
  await options.getByRole('heading', { name: 'ERPNext' }).click();
  const edit = options
    .getByRole('listitem')
    .filter({ has: options.getByRole('heading', { name: 'ERPNext' }) })
    .getByRole('button', { name: 'Edit', exact: true });
  await expect(edit).toBeVisible();
  expect(loaded).toContainEqual(expect.stringMatching(/^\/chunks\/options-/));
  expect(loaded).not.toContainEqual(expect.stringMatching(/open-editor/));
  await edit.click();
  await expect(options.getByRole('textbox', { name: 'Profile as JSON' })).toContainText('"schema": 1');
  await expect(options.getByText('No problem found')).toBeVisible();
  expect(loaded).toContainEqual(expect.stringMatching(/^\/chunks\/open-editor-/));
});

test('Tab leaves it in both directions', async ({ callmark, crm }) => {
  const panel = await openEditor(callmark, crm);
  const editor = panel.getByRole('textbox', { name: 'Profile as JSON' });
  await editor.click();
  await expect(editor).toBeFocused();
  await expect(editor).toHaveAccessibleDescription(/Tab leaves the editor/);
  await crm.keyboard.press('Tab');
  await expect(editor).not.toBeFocused();
  await crm.keyboard.press('Shift+Tab');
  await expect(editor).toBeFocused();
  await crm.keyboard.press('Shift+Tab');
  await expect(editor).not.toBeFocused();
});
