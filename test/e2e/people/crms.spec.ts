/** CRMs on the options page: brought by a profile, allowed, switched off and on, all without a reload of the page. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { inOrder } from '@/lib/crm/in-order.ts';
import { ring } from '../desk.ts';
import type { Callmark } from '../harness/callmark.ts';
import { expect, overlay, test } from '../harness/test.ts';
import { send } from './steps.ts';

/** A CRM in the list on the options page. */
const crmIn = (options: Page, name: string) =>
  options.getByRole('listitem').filter({ has: options.getByRole('heading', { name, exact: true }) });

/** A call comes in at the front desk. */
const ringAt = (desk: Page) =>
  desk.evaluate(() => (globalThis as unknown as { ring(n: string): void }).ring('(512) 555-0142'));

const origins = (callmark: Callmark) =>
  callmark.inExtension(async () => (await chrome.permissions.getAll()).origins);

async function builtIn(callmark: Callmark, id: string): Promise<object> {
  const crms = (await send(callmark, 'crms')) as { profile: { id: string } }[];
  return crms.find(({ profile }) => profile.id === id)?.profile ?? {};
}

/** Puts a text in place of the one in the editor. */
async function write(editor: Locator, json: string): Promise<void> {
  await editor.click();
  await editor.press('Control+a');
  await editor.press('Delete');
  await editor.evaluate((element, text) => {
    element.ownerDocument.execCommand('insertText', false, text);
  }, json);
}

const PROFILE = readFileSync(join(import.meta.dirname, '../../pages/front-desk.profile.json'), 'utf8');
const FRONT_DESK = JSON.parse(PROFILE);
const MARK = 'No call reasons set up';

test('a profile that is pasted works on its page, at once and in the open tab, once access is allowed', async ({
  callmark,
  demo,
}) => {
  await callmark.allow('http://127.0.0.1/*');
  const desk = await callmark.open(`${demo.origin}/pages/front-desk.html`);
  await desk.evaluate(() => (globalThis as unknown as { ring(n: string): void }).ring('(512) 555-0142'));
  const options = await callmark.options('crms');
  await options.getByText('Add a CRM by its profile').click();
  const paste = options.getByLabel('Profile', { exact: true });

  const broken = JSON.parse(PROFILE);
  broken.calls[0].state[0].when.attr['data-now'] = '(talking';
  broken.calls[0].gesture = broken.calls[0].gestures;
  delete broken.calls[0].gestures;
  await paste.fill(JSON.stringify(broken));
  await options.getByRole('button', { name: 'Add this CRM' }).click();
  const problems = options.getByRole('alert').filter({ hasText: 'cannot be used yet' });
  await expect(problems.getByRole('listitem')).toHaveCount(2);
  await expect(problems).toContainText(/calls\[0\]\.state\[0\]\.when\.attr\S* not a regular expression/i);
  await expect(problems).toContainText(/calls\[0\]\.gesture\b/);

  await paste.fill(PROFILE);
  await options.getByRole('button', { name: 'Add this CRM' }).click();
  await expect(options.getByText('Front desk is added. Allow access to its pages to use it.')).toBeVisible();
  const crm = options
    .getByRole('listitem')
    .filter({ has: options.getByRole('heading', { name: 'Front desk' }) });
  await crm.getByRole('button', { name: 'Allow access' }).click();
  await expect(crm.getByText('Access allowed')).toBeVisible();

  await overlay(desk).waitFor(/Ringing.*\(512\) 555-0142/s);
  await desk.bringToFront();
  await desk.getByRole('button', { name: 'Take' }).click();
  await overlay(desk).waitFor('Answered');
  await desk.getByRole('button', { name: 'End' }).click();
  await expect
    .poll(() => callmark.calls(), { message: 'the call as it is kept' })
    .toMatchObject([
      { crm: 'Front desk', classification: 'excused', end: 'seen', facts: { from: '(512) 555-0142' } },
    ]);
});

test('a CRM that is switched off is silent in the open tab at once, and speaks again when it is switched on', async ({
  callmark,
  crm,
  demo,
}) => {
  await overlay(crm).waitForRole('button', new RegExp(MARK));
  const options = await callmark.options('crms');
  const on = options.getByRole('switch', { name: 'Brightpipe (demo CRM) is on' });
  await on.click();
  await expect.poll(() => crm.locator('callmark-overlay').count()).toBe(0);
  ring(demo);
  await crm.bringToFront();
  await expect(crm.getByTestId('call-bubble')).toBeVisible();
  expect(await callmark.calls()).toEqual([]);

  await on.click();
  await overlay(crm).waitFor('Ringing');
  expect(await crm.locator('callmark-overlay').count()).toBe(1);
  expect(await callmark.calls()).toHaveLength(1);

  // Taken back in the browser's own settings instead.
  await callmark.inExtension(() => chrome.permissions.remove({ origins: ['http://127.0.0.1/*'] }));
  await expect.poll(() => crm.locator('callmark-overlay').count()).toBe(0);
  await options.getByText(/^More CRMs that Callmark knows/).click();
  const crmThen = crmIn(options, 'Brightpipe (demo CRM)');
  await crmThen.getByRole('heading').click();
  await expect(crmThen.getByRole('button', { name: 'Allow access' }).first()).toBeVisible();
});

test('a product that may be anywhere is read at the site that a person adds, and no more once it is taken away', async ({
  callmark,
  demo,
}) => {
  // Such a pattern only says what the product looks like.
  await send(callmark, 'saveProfile', { ...FRONT_DESK, matches: ['*://*/pages/*'] });
  await callmark.allow('http://127.0.0.1/*');
  const desk = await callmark.open(`${demo.origin}/pages/front-desk.html`);
  await ringAt(desk);
  const options = await callmark.options('crms');
  const crm = crmIn(options, 'Front desk');
  await expect(crm.getByRole('list', { name: 'Sites of Front desk' })).toHaveCount(0);
  await crm.getByLabel('Address of a site of Front desk').fill(`${demo.origin}/pages/front-desk.html?x#y`);
  await crm.getByRole('button', { name: 'Add a site' }).click();
  await expect(crm.getByRole('listitem')).toHaveText(new RegExp(`${demo.origin}\\s*Access allowed`));
  await overlay(desk).waitFor(/Ringing/);
  expect(await origins(callmark)).toEqual([`${demo.origin}/*`]);

  await crm.getByRole('button', { name: `Stop using Callmark on ${demo.origin}` }).click();
  await expect(crm.getByRole('listitem')).toHaveCount(0);
  await expect.poll(() => desk.locator('callmark-overlay').count()).toBe(0);
  expect(await origins(callmark)).toEqual([]);
  expect(await callmark.inExtension(() => chrome.scripting.getRegisteredContentScripts())).toEqual([]);
  expect(await callmark.calls()).toHaveLength(1);
});

test('what cannot be a profile is refused with a sentence, and the old one is still at work', async ({
  callmark,
  demo,
}) => {
  await send(callmark, 'saveProfile', FRONT_DESK);
  await callmark.grant('http://127.0.0.1/*');
  const options = await callmark.options('crms');
  await options.getByText('Add a CRM by its profile').click();
  const rules = Array.from({ length: 10_000 }, (_, n) => ({ root: `.line-${n}` }));
  const bad: [string, RegExp][] = [
    ['{ "schema": 1, ', /This is not JSON/],
    [JSON.stringify({ ...FRONT_DESK, schema: 2 }), /made for a later version of Callmark/],
    [
      JSON.stringify({ ...FRONT_DESK, name: 'x'.repeat(5_000_000) }),
      /has 500\d kB; a profile has 256 kB at most/,
    ],
    [JSON.stringify({ ...FRONT_DESK, calls: rules }), /kB large; a profile has|more than 50/],
    [JSON.stringify({ ...FRONT_DESK, calls: [{ root: '.line:hover(' }] }), /calls\[0\]\.root/],
    [
      JSON.stringify({ ...FRONT_DESK, calls: [{ root: '.line', when: { text: '(a+)+$' } }] }),
      /calls\[0\]\.when\.text/,
    ],
    [JSON.stringify({ ...FRONT_DESK, name: 'Another desk' }), /There is a profile with the id front-desk/],
  ];
  const kept = () => callmark.inExtension(() => chrome.storage.local.get(['ownProfiles', 'sites', 'off']));
  const before = await kept();
  for (const [json, sentence] of bad) {
    const file = { name: 'bad.profile.json', mimeType: 'application/json', buffer: Buffer.from(json) };
    await options.getByLabel('Choose a file').setInputFiles(file);
    await expect(options.getByRole('alert').filter({ hasText: sentence })).toBeVisible();
    expect(await kept()).toEqual(before);
  }
  // What is asked may still be answered with yes.
  await options.getByRole('button', { name: 'Keep both, this one as front-desk-2' }).click();
  await expect(options.getByText('Another desk is added as front-desk-2.')).toBeVisible();

  // The background does not take a page's word for it.
  await expect(send(callmark, 'saveProfile', { ...FRONT_DESK, calls: rules })).rejects.toThrow(/calls|kB/);
  await send(callmark, 'removeProfile', 'front-desk-2');
  const desk = await callmark.open(`${demo.origin}/pages/front-desk.html`);
  await ringAt(desk);
  await overlay(desk).waitFor(/Ringing/);
});

test('a built-in profile is edited in place as a copy, which a newer one does not touch, and is restored', async ({
  callmark,
  crm: page,
  demo,
}) => {
  const options = await callmark.options('crms');
  const crm = crmIn(options, 'Brightpipe (demo CRM)');
  await crm.getByRole('button', { name: 'Edit' }).click();
  const editor = crm.getByRole('textbox', { name: /profile/i });
  const save = crm.getByRole('button', { name: 'Save this profile' });
  await write(editor, '{ "schema": 1 }');
  await expect(save).toBeDisabled();
  await expect(crm.getByText(/is missing/).first()).toBeVisible();
  const demoCrm = await builtIn(callmark, 'demo-crm');
  await write(editor, JSON.stringify({ ...demoCrm, name: 'My Brightpipe' }));
  await save.click();
  const mine = crmIn(options, 'My Brightpipe');
  await expect(mine.getByText(/Built in, changed by you/)).toBeVisible();
  ring(demo);
  await overlay(page).waitFor('Ringing');
  await expect.poll(async () => (await callmark.calls()).map((call) => call.crm)).toEqual(['My Brightpipe']);

  // As if the extension had been updated with another one since.
  await callmark.inExtension(() => chrome.storage.local.set({ basedOn: { 'demo-crm': 'of before' } }));
  await expect(mine.getByText('The built-in profile has changed since you edited yours.')).toBeVisible();
  await mine.getByRole('button', { name: 'Keep mine' }).click();
  await expect(mine.getByText('The built-in profile has changed')).toHaveCount(0);
  await mine.getByRole('button', { name: 'Restore built-in' }).click();
  await mine.getByRole('alert').getByRole('button', { name: 'Restore built-in' }).click();
  await expect(crm.getByText(/· Built in$/)).toBeVisible();
});

test('a profile is dropped on the list, exported as a file, duplicated and removed', async ({ callmark }) => {
  const options = await callmark.options('crms');
  const files = await options.evaluateHandle((json) => {
    const held = new DataTransfer();
    held.items.add(new File([json], 'front-desk.profile.json'));
    return held;
  }, JSON.stringify(FRONT_DESK));
  const list = options.getByRole('region', { name: 'CRMs' });
  await list.dispatchEvent('dragover', { dataTransfer: files });
  await list.dispatchEvent('drop', { dataTransfer: files });
  const crm = crmIn(options, 'Front desk');
  const downloading = options.waitForEvent('download');
  await crm.getByRole('button', { name: 'Export' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe('front-desk.profile.json');
  expect(readFileSync(await download.path(), 'utf8')).toBe(
    `${JSON.stringify(inOrder(FRONT_DESK), null, 2)}\n`,
  );

  await crm.getByRole('button', { name: 'Duplicate' }).click();
  const copy = crmIn(options, 'Front desk (copy)');
  await expect(copy.getByRole('switch')).not.toBeChecked();
  await copy.getByRole('button', { name: 'Remove' }).click();
  await copy.getByRole('alert').getByRole('button', { name: 'Remove' }).click();
  await expect(copy).toHaveCount(0);
  await expect(crm).toBeVisible();
});
