import { describe, expect, test } from 'vitest';
import { originOfCalls, topFields } from '@/lib/worker/frames.ts';

describe('the frames of a tab', () => {
  const frame = { tabId: 1, frameId: 7, origin: 'https://phone.example' };
  const tab = (url?: string) => ({ url }) as chrome.tabs.Tab;

  test('show the calls of the tab’s page, whatever origin they are of', () => {
    expect(originOfCalls(frame, tab('https://crm.example/desk#1'))).toBe('https://crm.example');
    expect(originOfCalls({ ...frame, frameId: 0 }, tab('https://crm.example/'))).toBe(
      'https://phone.example',
    );
  });

  test('speak for themselves where the browser does not tell of the page', () => {
    expect(originOfCalls(frame, tab())).toBe('https://phone.example');
    expect(originOfCalls(frame, undefined)).toBe('https://phone.example');
    expect(originOfCalls(frame, tab('chrome://newtab/'))).toBe('https://phone.example');
  });

  test('may read what the profile names in the top document, wherever it stands in it', () => {
    const named = { find: '.who', in: 'top' };
    const profile = {
      agent: named,
      calls: [{ root: '.a', alive: { count: { in: 'top' } }, to: { in: 'root' } }],
    };
    expect(topFields(profile)).toEqual([JSON.stringify(named), '{"in":"top"}']);
  });
});
