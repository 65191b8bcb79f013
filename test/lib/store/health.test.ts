import { beforeEach, describe, expect, test } from 'vitest';
import type { Reading } from '@/lib/calls/seen.ts';
import {
  afterReading,
  afterWatching,
  changeHealth,
  type Health,
  judge,
  NO_HEALTH,
  readHealth,
  SHIFT_MS,
} from '@/lib/store/health.ts';
import { freshStorage } from './storage.ts';

const NOW = 1_795_000_000_000;
const CALL = { screenId: 'a', state: 'ringing', direction: 'inbound', since: NOW, stateSince: NOW } as const;
const reading = (part: Partial<Reading> = {}): Reading => ({ kind: 'reading', at: NOW, calls: [], ...part });
const health = (part: Partial<Health> = {}): Health => ({ ...NO_HEALTH, ...part });

describe('what a reading says of a profile', () => {
  test('a call is the last one seen, and ends the silence', () => {
    const next = afterReading(health({ quietMs: 5_000_000 }), reading({ calls: [CALL] }), NOW);
    expect(next).toEqual(health({ lastCallAt: NOW }));
  });

  test('the same call again, seconds later, is not worth keeping', () => {
    expect(afterReading(health({ lastCallAt: NOW - 59_999 }), reading({ calls: [CALL] }), NOW)).toBeNull();
    expect(
      afterReading(health({ lastCallAt: NOW - 60_000 }), reading({ calls: [CALL] }), NOW)?.lastCallAt,
    ).toBe(NOW);
  });

  test('without a call there is nothing to keep', () => {
    expect(afterReading(health(), reading(), NOW)).toBeNull();
  });

  test('calls in no known state and rules that match too much are kept', () => {
    const notes = { unknown: 2, tooWide: [1] };
    expect(afterReading(health({ unknown: 3 }), reading({ notes }), NOW)).toEqual(
      health({ unknown: 4, tooWide: { rules: [1], at: NOW } }),
    );
  });
});

describe('the judgement', () => {
  test('of a profile of which nothing is known', () => {
    expect(judge(NO_HEALTH, NOW)).toEqual({ lastCallAt: null, unknown: 0, tooWide: [], silent: false });
  });

  test.each([
    [SHIFT_MS - 1, false],
    [SHIFT_MS, true],
  ])('%d ms with a page open and no call: silent is %s', (quietMs, silent) => {
    expect(judge(health({ quietMs }), NOW).silent).toBe(silent);
  });

  test('time with a page open adds up', () => {
    expect(afterWatching(health({ quietMs: 1_000, lastCallAt: NOW }), 30_000)).toEqual(
      health({ quietMs: 31_000, lastCallAt: NOW }),
    );
  });

  test.each([
    [9 * 60_000, [0, 2]],
    [11 * 60_000, []],
  ])('a rule that matched too much %d ms ago: %j', (ago, rules) => {
    expect(judge(health({ tooWide: { rules: [0, 2], at: NOW - ago } }), NOW).tooWide).toEqual(rules);
  });
});

describe('what is kept', () => {
  beforeEach(() => {
    freshStorage();
  });

  test('changes one after the other, each profile by itself', async () => {
    await Promise.all([
      changeHealth((kept) => ({ a: afterWatching(kept.a ?? NO_HEALTH, 1) })),
      changeHealth((kept) => ({ a: afterWatching(kept.a ?? NO_HEALTH, 2) })),
      changeHealth((kept) => ({ b: afterWatching(kept.b ?? NO_HEALTH, 4) })),
      changeHealth(() => null),
    ]);
    expect(await readHealth()).toEqual({ a: health({ quietMs: 3 }), b: health({ quietMs: 4 }) });
  });
});
