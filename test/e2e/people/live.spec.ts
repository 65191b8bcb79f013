/** The live view: what a profile reads on a page now, by which rule, and what an edit of it does. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame, Page } from '@playwright/test';
import demoProfile from '@/lib/crm/profiles/demo-crm.json' with { type: 'json' };
import { answer, bubble, MARIA, onlyCall, ring } from '../desk.ts';
import { askForLive, openLive, outlines, panelOf } from '../harness/live.ts';
import { expect, overlay, test } from '../harness/test.ts';

const FRAME_PROFILE = join(import.meta.dirname, '../../pages/patterns/frame.profile.json');

/** Puts a text into the editor in place of all that is there. */
async function write(page: Page, panel: Frame, text: string): Promise<void> {
  await panel.getByRole('textbox', { name: 'Profile' }).click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(text);
}

/** The built-in profile, changed. */
function changed(change: (profile: typeof demoProfile) => void): string {
  const profile = structuredClone(demoProfile);
  change(profile);
  return JSON.stringify(profile, null, 2);
}

test('it shows each call with its state, the rule that decided it, its fields and where they come from', async ({
  callmark,
  crm,
  demo,
}) => {
  const panel = await openLive(callmark, crm, 'demo-crm');
  await expect(panel.getByRole('heading', { name: 'Brightpipe (demo CRM)' })).toBeVisible();
  await expect(panel.getByText('Reads this page now')).toBeVisible();
  await expect(panel.getByText('No element on this page matches the root')).toBeVisible();

  const first = ring(demo, MARIA);
  const call = panel.getByRole('article', { name: 'Call 1' });
  await expect(call).toContainText('Ringing');
  await expect(call).toContainText('calls[0].state[4]');
  await expect(call.getByRole('listitem').filter({ hasText: 'Number' })).toContainText(
    '+15125550142span[data-testid="caller-number"] → @data-number',
  );
  await expect(call.getByRole('listitem').filter({ hasText: 'Reject' })).toContainText('1 element');
  await expect(panel.getByText('Maria Alvarez: Ringing (new call)')).toBeVisible();

  await answer(crm, first);
  await expect(call).toContainText('Connected');
  await expect(panel.getByText('Click: Claim, on Maria Alvarez')).toBeVisible();
  await call.getByText('Why no rule before it holds (2)').click();
  await expect(call).toContainText('calls[0].state[0].when.attr.data-state');

  await crm.mouse.move(5, 795);
  const drawn = () => outlines(crm);
  await expect.poll(drawn).toMatchObject([{ kind: 'connected', label: '1 · Connected' }]);
  const [line] = await outlines(crm);
  const box = await bubble(crm, first).boundingBox();
  expect([line?.x, line?.y, line?.width]).toEqual([box?.x, box?.y, box?.width]);
  await call.getByRole('listitem').filter({ hasText: 'Number' }).hover();
  await expect.poll(drawn).toMatchObject([{ kind: 'connected' }, { kind: 'hovered' }]);
});

test('an edit shows at once, an invalid one keeps the last valid profile reading, and nothing of it is kept', async ({
  callmark,
  crm,
  demo,
}) => {
  const panel = await openLive(callmark, crm, 'demo-crm');
  ring(demo, MARIA);
  const call = panel.getByRole('article', { name: 'Call 1' });
  await expect(call).toContainText('Ringing');

  await write(
    crm,
    panel,
    changed((p) => Object.assign(p.calls[0] ?? {}, { name: '[data-testid="call-campaign"]' })),
  );
  const name = call.getByRole('listitem').filter({ hasText: /^Name/ });
  await expect(name).toContainText('Google Ads – Main line');
  await expect(panel.getByText('Not saved yet')).toBeVisible();

  await write(
    crm,
    panel,
    changed((p) => Object.assign(p.calls[0] ?? {}, { name: 'p[' })),
  );
  await expect(panel.getByText('The last valid profile goes on reading until this is mended.')).toBeVisible();
  await expect(panel.getByRole('list').filter({ hasText: 'calls[0].name' }).last()).toBeVisible();
  await expect(panel.getByRole('button', { name: 'Save' })).toBeDisabled();
  await expect(name).toContainText('Google Ads – Main line');

  await write(
    crm,
    panel,
    changed((p) => Object.assign(p.calls[0] ?? {}, { when: { text: 'Nobody says this' } })),
  );
  await expect(panel.getByText('but none of them counts as a call now')).toBeVisible();
  await expect(panel.getByText('calls[0].when.text does not hold')).toBeVisible();
  await onlyCall(callmark, { classification: null });
  expect((await callmark.calls())[0]?.facts.name).toBe('Maria Alvarez');
  await expect.poll(() => overlay(crm).text()).toContain('Ringing');

  await write(
    crm,
    panel,
    changed((p) => Object.assign(p, { name: 'Ours' })),
  );
  await panel.getByRole('button', { name: 'Save' }).click();
  await expect(panel.getByText('Saved. Callmark reads by it now.')).toBeVisible();
  await expect(panel.getByRole('heading', { name: 'Ours' })).toBeVisible();
  const kept = await callmark.inExtension(() => chrome.storage.local.get('ownProfiles'));
  expect(kept).toMatchObject({ ownProfiles: [{ id: 'demo-crm', name: 'Ours' }] });
});

test('it says what was ignored, and why', async ({ callmark, crm, demo }) => {
  const panel = await openLive(callmark, crm, 'demo-crm');
  const call = ring(demo, MARIA);
  await expect(panel.getByRole('article', { name: 'Call 1' })).toBeVisible();
  await crm.evaluate(
    (id) =>
      document.querySelector<HTMLElement>(`[data-call-id="${id}"] [data-testid="bubble-answer"]`)?.click(),
    call,
  );
  await expect(panel.getByText('A click that no person made')).toBeVisible();
});

test('the page hears nothing of what is done in it, and closing leaves the page as it was', async ({
  callmark,
  crm,
}) => {
  await crm.evaluate(() => {
    const heard: string[] = [];
    Object.assign(globalThis, { heard });
    for (const type of ['keydown', 'keyup', 'input', 'pointerdown', 'mousedown', 'click', 'focusin']) {
      window.addEventListener(type, () => heard.push(type), { capture: true });
    }
  });
  const before = await crm.evaluate(() => document.documentElement.outerHTML);
  const panel = await openLive(callmark, crm, 'demo-crm');
  await panel.getByRole('textbox', { name: 'Profile' }).click();
  await crm.keyboard.type('512');
  await panel.getByText('Point at the page').click();
  await panel.getByRole('button', { name: 'Pick: The call' }).click();
  await expect(panel.getByText('Point at the whole box of the call')).toBeVisible();
  await crm.mouse.move(600, 400);
  await crm.mouse.click(600, 400);
  await panel.getByRole('button', { name: 'Pick: The call' }).click();
  await crm.keyboard.press('ArrowUp');
  await crm.keyboard.press('Escape');
  await expect(panel.getByRole('button', { name: 'Pick: The call' })).toBeVisible();
  const heard = () => crm.evaluate(() => (globalThis as unknown as { heard: string[] }).heard);
  expect((await heard()).filter((type) => type !== 'focusin')).toEqual([]);

  // Opened again it is the same one.
  await askForLive(callmark, crm, 'demo-crm');
  await expect.poll(() => crm.locator('callmark-live').count()).toBe(1);
  await panel.getByRole('button', { name: 'Close the live view' }).click();
  await expect.poll(() => panelOf(crm)).toBeNull();
  expect(await crm.evaluate(() => document.documentElement.outerHTML)).toBe(before);
  expect(await callmark.inExtension(() => chrome.storage.session.get('live'))).toEqual({ live: {} });
});

test('it needs a person who opens it, and says where it cannot be opened', async ({ callmark, demo }) => {
  const page = await callmark.open(`${demo.url}?panel=0`);
  await expect(askForLive(callmark, page, null)).rejects.toThrow('allow Callmark on its site first');
  await callmark.grant('http://127.0.0.1/*');
  const answered = await callmark.inContentScript(page, () =>
    chrome.runtime.sendMessage({
      id: 1,
      type: 'saveLive',
      timestamp: Date.now(),
      data: { schema: 1, id: 'x', name: 'X', matches: ['http://127.0.0.1/*'], calls: [{ root: 'p' }] },
    }),
  );
  expect(answered).toMatchObject({ err: { message: expect.stringContaining('Refused') } });
});

test('a call in a frame of the page is shown with the frame’s address, and an edit reads there too', async ({
  callmark,
  demo,
}) => {
  const profile = JSON.parse(readFileSync(FRAME_PROFILE, 'utf8'));
  await callmark.grant('http://127.0.0.1/*', 'http://localhost/*');
  const save = (data: unknown) =>
    chrome.runtime.sendMessage({ id: 1, type: 'saveProfile', timestamp: Date.now(), data });
  await callmark.inExtension(save, profile);
  const page = await callmark.open(`${demo.origin}/pages/patterns/frame.html?from=localhost`);
  const phone = page.frameLocator('iframe[title="Phone"]');
  await expect(phone.getByRole('heading', { name: 'The phone in the frame' })).toBeVisible();
  const panel = await openLive(callmark, page, 'pattern-frame');
  await expect(panel.locator('.frames').getByText('/pages/patterns/frame-inside.html')).toBeVisible();
  await expect(panel.getByText('No call shows in it now.')).toBeVisible();

  await phone.getByRole('button', { name: 'Ring' }).click();
  const call = panel.getByRole('article', { name: 'Call 1 in a frame' });
  await expect(call).toContainText('calls[0].from');
  await expect(call).toContainText('555');

  profile.calls[0].from = '.nowhere';
  await write(page, panel, JSON.stringify(profile));
  await expect(call).toContainText('calls[0].fromnothing to read in it');
  await panel.getByRole('button', { name: 'Close the live view' }).click();
  await expect.poll(() => page.locator('callmark-live').count()).toBe(0);
});
