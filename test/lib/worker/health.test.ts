/** The time for which a CRM's page is open is counted, and only that. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { readHealth } from '@/lib/store/health.ts';
import { countWatching } from '@/lib/worker/health.ts';
import { type Browser, freshBrowser } from './browser.ts';

const START = 1_795_000_000_000;
let browser: Browser;

beforeEach(() => {
  vi.useFakeTimers({ now: START });
  browser = freshBrowser();
  browser.granted = ['https://desk.example/*'];
  browser.storage.local.data.set('ownProfiles', [
    { schema: 1, id: 'desk', name: 'Desk', matches: ['https://desk.example/*'], calls: [{ root: 'p' }] },
  ]);
});

afterEach(() => {
  vi.useRealTimers();
});

const quiet = async () => (await readHealth()).desk?.quietMs ?? 0;

test('every half minute with a page open counts; a machine that slept does not', async () => {
  browser.tabs = [{ id: 1, url: 'https://desk.example/calls' }];
  await countWatching();
  expect(await quiet()).toBe(0);
  vi.setSystemTime(START + 30_000);
  await countWatching();
  expect(await quiet()).toBe(30_000);
  vi.setSystemTime(START + 30_000 + 8 * 3_600_000);
  await countWatching();
  expect(await quiet()).toBe(90_000);
});

test('without such a page nothing is counted or written', async () => {
  await countWatching();
  vi.setSystemTime(START + 30_000);
  await countWatching();
  expect(browser.storage.local.data.has('health')).toBe(false);
});
