/** An administrator's policy in a real browser: it counts at once, shows as locked, and goes without a trace. */
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { BUILD, Callmark } from '../harness/callmark.ts';
import { Fleet, mayAdminister } from '../harness/fleet.ts';
import { test as base, expect, overlay } from '../harness/test.ts';
import { send } from './steps.ts';

const PROFILE = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../pages/front-desk.profile.json'), 'utf8'),
);
/** Read nowhere but on the sites that it is given. */
const THEIRS = { ...PROFILE, name: 'Front desk of Acme', matches: ['https://desk.acme.example/*'] };
const WRONG = { ...PROFILE, id: 'wrong', calls: [{ root: '' }] };
/** As an administrator reads it. */
const EXAMPLE = JSON.parse(
  /```json\n(.*?)```/s.exec(
    readFileSync(join(import.meta.dirname, '../../../docs/policy.md'), 'utf8'),
  )?.[1] ?? '',
);
/** The browser looks after its policies some seconds after they were changed. */
const SOON = { timeout: 30_000 };

const test = base.extend<{ fleet: Fleet }>({
  // An id of its own, so that the policy is nobody else's.
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from this pattern that nothing is needed.
  callmark: async ({}, use) => {
    const build = mkdtempSync(join(tmpdir(), 'callmark-fleet-'));
    cpSync(BUILD, build, { recursive: true });
    const callmark = new Callmark({ build });
    try {
      await callmark.start();
      await use(callmark);
    } finally {
      await callmark.close();
      rmSync(build, { recursive: true });
    }
  },
  fleet: async ({ callmark }, use) => {
    const fleet = new Fleet(callmark.extensionId);
    try {
      await use(fleet);
    } finally {
      fleet.clear();
    }
  },
});

const stored = (callmark: Callmark) =>
  callmark.inExtension(() =>
    chrome.storage.local.get(['settings', 'reasons', 'ownProfiles', 'sites', 'off']),
  );
const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });
const crm = (page: Page, name: string) =>
  page.getByRole('listitem').filter({ has: page.getByRole('heading', { name, exact: true }) });
const ring = (desk: Page) =>
  desk.evaluate(() => (globalThis as unknown as { ring(n: string): void }).ring('(512) 555-0142'));

// One after the other: they share the folder of policies, which the first makes and the last takes away.
test.describe.configure({ mode: 'default' });

if (mayAdminister()) {
  test("what an administrator sets counts at once and is locked, and the office's own is back when it goes", async ({
    callmark,
    demo,
    fleet,
  }) => {
    await callmark.grant('http://127.0.0.1/*');
    await send(callmark, 'saveReasons', [{ id: 'own', name: 'Our own', isLead: true, active: true }]);
    const options = await callmark.options('rules');
    await field(options, 'Threshold').fill('30');
    await field(options, 'Threshold').press('Enter');
    await expect.poll(() => stored(callmark)).toMatchObject({ settings: { thresholdMs: 30_000 } });
    const before = await stored(callmark);
    const desk = await callmark.open(`${demo.origin}/pages/front-desk.html`);

    fleet.set({
      profiles: [JSON.stringify(THEIRS)],
      reasons: [
        { name: 'Price', isLead: true },
        { name: 'Spam', isLead: false },
      ],
      rules: { thresholdSeconds: 45, timeZone: 'America/Chicago' },
      sites: { 'front-desk': [demo.origin, 'https://branch.acme.example'] },
    });
    await expect(field(options, 'Threshold')).toHaveValue('45', SOON);
    await expect(field(options, 'Threshold')).toBeDisabled();
    await expect(field(options, 'Threshold')).toHaveAccessibleDescription(/Set by your administrator/);
    await expect(options.getByLabel('Time zone of the office')).toBeDisabled();
    await expect(options.getByLabel('Time zone of the office')).toHaveValue('America/Chicago');
    await expect(field(options, 'Wrap-up time')).toBeEnabled();
    await expect(field(options, 'Name of the reason Price')).toBeDisabled();
    await expect(options.getByRole('list', { name: 'Call reasons' }).getByRole('listitem')).toHaveCount(2);
    await expect(options.getByLabel('New reason')).toHaveCount(0);

    const theirs = crm(options, 'Front desk of Acme');
    await expect(theirs.getByText('Set by your administrator').first()).toBeVisible();
    await expect(theirs.getByRole('switch')).toBeDisabled();
    await expect(theirs.getByRole('button', { name: 'Remove' })).toHaveCount(0);
    // A policy names sites; reading them is for the person, or for the browser's own policy, to allow.
    await expect(theirs.getByRole('button', { name: 'Allow access' }).first()).toBeVisible();

    // In the tab that is open already, which nobody reloads.
    await ring(desk);
    await overlay(desk).waitFor(/Ringing.*\(512\) 555-0142/s);
    expect(await callmark.calls()).toMatchObject([{ crm: 'Front desk of Acme' }]);

    const settings = { ...(before.settings as object), thresholdMs: 30_000 };
    await expect(send(callmark, 'saveSettings', settings)).rejects.toThrow('Your administrator set this');
    await expect(send(callmark, 'saveReasons', [])).rejects.toThrow('Your administrator set this');
    await expect(send(callmark, 'switchCrm', { profile: 'front-desk', on: false })).rejects.toThrow(
      'Your administrator set this',
    );
    await expect(send(callmark, 'removeProfile', 'front-desk')).rejects.toThrow(
      'Your administrator set this',
    );
    await expect(send(callmark, 'saveProfile', { ...THEIRS, name: 'Mine' })).rejects.toThrow(
      'Your administrator set this',
    );

    fleet.clear();
    await expect(field(options, 'Threshold')).toHaveValue('30', SOON);
    await expect(field(options, 'Threshold')).toBeEnabled();
    await expect(field(options, 'Name of the reason Our own')).toBeEnabled();
    await expect(theirs).toHaveCount(0);
    await expect(options.getByText('Set by your administrator')).toHaveCount(0);
    await expect(desk.locator('callmark-overlay')).toHaveCount(0);
    expect(await stored(callmark)).toEqual(before);
  });

  test('a wrong part is refused alone, with a sentence, and is there from the start of the browser', async ({
    callmark,
    fleet,
  }) => {
    fleet.set({
      profiles: [JSON.stringify(THEIRS), JSON.stringify(WRONG)],
      reasons: [
        { name: '', isLead: true },
        { name: 'Spam', isLead: false },
      ],
      rules: { thresholdSeconds: 5_000, wrapUpSeconds: 20 },
      sites: { 'front-desk': ['everywhere'] },
      onlyTheseProfiles: true,
    });
    await callmark.restart();
    const options = await callmark.options('rules');
    const notes = options.getByRole('region', { name: 'Your administrator should know' });
    await expect(notes.getByRole('listitem')).toHaveText(
      [
        'Set by your administrator: profile 2: calls[0].root: must not be empty; it is not used.',
        'Set by your administrator: reason 1: name: must be a text of 1 to 60 characters; it is not used.',
        'Set by your administrator: rules.thresholdSeconds: must be a whole number from 1 to 600; it is not used.',
        'Set by your administrator: sites.front-desk[0]: everywhere is no site such as https://crm.example.com; it is not used.',
      ],
      SOON,
    );
    await expect(field(options, 'Threshold')).toHaveValue('60');
    await expect(field(options, 'Threshold')).toBeEnabled();
    await expect(field(options, 'Wrap-up time')).toHaveValue('20');
    await expect(field(options, 'Name of the reason Spam')).toBeDisabled();
    await expect(options.getByText('Your administrator lets Callmark use these CRMs only.')).toBeVisible();
    const crms = options.getByRole('list', { name: 'CRMs', exact: true }).getByRole('heading');
    await expect(crms).toHaveText(['Front desk of Acme']);
    await expect(send(callmark, 'saveProfile', PROFILE)).rejects.toThrow('Your administrator set this');
  });

  test('the example of the docs passes the browser whole, and all of it counts, also where the worker slept', async ({
    callmark,
    fleet,
  }) => {
    const begun = () => callmark.inExtension(async () => (await chrome.storage.session.get('begun')).begun);
    await expect.poll(begun).toBe(true);
    await callmark.killWorker();
    fleet.set(EXAMPLE);
    await expect.poll(() => callmark.inExtension(() => chrome.storage.managed.get()), SOON).toEqual(EXAMPLE);
    const policy = () => callmark.inExtension(async () => (await chrome.storage.local.get('policy')).policy);
    await expect.poll(policy).toMatchObject({
      profiles: [{ id: 'acme-crm' }],
      reasons: [{ id: 'price' }, { id: 'area' }, { id: 'spam' }],
      rules: { thresholdMs: 45_000, bookedUnderThreshold: 'booked', callbackTargetMs: 900_000 },
      sites: { 'acme-crm': ['https://crm-branch.acme.example/*'], zammad: ['https://help.acme.example/*'] },
      only: true,
      refused: [],
    });
  });
} else if (process.env.TEST_WORKER_INDEX === undefined) {
  console.log('Left out: the tests of an administrator’s policy, because only an administrator can set one.');
}
