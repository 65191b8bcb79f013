/** Which content scripts are registered: those of granted origins that a profile reads, and no others. */
import { beforeEach, expect, test } from 'vitest';
import type { Profile } from '@/lib/crm/profile.ts';
import { syncScripts } from '@/lib/worker/scripts.ts';
import { addSite, dropSite } from '@/lib/worker/sites.ts';
import { type Browser, freshBrowser } from './browser.ts';

const own = (id: string, matches: string[], frames?: 'all'): Profile => ({
  schema: 1,
  id,
  name: id,
  matches,
  ...(frames && { frames }),
  calls: [{ root: 'p' }],
});

let browser: Browser;

beforeEach(() => {
  browser = freshBrowser();
});

const registered = () => browser.scripts.map(({ id, matches }) => `${id}: ${matches.join(' ')}`).sort();

test('an origin that is granted and that nobody reads has no script, though a product may look like it', async () => {
  browser.granted = ['https://news.example/*'];
  browser.storage.local.data.set('ownProfiles', [own('dialler', ['*://*/agc/*'])]);
  await syncScripts();
  expect(registered()).toEqual([]);
});

test('of a pattern for many hosts only those are read that are granted', async () => {
  browser.granted = ['https://eu.acme.example/*', 'https://other.example/*'];
  browser.storage.local.data.set('ownProfiles', [own('acme', ['https://*.acme.example/calls/*'])]);
  await syncScripts();
  expect(registered()).toEqual(['crm: https://eu.acme.example/*']);
});

test('frames are entered only in the origins of a profile that looks into frames', async () => {
  browser.granted = ['https://a.example/*', 'https://b.example/*'];
  browser.storage.local.data.set('ownProfiles', [
    own('plain', ['https://a.example/*', 'https://b.example/x/*']),
    own('framed', ['https://b.example/*'], 'all'),
  ]);
  await syncScripts();
  expect(registered()).toEqual(['crm-frames: https://b.example/*', 'crm: https://a.example/*']);
});

test('a site that is given and granted is read; taken away, it is not, and its permission goes', async () => {
  browser.granted = ['https://dial.example/*'];
  browser.storage.local.data.set('ownProfiles', [own('dialler', ['*://*/agc/*'])]);
  await addSite('https://dial.example/agc/x', 'dialler');
  await syncScripts();
  expect(registered()).toEqual(['crm: https://dial.example/*']);
  await dropSite('https://dial.example/*', 'dialler');
  await syncScripts();
  expect([registered(), browser.granted]).toEqual([[], []]);
});

test('an origin belongs to the profile it was given to last', async () => {
  await addSite('https://dial.example/', 'one');
  await addSite('https://dial.example/x', 'other');
  expect(browser.storage.local.data.get('sites')).toEqual({ other: ['https://dial.example/*'] });
});

test('an origin that is taken away is read by nobody, whoever else matches it', async () => {
  browser.granted = ['https://crm.example/*', 'https://other.example/*'];
  browser.storage.local.data.set('ownProfiles', [
    own('general', ['https://crm.example/*', 'https://other.example/*']),
    own('dialler', ['*://*/agc/*']),
  ]);
  await addSite('https://crm.example/', 'dialler');
  await dropSite('https://crm.example/*', 'dialler');
  await syncScripts();
  expect(registered()).toEqual(['crm: https://other.example/*']);
  expect([browser.storage.local.data.get('sites'), browser.granted]).toEqual([
    {},
    ['https://other.example/*'],
  ]);
});

test('a profile that reads a page by itself is only switched on', async () => {
  browser.storage.local.data.set('ownProfiles', [own('general', ['https://crm.example/*'])]);
  browser.storage.local.data.set('off', ['general']);
  await addSite('https://crm.example/calls', 'general');
  expect([browser.storage.local.data.get('sites'), browser.storage.local.data.get('off')]).toEqual([{}, []]);
});
