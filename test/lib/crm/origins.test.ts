import { describe, expect, test } from 'vitest';
import { isAnyHost, originOf, overlap, wholeOrigin } from '@/lib/crm/origins.ts';

describe('patterns of whole origins', () => {
  test.each<[string, string | null]>([
    ['https://crm.acme.example/calls?x=1#/here', 'https://crm.acme.example/*'],
    ['http://127.0.0.1:4711/agc/vicidial.php', 'http://127.0.0.1:4711/*'],
    ['https://crm.acme.example:443/', 'https://crm.acme.example/*'],
    ['chrome://extensions/', null],
    ['file:///home/x.html', null],
    ['no address', null],
  ])('the origin of %s: %s', (url, pattern) => {
    expect(originOf(url)).toBe(pattern);
  });

  test('a path is left out', () => {
    expect(wholeOrigin('https://crm.example/*/calls/*?x')).toBe('https://crm.example/*');
    expect(wholeOrigin('*://*/agc/*')).toBe('*://*/*');
  });

  test.each([
    ['*://*/agc/*', true],
    ['https://*.crm.example/*', false],
    ['https://crm.example/*', false],
  ])('%s is for any host: %s', (pattern, any) => {
    expect(isAnyHost(pattern)).toBe(any);
  });

  test.each<[string, string, string | null]>([
    ['https://crm.example/*', 'https://crm.example/*', 'https://crm.example/*'],
    ['https://*.crm.example/*', 'https://eu.crm.example/*', 'https://eu.crm.example/*'],
    ['https://eu.crm.example/*', 'https://*/*', 'https://eu.crm.example/*'],
    ['https://*.eu.crm.example/*', 'https://*.crm.example/*', 'https://*.eu.crm.example/*'],
    ['https://*.crm.example/*', 'https://crm.example/*', 'https://crm.example/*'],
    ['*://crm.example/*', 'https://*.example/*', 'https://crm.example/*'],
    ['http://127.0.0.1/*', 'http://127.0.0.1:4711/*', 'http://127.0.0.1:4711/*'],
    ['http://127.0.0.1:4711/*', 'http://127.0.0.1:4712/*', null],
    ['https://crm.example/*', 'http://crm.example/*', null],
    ['https://crm.example/*', 'https://evil-crm.example/*', null],
    ['https://*.crm.example/*', 'https://evil-crm.example/*', null],
    ['https://crm.example/*', '<all_urls>', null],
  ])('%s and %s share %s', (one, other, shared) => {
    expect(overlap(one, other)).toBe(shared);
    expect(overlap(other, one)).toBe(shared);
  });
});
