// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import type { Profile } from '@/lib/crm/profile.ts';
import { builtInProfiles } from '@/lib/crm/profiles/index.ts';
import { validateProfile } from '@/lib/crm/validate.ts';

const least: Profile = {
  schema: 1,
  id: 'acme-crm',
  name: 'Acme CRM',
  matches: ['https://crm.acme.example/*'],
  calls: [{ root: '.call' }],
};

const full: Profile = {
  ...least,
  frames: 'all',
  tried: { on: '2026-11-22', against: 'Acme CRM 5.2' },
  agent: { find: ['.me', '#me'], in: 'document', read: '@title', pattern: '^(\\w+)' },
  answered: 'both',
  calls: [
    {
      root: ['.bubble', '.call'],
      when: { visible: true, not: { matches: '.template' } },
      id: { read: '@data-id' },
      key: '.line',
      from: { read: 'style.color' },
      name: ['.name', '.customer'],
      to: '.to',
      campaign: '.campaign',
      claimedBy: '.csr',
      direction: [{ is: 'outbound', when: { text: 'Outgoing' } }],
      state: [
        { is: 'ended', when: { any: [{ attr: { 'data-state': 'ended' } }, { style: { color: 'grey' } }] } },
        { is: 'held', when: { has: { find: '.hold', when: { visible: true }, in: 'document' } } },
        { is: 'connected', when: { has: ['.timer', '.clock'], within: '.panel' } },
      ],
      gestures: [
        { is: 'claim', click: 'root', during: ['ringing'] },
        { is: 'hang-up', click: '.red' },
      ],
      settleMs: 0,
      graceMs: 2_000,
    },
  ],
  bookings: [
    {
      appears: '.toast',
      when: { text: 'booked' },
      job: '.job',
      call: { read: '@data-call' },
      guard: { seen: { has: '.dialog' }, withinMs: 30_000 },
    },
  ],
};

/** All problems as `path: sentence`. */
function problems(document: unknown): string[] {
  const result = validateProfile(document);
  return 'problems' in result ? result.problems.map(({ path, sentence }) => `${path}: ${sentence}`) : [];
}

describe('a profile that is right', () => {
  test.each<[string, Profile]>([
    ['the least there can be', least],
    ['one with everything', full],
    ...builtInProfiles.map((p): [string, Profile] => [`the built-in ${p.id}`, p]),
  ])('%s comes back as it is', (_, profile) => {
    expect(validateProfile(profile)).toEqual({ profile });
  });
});

describe('a profile that is wrong', () => {
  const call = (rule: object) => ({ ...least, calls: [{ root: '.call', ...rule }] });
  const state = (when: object) =>
    call({
      state: [
        { is: 'held', when: {} },
        { is: 'ended', when },
      ],
    });

  test.each<[string, unknown, RegExp]>([
    ['no object', null, /^: must be an object with braces \{ \}, not null$/],
    ['another version', { ...least, schema: 2 }, /^schema: must be 1/],
    ['an unknown key', { ...least, bookngs: [] }, /^bookngs: is not a key that is known here/],
    ['an unknown key deep inside', state({ txt: 'x' }), /^calls\[0\]\.state\[1\]\.when\.txt: is not a key/],
    ['a missing key', { ...least, name: undefined }, /^name: /],
    ['an id with capitals', { ...least, id: 'Acme CRM' }, /^id: must be lower-case/],
    ['no calls', { ...least, calls: [] }, /^calls: must not be an empty list$/],
    ['no pattern', { ...least, matches: [] }, /^matches: must not be an empty list$/],
    [
      'a pattern twice',
      { ...least, matches: ['https://a/*', 'https://a/*'] },
      /^matches: has an entry twice$/,
    ],
    [
      'a pattern of another kind',
      { ...least, matches: ['<all_urls>'] },
      /^matches\[0\]: is no match pattern/,
    ],
    ['a day that is none', { ...least, tried: { on: 'today', against: 'x' } }, /^tried\.on: must be a day/],
    [
      'a broken expression',
      state({ text: '(' }),
      /^calls\[0\]\.state\[1\]\.when\.text: not a regular expression: .*Unterminated group/,
    ],
    ['one that could freeze the page', state({ text: '(a+)+$' }), /when\.text: could take too long/],
    ['one that is too long', state({ text: 'x'.repeat(301) }), /when\.text: must not be longer than 300/],
    [
      'a broken expression for an attribute',
      state({ attr: { 'data-x': '[' } }),
      /when\.attr\.data-x: not a reg/,
    ],
    [
      'a value without a group',
      call({ from: { pattern: '\\d+' } }),
      /from\.pattern: must have exactly one group/,
    ],
    [
      'a value with two groups',
      call({ from: { pattern: '(a)(b)' } }),
      /from\.pattern: must have exactly one/,
    ],
    ['an unknown way to read', call({ from: { read: 'html' } }), /^calls\[0\]\.from\.read: must be "text"/],
    ['an empty selector', call({ from: '' }), /^calls\[0\]\.from: must not be empty$/],
    ['a broken selector', { ...least, calls: [{ root: 'p[' }] }, /^calls\[0\]\.root: not a CSS selector: /],
    ['a broken alternative', call({ name: ['.a', 'p['] }), /^calls\[0\]\.name\[1\]: not a CSS selector/],
    ['a shadow root', call({ name: 'x-a >>> p' }), /^calls\[0\]\.name: steps into a shadow root/],
    [
      'a state nobody knows',
      call({ state: [{ is: 'busy', when: {} }] }),
      /state\[0\]\.is: must be one of "ringing"/,
    ],
    [
      'a state without condition',
      call({ state: [{ is: 'held' }] }),
      /^calls\[0\]\.state\[0\]\.when: is missing$/,
    ],
    ['a negative time', call({ settleMs: -1 }), /^calls\[0\]\.settleMs: must not be negative$/],
    ['a field of another kind', call({ id: 7 }), /^calls\[0\]\.id: must be a text, not 7$/],
    [
      'a deep condition',
      state({ any: [{ not: { has: { find: '.a', when: { visible: 'yes' } } } }] }),
      /^calls\[0\]\.state\[1\]\.when\.any\[0\]\.not\.has\.when\.visible: must be true or false, not "yes"$/,
    ],
  ])('%s is named by its path, in a sentence', (_, document, expected) => {
    expect(problems(document)).toEqual([expect.stringMatching(expected)]);
  });

  test('all that is wrong is told at once', () => {
    expect(problems({ ...least, id: '', calls: [{ root: '', x: 1 }] })).toHaveLength(4);
  });
});
