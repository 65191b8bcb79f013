/** A fresh install: what it asks for, what it may do, and what it leaves alone until a person says yes. */
import { expect, overlay, test } from './harness/test.ts';

/** All that the extension asks for at install. A change here is a change for every person who has it. */
const PERMISSIONS = ['activeTab', 'alarms', 'scripting', 'storage', 'unlimitedStorage'];

test('asks for no host at install, and for nothing but what it needs', async ({ callmark }) => {
  const manifest = await callmark.inExtension(() => chrome.runtime.getManifest());
  expect([...(manifest.permissions ?? [])].sort()).toEqual(PERMISSIONS);
  expect(manifest.host_permissions ?? []).toEqual([]);
  expect(manifest.content_scripts ?? []).toEqual([]);
  expect(manifest.optional_permissions ?? []).toEqual([]);
  expect([...(manifest.optional_host_permissions ?? [])].sort()).toEqual(['http://*/*', 'https://*/*']);
  expect(manifest.externally_connectable).toEqual({ ids: [], matches: [] });
  expect(manifest.web_accessible_resources ?? []).toEqual([]);
  const granted = await callmark.inExtension(() => chrome.permissions.getAll());
  expect([...(granted.permissions ?? [])].sort()).toEqual(PERMISSIONS);
  expect(granted.origins ?? []).toEqual([]);
});

test('is not on a CRM page before a person grants it, and is there afterwards', async ({
  callmark,
  demo,
}) => {
  const scripts = () => callmark.inExtension(() => chrome.scripting.getRegisteredContentScripts());
  const before = await callmark.open(demo.url);
  demo.act({ do: 'ring', from: '+15125550142' });
  await expect(before.getByTestId('call-bubble')).toBeVisible();
  expect(await scripts()).toEqual([]);
  expect(await overlay(before).text()).toBe('');
  expect(await callmark.calls()).toEqual([]);

  await callmark.grant('http://127.0.0.1/*');
  expect(await scripts()).toHaveLength(1);
  const after = await callmark.open(demo.url);
  await overlay(after).waitFor('555');
  await expect.poll(async () => (await callmark.calls()).length).toBe(1);
});

test('opens its popup and its options without an error', async ({ callmark }) => {
  const errors: string[] = [];
  callmark.context.on('weberror', (error) => errors.push(error.error().message));
  const popup = await callmark.popup();
  await expect(popup.getByRole('heading').first()).toBeVisible();
  const options = await callmark.options('crms');
  await expect(options.getByText(/^More CRMs that Callmark knows/)).toBeVisible();
  expect(errors).toEqual([]);
});

test('keeps what it knows away from pages and content scripts', async ({ callmark, crm }) => {
  const seen = await crm.evaluate(async (url) => {
    const answers = await Promise.all(
      ['manifest.json', 'popup.html', 'background.js'].map((file) =>
        fetch(url + file).then(
          () => 'open',
          () => 'closed',
        ),
      ),
    );
    return { answers, databases: (await indexedDB.databases()).map(({ name }) => name) };
  }, callmark.url(''));
  expect(seen).toEqual({ answers: ['closed', 'closed', 'closed'], databases: [] });
});
