import { describe, expect, test } from 'vitest';
import type { CallRule, MessageRule, Profile } from '@/lib/crm/profile.ts';
import { signalsOf } from '@/lib/store/signals.ts';

const claim: CallRule = { root: '.a', gestures: [{ is: 'claim', click: '.answer' }] };
const connection: CallRule = { root: '.b', state: [{ is: 'connected', when: {} }] };
const said = (is: MessageRule['is']): MessageRule => ({
  origin: 'https://phone.example',
  path: { type: 'x' },
  is,
});

const signals = (calls: CallRule[], more: Partial<Profile> = {}) =>
  signalsOf({ schema: 1, id: 'acme', name: 'Acme', matches: ['https://a/*'], calls, ...more });

describe('which signals answer a call', () => {
  test('are all that the profile has, in whatever rule', () => {
    expect(signals([claim])).toEqual(['claim']);
    expect(signals([connection])).toEqual(['connection']);
    expect(signals([claim, connection])).toEqual(['claim', 'connection']);
  });

  test('may come by messages: a phone that tells of the connection alone is answered by it', () => {
    expect(signals([{ root: '.a' }], { messages: [said('connected')] })).toEqual(['connection']);
    expect(signals([claim], { messages: [said('connected')] })).toEqual(['claim', 'connection']);
    expect(signals([connection], { messages: [said('claim')] })).toEqual(['claim', 'connection']);
  });

  test('are the claim where the profile has none', () => {
    expect(signals([{ root: '.a' }])).toEqual(['claim']);
  });

  test.each([
    ['claim', ['claim']],
    ['connection', ['connection']],
    ['both', ['claim', 'connection']],
  ] as const)('"answered": "%s" says so itself', (answered, expected) => {
    expect(signals([claim, connection], { answered })).toEqual(expected);
    expect(signals([claim], { answered })).toEqual(expected);
  });
});
