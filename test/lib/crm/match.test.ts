import { describe, expect, test } from 'vitest';
import { bestProfile, matchesPattern, parsePattern } from '@/lib/crm/match.ts';
import type { Profile } from '@/lib/crm/profile.ts';

describe('match pattern', () => {
  test.each<[string, string, boolean]>([
    ['https://crm.example/*', 'https://crm.example/calls?x=1#/here', true],
    ['https://crm.example/*', 'http://crm.example/', false],
    ['*://crm.example/*', 'http://crm.example/', true],
    ['*://crm.example/*', 'ftp://crm.example/', false],
    ['https://crm.example/*', 'https://evil-crm.example/', false],
    ['https://crm.example/*', 'https://crm.example.evil.test/', false],
    ['https://*.crm.example/*', 'https://a.b.crm.example/', true],
    ['https://*.crm.example/*', 'https://crm.example/', true],
    ['https://*.crm.example/*', 'https://notcrm.example/', false],
    ['https://*/*', 'https://anything.example/', true],
    ['http://127.0.0.1/demo-crm/*', 'http://127.0.0.1:4711/demo-crm/', true],
    ['http://127.0.0.1:80/*', 'http://127.0.0.1/', true],
    ['http://127.0.0.1:4711/*', 'http://127.0.0.1:4712/', false],
    ['https://crm.example/calls', 'https://crm.example/calls', true],
    ['https://crm.example/calls', 'https://crm.example/calls/1', false],
    ['https://crm.example/*/calls/*', 'https://crm.example/eu/calls/1', true],
    ['https://crm.example/*/calls/*', 'https://crm.example/calls/1', false],
    ['https://crm.example/a*a', 'https://crm.example/a', false],
    ['https://crm.example/*?view=calls', 'https://crm.example/x?view=calls', true],
    ['https://CRM.example/*', 'https://crm.example/', true],
    ['https://crm.example/*', 'no address', false],
  ])('%s on %s: %s', (pattern, url, matched) => {
    expect(matchesPattern(pattern, url)).toBe(matched);
  });

  test.each([
    '<all_urls>',
    'ftp://x/*',
    'file:///*',
    'https://crm.example',
    'https:///*',
    'https://*foo.example/*',
    'https://a.*.example/*',
    'https://user@crm.example/*',
    'crm.example/*',
  ])('%s is none', (pattern) => {
    expect(parsePattern(pattern)).toBeNull();
  });
});

describe('which profile reads a page', () => {
  const entry = (id: string, builtIn: boolean, ...matches: string[]) => ({
    profile: { schema: 1, id, name: id, matches, calls: [{ root: 'p' }] } satisfies Profile as Profile,
    builtIn,
  });
  const url = 'https://eu.crm.example/calls/1';

  test.each([
    [
      'the longest path counts first',
      [
        entry('short', false, 'https://eu.crm.example/*'),
        entry('long', true, 'https://*.crm.example/calls/*'),
      ],
      'long',
    ],
    [
      'then the longest host',
      [entry('wide', false, 'https://*.example/*'), entry('narrow', true, 'https://*.crm.example/*')],
      'narrow',
    ],
    [
      "then the user's own",
      [entry('built-in', true, 'https://eu.crm.example/*'), entry('own', false, 'https://eu.crm.example/*')],
      'own',
    ],
    [
      'the best of its patterns speaks for a profile',
      [
        entry('one', true, 'https://eu.crm.example/calls/*'),
        entry('two', false, 'https://x/*', 'https://*/*'),
      ],
      'one',
    ],
    ['none matches', [entry('other', true, 'https://other.example/*')], undefined],
  ])('%s', (_, entries, id) => {
    expect(bestProfile(entries, url)?.profile.id).toBe(id);
    expect(bestProfile([...entries].reverse(), url)?.profile.id).toBe(id);
  });
});
