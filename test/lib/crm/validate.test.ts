// @vitest-environment happy-dom

import { describe, expect, test } from 'vitest';
import { text } from '@/components/text.ts';
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
  about: 'Read from its public sources.',
  fits: { has: 'meta[name=generator]' },
  answered: 'both',
  calls: [
    {
      root: ['.bubble', '.call'],
      when: { visible: true, not: { matches: '.template' } },
      id: { read: '@data-id' },
      key: '.line',
      from: { read: 'style.color' },
      name: ['call-card >>> .name', '>>> .customer', "tr[data-id='{id}'] .name"],
      to: '.to',
      campaign: { find: '.campaign', in: { closest: '.panel' } },
      claimedBy: '.csr',
      direction: [{ is: 'outbound', when: { any: [{ text: 'Outgoing' }, { firstSeen: 'connected' }] } }],
      state: [
        { is: 'ended', when: { any: [{ attr: { 'data-state': 'ended' } }, { style: { color: 'grey' } }] } },
        { is: 'held', when: { has: { find: '.hold', when: { visible: true }, in: 'document' } } },
        { is: 'connected', when: { has: ['.timer', '.clock'], within: '.panel' } },
      ],
      gestures: [
        { is: 'claim', click: 'root', during: ['ringing'] },
        { is: 'hang-up', click: '.red' },
      ],
      alive: { has: '.waiting', count: { find: '.waiting b', in: 'top' } },
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
    {
      url: ['#ticket/zoom/\\d+', '/done$'],
      after: '#ticket/create',
      job: { read: 'url', pattern: 'zoom/(\\d+)' },
      dated: '2026-11-22',
    },
  ],
  messages: [
    {
      origin: ['https://phone.example', 'https://*.phone.example/*'],
      path: { type: 'ring', '/call/inbound': true },
      is: 'ringing',
      id: '/call/id',
      from: ['/call/from/number', '/call/from'],
      direction: '/call/direction',
    },
    { origin: 'https://phone.example', path: { type: 'answer' }, is: 'claim' },
  ],
};

/** All problems as `path: sentence`. */
function problems(document: unknown): string[] {
  const result = validateProfile(document, text);
  return 'problems' in result ? result.problems.map(({ path, sentence }) => `${path}: ${sentence}`) : [];
}

describe('a profile that is right', () => {
  test.each<[string, Profile]>([
    ['the least there can be', least],
    ['one with everything', full],
    ...builtInProfiles.map((p): [string, Profile] => [`the built-in ${p.id}`, p]),
  ])('%s comes back as it is', (_, profile) => {
    expect(validateProfile(profile, text)).toEqual({ profile });
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
    ['a step into nothing', call({ name: 'x-a >>> ' }), /^calls\[0\]\.name: steps into a shadow root/],
    ['a broken step', call({ name: 'x-a >>> p[' }), /^calls\[0\]\.name: not a CSS selector/],
    ['a brace of another kind', call({ name: '.row-{line}' }), /^calls\[0\]\.name: has a brace/],
    [
      'how a call began, asked where it is not known yet',
      state({ firstSeen: 'connected' }),
      /^calls\[0\]\.state\[1\]\.when\.firstSeen: is not a key that is known here/,
    ],
    ['a place nobody knows', call({ name: { in: 'page' } }), /^calls\[0\]\.name\.in: must be one of "root"/],
    [
      'an address without the one before it',
      { ...least, bookings: [{ url: 'done' }] },
      /^bookings\[0\]\.after: is missing$/,
    ],
    [
      'a booking that neither appears nor moves',
      { ...least, bookings: [{ job: '.job' }] },
      /^bookings\[0\]\.appears: is missing$/,
    ],
    [
      'a message from nowhere',
      { ...least, messages: [{ origin: 'phone', path: { type: 'ring' }, is: 'ringing' }] },
      /^messages\[0\]\.origin: is no origin or match pattern/,
    ],
    [
      'a message of any kind',
      { ...least, messages: [{ origin: 'https://phone.example', path: {}, is: 'ringing' }] },
      /^messages\[0\]\.path: must name at least one$/,
    ],
    ['a day of another form', call({ dated: 'November' }), /^calls\[0\]\.dated: must be a day/],
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

  test.each<[string, unknown, string]>([
    [
      'one of 5 MB',
      { ...least, name: 'x'.repeat(5_000_000) },
      'is 5001 kB large; a profile has 256 kB at most',
    ],
    [
      'one with 10,000 rules',
      { ...least, calls: Array.from({ length: 10_000 }, (_, i) => ({ root: `.c${i}` })) },
      'must not have more than 50 entries',
    ],
    [
      'one that is nested without end',
      JSON.parse(`${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`),
      'is nested deeper than 40 levels',
    ],
    [
      'one for a later version',
      { ...least, schema: 2 },
      'must be 1: a higher number means that the profile was made for a later version of Callmark',
    ],
  ])('%s gets one clear sentence', (_, document, sentence) => {
    expect(validateProfile(document, text)).toEqual({ problems: [expect.objectContaining({ sentence })] });
  });

  test('of thousands of mistakes the first are told', () => {
    const calls = Array.from({ length: 200 }, () => ({ root: '' }));
    expect(problems({ ...least, calls })).toHaveLength(50);
  });

  test('all that is wrong is told at once', () => {
    expect(problems({ ...least, id: '', calls: [{ root: '', x: 1 }] })).toHaveLength(4);
  });
});
