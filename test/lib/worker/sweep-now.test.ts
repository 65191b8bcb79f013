import { expect, test } from 'vitest';
import { showsIn } from '@/lib/worker/sweep-now.ts';

const watch = { tabId: 3, frameId: 0, origin: 'https://crm.example' };

test('a tab shows its calls as long as it is there with a page of their origin', () => {
  expect(showsIn([{ id: 3, url: 'https://crm.example/#calls' }], watch)).toBe(true);
  expect(showsIn([{ id: 4, url: 'https://crm.example/#calls' }], watch)).toBe(false);
});

test('a tab that only has the number of one that died shows none of its calls', () => {
  expect(showsIn([{ id: 3, url: 'https://news.example/' }], watch)).toBe(false);
  expect(showsIn([{ id: 3, url: 'about:blank' }], watch)).toBe(false);
  expect(showsIn([{ id: 3 }], watch)).toBe(false);
});

test('a frame is ours to read in a page of which we may know nothing', () => {
  expect(showsIn([{ id: 3 }], { ...watch, frameId: 7 })).toBe(true);
});
