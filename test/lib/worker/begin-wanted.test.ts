/** A site that a person wants read begins once it is granted; without that nothing is kept of it. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { readWanted, setWanted } from '@/lib/store/wanted.ts';
import { beginWanted } from '@/lib/worker/begin-wanted.ts';
import { type Browser, freshBrowser } from './browser.ts';

const START = 1_795_000_000_000;
const WANTED = { url: 'https://dial.example/agc/x', profile: 'vicidial', tab: null };
let browser: Browser;

beforeEach(() => {
  vi.useFakeTimers({ now: START });
  browser = freshBrowser();
});

afterEach(() => {
  vi.useRealTimers();
});

test('it begins when its origin is granted, and once', async () => {
  await setWanted(WANTED);
  browser.granted = ['https://dial.example/*'];
  await Promise.all([beginWanted(), beginWanted()]);
  expect(browser.storage.local.data.get('sites')).toEqual({ vicidial: ['https://dial.example/*'] });
  expect(await readWanted()).toBeNull();
});

test('while another origin is granted it waits', async () => {
  await setWanted(WANTED);
  browser.granted = ['https://other.example/*'];
  await beginWanted();
  expect(browser.storage.local.data.has('sites')).toBe(false);
  expect(await readWanted()).toEqual(WANTED);
});

test('of a prompt that was answered with no long ago nothing is left', async () => {
  await setWanted(WANTED);
  vi.setSystemTime(START + 10 * 60_000 + 1);
  browser.granted = ['https://dial.example/*'];
  await beginWanted();
  expect(browser.storage.local.data.has('sites')).toBe(false);
});
